import type { ReleaseShape } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { Chart } from './chart.tsx'

interface ReleaseStripProps {
  readonly label: string
  readonly releases: readonly ReleaseShape[]
  readonly countOf: (changes: number) => string
}

const height = 104
const base = 84
const tallest = 58
const letter = 6.8
const gap = 12

/** Releases on an axis of time: a stem as high as its changes are many (by root), hollow for a pre-release. */
export function ReleaseStrip({ label, releases, countOf }: ReleaseStripProps) {
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
        // The largest says what the heights are of.
        const textOf = ({ tag, changes }: ReleaseShape) =>
          changes === most ? `${tag} · ${countOf(changes)}` : tag
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
                <title>{`${tag} · ${format.day(at)} · ${countOf(changes)}`}</title>
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
            {labelled(ordered, width, textOf, ({ at }) => x(Date.parse(at))).map(({ release, from, to }) => {
              const covered = ordered.filter(({ at }) => {
                const stem = x(Date.parse(at))
                return stem > from && stem < to
              })
              return (
                <text
                  key={release.tag}
                  x={(from + to) / 2}
                  y={y(Math.max(release.changes, ...covered.map(({ changes }) => changes))) - 6}
                  textAnchor="middle"
                  className="fill-ink-2 stroke-paper text-xs"
                  strokeWidth={4}
                  paintOrder="stroke"
                >
                  {textOf(release)}
                </text>
              )
            })}
          </>
        )
      }}
    </Chart>
  )
}

/** Names where there is room, the last release and the largest first, each with the room it takes. */
function labelled(
  ordered: readonly ReleaseShape[],
  width: number,
  textOf: (release: ReleaseShape) => string,
  x: (release: ReleaseShape) => number,
): readonly { readonly release: ReleaseShape; readonly from: number; readonly to: number }[] {
  const wanted = ordered.filter(({ prerelease }) => !prerelease)
  const byWeight = [...wanted.slice(-1), ...wanted.slice(0, -1).toSorted((a, b) => b.changes - a.changes)]
  const taken: { release: ReleaseShape; from: number; to: number }[] = []
  for (const release of byWeight) {
    const half = (textOf(release).length * letter) / 2
    const middle = Math.min(Math.max(x(release), half), width - half)
    const [from, to] = [middle - half, middle + half]
    if (taken.every((one) => to + gap < one.from || from - gap > one.to)) taken.push({ release, from, to })
  }
  return taken
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
