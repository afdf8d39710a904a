import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { useKeyboardStop } from '#kit/page/use-keyboard-stop.ts'
import { useCalibrations, useCalibrationWords, type Calibration } from './calibration-line.tsx'
import { CalibrationPicture } from './calibration-picture.tsx'
import { pastWords } from './past-words.ts'
import { useCloseDrawer } from './use-roadmap-view.ts'

/** Expected against observed, for everything and for each team, with every forecast that was judged. */
export function CalibrationDrawer() {
  const words = useWords(pastWords)
  const close = useCloseDrawer()
  const { data } = useCalibrations()
  return (
    <Drawer title={words('hold.title')} onClose={close} isWide>
      {data ? (
        <div className="flex flex-col gap-8">
          <p className="max-w-[72ch] text-ink-2">
            {words('hold.lead', { size: data.size, window: data.window })}
          </p>
          {data.calibrations.map((calibration) => (
            <OfOne key={calibration.team ?? ''} calibration={calibration} />
          ))}
        </div>
      ) : (
        <div className="skeleton h-64 w-full" />
      )}
    </Drawer>
  )
}

function OfOne({ calibration }: { readonly calibration: Calibration }) {
  const words = useWords(pastWords)
  const say = useCalibrationWords()
  const { name, levels, judged, withoutForecast, undecided } = calibration
  const isDrawn = levels.some(({ share }) => share !== null)
  return (
    <section>
      <h3 className="mb-1.5 font-semibold">{name ?? words('hold.everything')}</h3>
      <p className="mb-3">{say(calibration)}</p>
      {judged > 0 && (
        <>
          <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
            {isDrawn && <CalibrationPicture levels={levels} size={132} />}
            <Levels levels={levels} />
          </div>
          {withoutForecast + undecided > 0 && (
            <p className="mt-2 text-xs text-ink-3">
              {words('hold.left', { without: withoutForecast, undecided })}
            </p>
          )}
          <Cases calibration={calibration} />
        </>
      )}
    </section>
  )
}

function Levels({ levels }: Pick<Calibration, 'levels'>) {
  const words = useWords(pastWords)
  const format = useFormat()
  return (
    <table className="border-collapse text-left">
      <thead>
        <tr className="border-b border-rule-strong text-xs text-ink-3">
          {(['hold.level', 'hold.came', 'hold.verdict'] as const).map((head) => (
            <th key={head} scope="col" className="py-1 pr-6 font-normal">
              {words(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {levels.map(({ level, cameTrue, of, share, verdict }) => (
          <tr key={level} className="border-b border-rule">
            <th scope="row" className="py-1 pr-6 font-normal tabular-nums">{`${level} %`}</th>
            <td className="py-1 pr-6 tabular-nums">
              {share === null
                ? words('hold.few', { came: cameTrue, total: of })
                : words('hold.share', { came: cameTrue, total: of, share: format.share(share) })}
            </td>
            <td className={`py-1 pr-6 ${verdict === 'as-promised' ? 'text-ink-2' : ''}`}>
              {words(`hold.${verdict ?? 'unsaid'}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const shown = ['50', '70', '85', '95'] as const

/** The newest first, folded: whoever doubts opens them. */
function Cases({ calibration: { cases } }: { readonly calibration: Calibration }) {
  const words = useWords(pastWords)
  const format = useFormat()
  const stop = useKeyboardStop()
  return (
    <details className="mt-3">
      <summary className="font-medium">{words('hold.cases')}</summary>
      <p className="mt-1 text-xs text-ink-3">{words('hold.signs')}</p>
      <div {...stop} className="overflow-x-auto">
        <table className="w-full border-collapse text-left tabular-nums">
          <thead>
            <tr className="border-b border-rule-strong text-xs text-ink-3">
              <th scope="col" className="py-1 pr-4 font-normal">
                {words('hold.at')}
              </th>
              {shown.map((level) => (
                <th key={level} scope="col" className="py-1 pr-4 font-normal">
                  {words('hold.by', { level })}
                </th>
              ))}
              <th scope="col" className="py-1 font-normal">
                {words('hold.done')}
              </th>
            </tr>
          </thead>
          <tbody>
            {cases.toReversed().map(({ at, dates, came }) => (
              <tr key={at} className="border-b border-rule">
                <th scope="row" className="py-1 pr-4 font-normal whitespace-nowrap">
                  {format.day(at)}
                </th>
                {shown.map((level) => (
                  <td key={level} className="py-1 pr-4 whitespace-nowrap">
                    <Outcome isHeld={came !== null && came <= dates[level]} /> {format.dayMonth(dates[level])}
                  </td>
                ))}
                <td className="py-1 font-medium whitespace-nowrap">
                  {came === null ? words('hold.later') : format.day(came)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Outcome({ isHeld }: { readonly isHeld: boolean }) {
  const words = useWords(pastWords)
  return (
    <>
      <span
        aria-hidden="true"
        className={`inline-block size-2 rounded-full border border-series-1 ${isHeld ? 'bg-series-1' : ''}`}
      />
      <span className="sr-only">{words(isHeld ? 'hold.held' : 'hold.missed')}</span>
    </>
  )
}
