import { useMutation, useQuery } from '@tanstack/react-query'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { QuietButton } from './form-parts.tsx'
import { accountWords } from './words.ts'

interface ProviderEntryProps {
  /** What is sent along: where to go on to, or the secret of an invitation. */
  readonly also: Readonly<Record<string, string>>
  readonly word: 'provider.enter' | 'provider.join'
}

/** Signing in or joining by the workspace's provider, where there is one. */
export function ProviderEntry({ also, word }: ProviderEntryProps) {
  const words = useWords(accountWords)
  const { data } = useQuery({
    queryKey: ['session-provider'],
    queryFn: ({ signal }) =>
      getJson<{ readonly provider: { readonly name: string } | null }>(apiUrl('/session/provider'), signal),
  })
  const go = useMutation({
    mutationFn: () => send<{ location: string }>('POST', apiUrl('/session/provider'), also),
    onSuccess: ({ location: there }) => location.assign(there),
  })
  if (!data?.provider) return null
  return (
    <>
      <QuietButton isPending={go.isPending || go.isSuccess} onClick={() => go.mutate()}>
        {words(word, { name: data.provider.name })}
      </QuietButton>
      {go.error && <ProblemNote error={go.error} isAct />}
    </>
  )
}
