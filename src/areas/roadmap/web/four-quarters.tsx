import { Link } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import type { QuarterShape, ScopeShape } from '../allocation/allocation-shape.ts'
import { allocationWords } from './words/words.ts'

/** The company over four quarters; each leads to its own page. */
export function FourQuarters({ quarters }: { readonly quarters: readonly QuarterShape[] }) {
  const words = useWords(allocationWords)
  const kinds = quarters[0]?.scopes[0]?.kinds ?? []
  const head = 'pb-1 pl-4 text-right font-normal whitespace-nowrap'
  return (
    <Section title={words('series.title')} lead={words('series.lead')}>
      {/* What scrolls in itself must be a place where the keyboard can stand. */}
      <section aria-label={words('series.table')} {...{ tabIndex: 0 }} className="overflow-x-auto">
        <table className="w-full border-collapse tabular-nums">
          <thead>
            <tr className="text-xs text-ink-3">
              <th scope="col" className="pb-1 text-left font-normal">
                {words('series.quarter')}
              </th>
              <th scope="col" className={head}>
                {words('series.changes')}
              </th>
              <th scope="col" className={head}>
                {words('series.goal')}
              </th>
              {kinds.map(({ kind }) => (
                <th key={kind} scope="col" className={head}>
                  {words(`kind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quarters.map(({ quarter, scopes: [company] }) => (
              <tr key={quarter} className="h-8 border-t border-rule">
                <th scope="row" className="text-left font-normal whitespace-nowrap">
                  <Link
                    to="/direction/allocation"
                    search={{ quarter }}
                    className="text-accent underline underline-offset-2"
                  >
                    {quarter}
                  </Link>
                </th>
                {company && <Figures company={company} />}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function Figures({ company }: { readonly company: ScopeShape }) {
  const words = useWords(allocationWords)
  const format = useFormat()
  const share = (value: number | null) => (value === null ? '–' : format.share(value))
  return (
    <>
      <td className="pl-4 text-right">{format.number(company.changes)}</td>
      <td className="pl-4 text-right">{share(company.toGoalShare)}</td>
      {company.kinds.map(({ kind, share: measured, target }) => (
        <td key={kind} className="pl-4 text-right whitespace-nowrap">
          {share(measured)}
          {target !== null && (
            <span className="ml-1 text-xs text-ink-3">
              {words('series.plan', { share: format.share(target) })}
            </span>
          )}
        </td>
      ))}
    </>
  )
}
