import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { RoadmapCalibrations } from '../kept/backtest-teams.ts'
import { pastWords } from './past-words.ts'

type Level = RoadmapCalibrations['calibrations'][number]['levels'][number]

/** The least that is drawn of either axis, in percent: forecasts of less than a half are made of nothing. */
const least = 0.4

/** What was promised to the right, what came true upwards, with the reach of chance; on the diagonal both are the same. */
export function CalibrationPicture({
  levels,
  size,
  isSmall = false,
}: {
  readonly levels: readonly Level[]
  readonly size: number
  readonly isSmall?: boolean
}) {
  const words = useWords(pastWords)
  const format = useFormat()
  const margin = isSmall ? 3 : 8
  const x = (share: number) => margin + ((share - least) / (1 - least)) * (size - 2 * margin)
  const y = (share: number) => size - x(Math.max(least, share))
  const told = levels.filter(({ share }) => share !== null)
  const points = told
    .map(({ level, share }) => words('hold.point', { level, share: format.share(share ?? 0) }))
    .join(', ')
  return (
    <svg
      role="img"
      aria-label={words('hold.picture', { points })}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      className="shrink-0"
    >
      <rect x={0.5} y={0.5} width={size - 1} height={size - 1} className="fill-none stroke-rule" />
      <line x1={x(least)} y1={y(least)} x2={x(1)} y2={y(1)} className="stroke-rule-strong" />
      {told.map(({ level, share, range }) => {
        const at = x(Number(level) / 100)
        return (
          <g key={level}>
            {range && !isSmall && (
              <line x1={at} x2={at} y1={y(range[0])} y2={y(range[1])} className="stroke-series-1" />
            )}
            <circle cx={at} cy={y(share ?? 0)} r={isSmall ? 2 : 3.5} className="fill-series-1" />
          </g>
        )
      })}
    </svg>
  )
}
