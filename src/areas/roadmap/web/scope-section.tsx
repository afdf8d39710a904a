import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import type { ScopeShape } from '../allocation/allocation-shape.ts'
import { useOpenFacts, type Facts } from './allocation-view.ts'
import { SplitBars } from './split-bars.tsx'
import { allocationWords } from './words/words.ts'

const ways = ['message', 'branch', 'trailer', 'path', 'assigned'] as const

/** The company or a team in a quarter: how much reaches a bet and a goal, and plan and measure side by side. */
export function ScopeSection({
  scope,
  quarter,
  most,
  isOneOfMany,
}: {
  readonly scope: ScopeShape
  readonly quarter: string
  readonly most: number
  /** Whether somebody else wrote an allocation for the same, too. */
  readonly isOneOfMany: boolean
}) {
  const words = useWords(allocationWords)
  const of = scope.team?.name ?? words('company')
  const name = isOneOfMany && scope.allocation ? `${of}: ${scope.allocation.key}` : of
  const isPlanned = scope.kinds.some(({ target }) => target !== null)
  return (
    <Section
      title={name}
      actions={
        scope.allocation && (
          <Link
            to="/records/$key"
            params={{ key: scope.allocation.key }}
            title={scope.allocation.title}
            className="text-xs text-ink-2 underline underline-offset-2 hover:text-accent"
          >
            {words('scope.plan', { key: scope.allocation.key })}
          </Link>
        )
      }
    >
      {scope.reason === null ? (
        <Reaches scope={scope} />
      ) : (
        <p className="text-ink-2">{words(whyNot(scope), { count: scope.changes })}</p>
      )}
      {!isPlanned && scope.reason === null && <p className="mt-1 text-ink-3">{words('scope.noPlan')}</p>}
      {(scope.reason === null || isPlanned) && (
        <div className="mt-4">
          <SplitBars scope={scope} name={name} quarter={quarter} most={most} />
        </div>
      )}
    </Section>
  )
}

function whyNot({ reason, changes }: ScopeShape) {
  if (reason === 'not-begun') return 'scope.toCome'
  return changes === 0 ? 'scope.none' : 'scope.few'
}

function Reaches({ scope }: { readonly scope: ScopeShape }) {
  const words = useWords(allocationWords)
  const format = useFormat()
  const none = scope.changes - scope.joined
  const used = ways.filter((way) => scope.ways[way] > 0)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <FactsButton scope={scope} by="reaches" value="goal" text={words('align.goal')}>
          {format.share(scope.toGoalShare ?? 0)}
        </FactsButton>
        <FactsButton scope={scope} by="reaches" value="bet" text={words('align.bet')}>
          {format.share(scope.coverage ?? 0)}
        </FactsButton>
        <FactsButton scope={scope} by="reaches" value="none" text={words('align.none')}>
          {format.share(none / scope.changes)}
        </FactsButton>
        <FactsButton scope={scope} by="all" value="all" text={null}>
          <span className="font-normal text-ink-3">{words('align.sample', { count: scope.changes })}</span>
        </FactsButton>
      </p>
      {used.length > 0 && (
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-xs text-ink-3">
          <span>{words('align.ways')}</span>
          {used.map((way) => (
            <FactsButton key={way} scope={scope} by="way" value={way} text={null}>
              <span className="font-normal text-ink-2">
                {words(`way.${way}`)} {format.number(scope.ways[way])}
              </span>
            </FactsButton>
          ))}
        </p>
      )}
    </>
  )
}

interface FactsButtonProps extends Pick<Facts, 'by' | 'value'> {
  readonly scope: ScopeShape
  readonly text: string | null
  readonly children: ReactNode
}

/** A figure that opens to the changes behind it. */
function FactsButton({ scope, by, value, text, children }: FactsButtonProps) {
  const openFacts = useOpenFacts()
  const of = scope.team?.key ?? 'company'
  return (
    <button
      type="button"
      data-figure={`${of}.${by}.${value}`}
      aria-haspopup="dialog"
      onClick={() => openFacts({ scope: of, by, value })}
      className="text-left underline-offset-2 hover:text-accent hover:underline"
    >
      <span className="font-semibold tabular-nums">{children}</span>
      {text !== null && <span className="text-ink-2"> {text}</span>}
    </button>
  )
}
