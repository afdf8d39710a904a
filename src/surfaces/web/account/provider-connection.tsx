import { useMutation } from '@tanstack/react-query'
import type { WaysInShape } from '#workspace/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { QuietButton } from './form-parts.tsx'
import { accountWords } from './words.ts'

/** Whether one's account is connected with the workspace's provider, and connecting it. */
export function ProviderConnection({
  provider: { name, connected },
}: {
  readonly provider: NonNullable<WaysInShape['provider']>
}) {
  const words = useWords(accountWords)
  const connect = useMutation({
    mutationFn: () => send<{ location: string }>('POST', apiUrl('/session/provider/connect')),
    onSuccess: ({ location: there }) => location.assign(there),
  })
  return (
    <Section title={words('provider.title', { name })}>
      <p className="mb-3 max-w-[72ch] text-pretty text-ink-2">
        {words(connected ? 'provider.connected' : 'provider.notConnected', { name })}
      </p>
      {!connected && (
        <QuietButton isPending={connect.isPending || connect.isSuccess} onClick={() => connect.mutate()}>
          {words('provider.connect', { name })}
        </QuietButton>
      )}
      {connect.error && <ProblemNote error={connect.error} isAct />}
    </Section>
  )
}
