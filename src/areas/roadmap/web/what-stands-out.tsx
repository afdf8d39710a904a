import { Link } from '@tanstack/react-router'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import type { FloorShape, KindShare, QuarterShape, ScopeShape } from '../allocation/allocation-shape.ts'
import { allocationWords } from './words/words.ts'

/** Floors that were missed or are about to be, with what is at risk, and where work drifted from the plan; in words. */
export function WhatStandsOut({ quarter: { quarter, scopes } }: { readonly quarter: QuarterShape }) {
  const words = useWords(allocationWords)
  const mayPlan = useMay()(leadership)
  const told = scopes.filter((scope) => floorsOf(scope).length + driftsOf(scope).length > 0)
  const isPlanned = scopes.some(({ allocation }) => allocation !== null)
  return (
    <Section title={words('look.title')}>
      {told.length === 0 && (
        <p className="max-w-[72ch] text-ink-2">
          {isPlanned ? words('look.none') : words('look.noPlan', { quarter })}
          {!isPlanned && mayPlan && (
            <Link
              to="/direction/allocations"
              search={{ form: 'new' }}
              className="ml-2 text-accent underline underline-offset-2"
            >
              {words('look.plan')}
            </Link>
          )}
        </p>
      )}
      <ul className="flex max-w-[80ch] flex-col gap-4">
        {told.map((scope) => (
          <li key={`${scope.team?.key ?? ''} ${scope.allocation?.key ?? ''}`}>
            <p className="font-medium">{scope.team?.name ?? words('company')}</p>
            <ul className="mt-1 flex flex-col gap-1.5">
              {floorsOf(scope).map((floor) => (
                <Floor key={floor.kind} floor={floor} />
              ))}
              {driftsOf(scope).map((kind) => (
                <Drift key={kind.kind} kind={kind} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const floorsOf = ({ floors }: ScopeShape) =>
  floors.filter(({ state }) => state === 'missed' || state === 'below')

const driftsOf = ({ kinds }: ScopeShape) => kinds.filter(({ drift }) => drift !== null)

function Floor({
  floor: { kind, share, floor, state, risk, couldBeUnclassified },
}: {
  readonly floor: FloorShape
}) {
  const words = useWords(allocationWords)
  const format = useFormat()
  return (
    <li className={`border-l-2 pl-3 ${state === 'missed' ? 'border-bad' : 'border-rule-strong'}`}>
      <p>
        {words(state === 'missed' ? 'look.missed' : 'look.below', {
          kind: words(`kind.${kind}`),
          share: format.share(share ?? 0),
          floor: format.share(floor),
        })}{' '}
        {couldBeUnclassified && words('look.unclassified')}
      </p>
      <p className="wrap-anywhere text-ink-2">{words('look.risk', { risk })}</p>
    </li>
  )
}

function Drift({ kind: { kind, difference, drift } }: { readonly kind: KindShare }) {
  const words = useWords(allocationWords)
  const format = useFormat()
  return (
    <li className="border-l-2 border-rule pl-3 text-ink-2">
      {words(drift === 'above' ? 'look.above' : 'look.under', {
        kind: words(`kind.${kind}`),
        points: format.number(Math.abs(difference ?? 0), 1),
      })}
    </li>
  )
}
