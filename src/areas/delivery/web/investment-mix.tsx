import { useRef } from 'react'
import { ShareBar } from '#kit/charts/share-bar.tsx'
import { FigureLink } from '#kit/figure/figure-link.tsx'
import { useFigures } from '#kit/figure/use-figures.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { deliveryWords } from './words.ts'

const kinds = [
  ['feature', 'fill-series-1'],
  ['foundation', 'fill-series-4'],
  ['reliability', 'fill-series-2'],
  ['learning', 'fill-series-5'],
  ['upkeep', 'fill-series-3'],
  ['unclassified', 'fill-series-6'],
] as const

/** What the delivered changes were for, with what nobody classified in plain sight. */
export function InvestmentMix() {
  const words = useWords(deliveryWords)
  const format = useFormat()
  const chart = useRef<HTMLDivElement>(null)
  const { byId, isKnown } = useFigures()
  const figure = byId.get('delivery.investment-mix')
  const parts = figure?.parts
  return (
    <Section
      title={words('mix.title')}
      actions={<Exports name={words('mix.name')} table="measures" chart={chart} />}
    >
      <div ref={chart}>
        {!isKnown && <div className="skeleton h-20" />}
        {figure && parts && (
          <ShareBar
            label={figure.title}
            head={[words('mix.part'), words('mix.share')]}
            parts={kinds.map(([key, fill]) => {
              const share = parts[key] ?? 0
              return { key, label: figure.partNames[key] ?? key, share, text: format.share(share), fill }
            })}
          />
        )}
      </div>
      {figure && <FigureLink figure={figure} />}
    </Section>
  )
}
