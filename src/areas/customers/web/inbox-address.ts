import { useNavigate, useSearch } from '@tanstack/react-router'
import { inboxViews, type InboxView } from '../inbox/inbox-shape.ts'

interface InboxAddress {
  readonly view: InboxView
  /** Key of the insight that lies open. */
  readonly at: string | undefined
  /** Key of the bet whose evidence lies open. */
  readonly bet: string | undefined
}

/** What the address says besides its path. */
export function useInboxAddress(): InboxAddress {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  return {
    view: inboxViews.find((each) => each === search['view']) ?? 'new',
    at: text('at'),
    bet: text('bet'),
  }
}

type Change = { readonly [Name in keyof InboxAddress]?: InboxAddress[Name] | undefined }

/** Changes the address where one stands; Back closes what lies over the page, and does not walk rows. */
export function useChangeInbox(): (change: Change, step?: 'push' | 'replace') => void {
  const navigate = useNavigate()
  return (change, step = 'replace') =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...change }),
      replace: step === 'replace',
      resetScroll: false,
    })
}
