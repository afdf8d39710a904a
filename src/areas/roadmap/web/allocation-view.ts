import { useNavigate, useSearch } from '@tanstack/react-router'

const quarter = /^(19|20|21)\d\d-Q[1-4]$/

/** Which changes a figure opens to: of whom, and which of theirs. */
export interface Facts {
  /** Key of a team, or `company`. */
  readonly scope: string
  readonly by: 'kind' | 'way' | 'reaches' | 'all'
  readonly value: string
}

interface AllocationView {
  /** Undefined for the current one. */
  readonly quarter: string | undefined
  readonly facts: Facts | undefined
}

const filters = ['kind', 'way', 'reaches', 'all'] as const

/** What the address says: the quarter, and the facts that are open. */
export function useAllocationView(): AllocationView {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const asked = search['quarter']
  return {
    quarter: typeof asked === 'string' && quarter.test(asked) ? asked : undefined,
    facts: readFacts(search['facts']),
  }
}

/** Opens facts so that Back closes them, or closes them. */
export function useOpenFacts(): (facts: Facts | undefined) => void {
  const navigate = useNavigate()
  return (facts) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, facts: facts && writeFacts(facts) }),
      replace: facts === undefined,
      resetScroll: false,
    })
}

function writeFacts({ scope, by, value }: Facts): string {
  return [scope, by, value].join('.')
}

function readFacts(text: unknown): Facts | undefined {
  if (typeof text !== 'string') return undefined
  const [scope, by, value] = text.split('.')
  const filter = filters.find((each) => each === by)
  return scope && filter && value ? { scope, by: filter, value } : undefined
}
