import { useRef } from 'react'
import type { LeadTimeBucketShape } from '#evidence/shape.ts'
import { Histogram, type Mark } from '#kit/charts/histogram.tsx'
import { useFigures } from '#kit/figure/use-figures.ts'
import { asText, useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { FromTable } from '#kit/table/from-table.tsx'
import { placeInBuckets } from './place-in-buckets.ts'
import { deliveryWords } from './words.ts'

/** How lead times are spread: the median alone hides the long tail. */
export function LeadTimes() {
  const words = useWords(deliveryWords)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <Section
      title={words('lead.title')}
      lead={words('lead.lead')}
      actions={<Exports name={words('lead.name')} table="lead-times" chart={chart} />}
    >
      <div ref={chart}>
        <FromTable name="lead-times" height={240}>
          {({ rows }) => <Distribution buckets={rows} />}
        </FromTable>
      </div>
    </Section>
  )
}

function Distribution({ buckets }: { readonly buckets: readonly LeadTimeBucketShape[] }) {
  const words = useWords(deliveryWords)
  const format = useFormat()
  const { byId } = useFigures()
  const total = buckets.reduce((sum, { changes }) => sum + changes, 0)
  if (total === 0) return <p className="max-w-[64ch] text-ink-2">{words('lead.none')}</p>
  const percentiles = byId.get('delivery.lead-time')?.percentiles
  const marks = percentiles
    ? (['50', '75', '90'] as const).map((name): Mark => ({
        at: placeInBuckets(buckets, percentiles[name]),
        label: words(`lead.p${name}`, { time: asText(format.duration(percentiles[name])) }),
      }))
    : []
  const short = (hours: number) =>
    hours < 48
      ? words('unit.hour', { value: format.number(hours) })
      : words('unit.day', { value: format.number(hours / 24, hours < 240 ? 1 : 0) })
  const labelOf = ({ from, upTo }: LeadTimeBucketShape) => {
    if (upTo === null) return words('lead.from', { from: short(from) })
    return from === 0 ? words('lead.to', { to: short(upTo) }) : `${short(from)} – ${short(upTo)}`
  }
  return (
    <Histogram
      label={words('lead.chart', { count: total })}
      head={[words('lead.time'), words('lead.changes')]}
      buckets={buckets.map((bucket) => ({
        label: labelOf(bucket),
        edge: bucket.upTo === null ? null : short(bucket.upTo),
        count: bucket.changes,
      }))}
      marks={marks}
      count={(count) => format.number(count)}
    />
  )
}
