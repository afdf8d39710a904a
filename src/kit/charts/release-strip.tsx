import type { ReleaseShape } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { Chart } from './chart.tsx'

interface ReleaseStripProps {
  readonly label: string
  readonly releases: readonly ReleaseShape[]
}

const height = 104
const base = 84
const tallest = 58
const letter = 6.8

/** Releases on an axis of time: a stem as high as its changes are many (by root), hollow for a pre-release. */
export function ReleaseStrip({ label, releases }: ReleaseStripProps) {
  const format = useFormat()
  const ordered = releases.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const times = ordered.map(({ at }) => Date.parse(at))
  const first = times[0] ?? 0
  const span = Math.max(1, (times.at(-1) ?? 0) - first)
  const most = Math.max(1, ...ordered.map(({ changes }) => changes))
  return (
    <Chart label={label} height={height}>
      {(width) => {
        const x = (time: number) => 6 + ((time - first) / span) * (width - 12)
        const y = (changes: number) => base - 6 - Math.sqrt(changes / most) * (tallest - 6)
        return (
          <>
            <line x1={0} x2={width} y1={base} y2={base} className="stroke-rule-strong" />
            {yearsBetween(first, first + span, width).map((year) => (
              <g key={year.time}>
                <line
                  x1={x(year.time)}
                  x2={x(year.time)}
                  y1={base}
                  y2={base + 5}
                  className="stroke-rule-strong"
                />
                {x(year.time) + 3 + year.label.length * letter <= width && (
                  <text x={x(year.time) + 3} y={base + 15} className="fill-ink-3 text-xs">
                    {year.label}
                  </text>
                )}
              </g>
            ))}
            {ordered.map(({ tag, at, changes, prerelease }) => (
              <g key={tag}>
                <title>{`${tag} · ${format.day(at)} · ${format.number(changes)}`}</title>
                <line
                  x1={x(Date.parse(at))}
                  x2={x(Date.parse(at))}
                  y1={base}
                  y2={y(changes)}
                  className={prerelease ? 'stroke-rule-strong' : 'stroke-series-1'}
                  strokeWidth={1.5}
                />
                <circle
                  cx={x(Date.parse(at))}
                  cy={y(changes)}
                  r={2.5}
                  className={prerelease ? 'fill-paper stroke-ink-3' : 'fill-series-1'}
                />
              </g>
            ))}
            {labelled(ordered, width, (release) => x(Date.parse(release.at))).map((release) => {
              const at = x(Date.parse(release.at))
              return (
                <text
                  key={release.tag}
                  x={Math.min(at, width - 2)}
                  y={y(release.changes) - 6}
                  textAnchor={at > width - 60 ? 'end' : at < 60 ? 'start' : 'middle'}
                  className="fill-ink-2 stroke-paper text-xs"
                  strokeWidth={4}
                  paintOrder="stroke"
                >
                  {release.tag}
                </text>
              )
            })}
          </>
        )
      }}
    </Chart>
  )
}

/** Names where there is room, the last release and the largest first. */
function labelled(
  ordered: readonly ReleaseShape[],
  width: number,
  x: (release: ReleaseShape) => number,
): readonly ReleaseShape[] {
  const wanted = ordered.filter(({ prerelease }) => !prerelease)
  const byWeight = [...wanted.slice(-1), ...wanted.slice(0, -1).toSorted((a, b) => b.changes - a.changes)]
  const taken: { from: number; to: number }[] = []
  return byWeight.filter((release) => {
    const half = (release.tag.length * letter) / 2 + 6
    const middle = Math.min(Math.max(x(release), half), width - half)
    const isFree = taken.every(({ from, to }) => middle + half < from || middle - half > to)
    if (isFree) taken.push({ from: middle - half, to: middle + half })
    return isFree
  })
}

/** The starts of years within the span, or of its months when it is short; as many as find room. */
function yearsBetween(from: number, to: number, width: number): readonly { time: number; label: string }[] {
  const first = new Date(from)
  const months = (to - from) / (30 * 86_400_000)
  const step = months > 24 ? 12 : months > 8 ? 3 : 1
  const marks: { time: number; label: string }[] = []
  for (let month = 0; ; month += 1) {
    const time = Date.UTC(first.getUTCFullYear(), month)
    if (time > to || marks.length > 400) break
    if (time < from || month % step !== 0) continue
    const date = new Date(time)
    const year = String(date.getUTCFullYear())
    marks.push({
      time,
      label: step === 12 ? year : `${year}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`,
    })
  }
  const every = Math.max(1, Math.ceil((marks.length * 56) / Math.max(1, width)))
  return marks.filter((_, index) => index % every === 0)
}
