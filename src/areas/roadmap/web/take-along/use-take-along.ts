import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { audiences, type Audience } from '../../take-along/copy-shape.ts'

interface TakeAlong {
  /** For whom the roadmap is being taken along, as the address says it; null for nobody. */
  readonly audience: Audience | null
  readonly takeFor: (audience: Audience) => void
  readonly close: () => void
}

export function useTakeAlong(): TakeAlong {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const { history } = useRouter()
  const isOpen = search['take'] !== undefined
  const go = (audience: Audience | undefined) =>
    void navigate({
      to: '.',
      // What is undefined stands in no address.
      search: (before: Readonly<Record<string, unknown>>) => ({ ...before, take: audience }),
      resetScroll: false,
      // From one audience to the next is no step to come back to.
      replace: isOpen,
      state: isOpen ? true : { opensEvidence: true },
    })
  return {
    audience: audiences.find((one) => one === search['take']) ?? null,
    takeFor: go,
    // Back still leads to what was before it was opened.
    close: () => (history.location.state.opensEvidence ? history.back() : go(undefined)),
  }
}
