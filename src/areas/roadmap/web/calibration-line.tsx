import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import type { RoadmapCalibrations } from '../kept/backtest-teams.ts'
import { CalibrationPicture } from './calibration-picture.tsx'
import { calibrationQuery } from './past-queries.ts'
import { pastWords } from './past-words.ts'
import { useIdle } from './use-idle.ts'
import { useRoadmapView } from './use-roadmap-view.ts'

export type Calibration = RoadmapCalibrations['calibrations'][number]

/** How often such forecasts came true so far, once nothing else is to be done; opens to the cases. */
export function CalibrationLine() {
  const { data } = useCalibrations()
  const whole = data?.calibrations.find(({ team }) => team === null)
  // Its place is kept, so that nothing jumps when it comes.
  return <div className="flex min-h-10 items-center gap-3">{whole && <Line calibration={whole} />}</div>
}

/** The same of the teams of a bet, or of everything together where none of them owns anything. */
export function CalibrationOf({ teams }: { readonly teams: readonly string[] }) {
  const words = useWords(pastWords)
  const { data } = useCalibrations()
  if (!data) return <p className="skeleton h-5 w-2/3" aria-hidden="true" />
  const own = data.calibrations.filter(({ team }) => team !== null && teams.includes(team))
  const told = own.length > 0 ? own : data.calibrations.filter(({ team }) => team === null)
  return (
    <ul className="flex flex-col gap-2">
      {told.map((calibration) => (
        <li key={calibration.team ?? ''} className="flex items-center gap-3">
          <Line calibration={calibration} name={calibration.name ?? words('hold.everything')} />
        </li>
      ))}
    </ul>
  )
}

export function useCalibrations() {
  const language = useLanguage()
  const [{ window }] = useRoadmapView()
  const isIdle = useIdle()
  return useQuery({ ...calibrationQuery({ window, language }), enabled: isIdle })
}

interface LineProps {
  readonly calibration: Calibration
  readonly name?: string
}

function Line({ calibration, name }: LineProps) {
  const words = useWords(pastWords)
  const say = useCalibrationWords()
  const [, change] = useRoadmapView()
  const { levels } = calibration
  const text = say(calibration)
  return (
    <>
      {levels.some(({ share }) => share !== null) && <CalibrationPicture levels={levels} size={40} isSmall />}
      <span className="text-ink-2">
        {name === undefined ? text : words('hold.of', { name, text })}{' '}
        {calibration.judged > 0 && (
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={() => change({ bet: undefined, open: 'calibration' })}
            className="text-accent underline underline-offset-2"
            data-print="no"
          >
            {words('hold.open')}
          </button>
        )}
      </span>
    </>
  )
}

/** A calibration in a sentence: of its 85 % forecasts, or why nothing is said of them. */
export function useCalibrationWords(): (calibration: Calibration) => string {
  const words = useWords(pastWords)
  return ({ from, levels }) => {
    const at85 = levels.find(({ level }) => level === '85')
    if (from === null || !at85) return words('hold.empty')
    return at85.reason ?? words('hold.line', { total: at85.of, came: at85.cameTrue })
  }
}
