import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionShape } from '#workspace/shape.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { browserName } from './browser-name.ts'
import { TextButton } from './form-parts.tsx'
import { accountWords } from './words.ts'

/** Where one is signed in, each to be ended. */
export function Sessions({ current }: { readonly current: string }) {
  const words = useWords(accountWords)
  const format = useFormat()
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => getJson<{ sessions: readonly SessionShape[] }>(apiUrl('/sessions'), signal),
  })
  const end = useMutation({
    mutationFn: (id: string) => send('DELETE', apiUrl(`/sessions/${encodeURIComponent(id)}`)),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <Section title={words('sessions.title')}>
      {error && <ProblemNote error={error} />}
      {end.error && <ProblemNote error={end.error} isAct />}
      <ul className="border-t border-rule">
        {data?.sessions.map(({ id, userAgent, createdAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-1.5"
          >
            <span className="min-w-0 truncate" title={userAgent ?? undefined}>
              {browserName(userAgent) ?? words('sessions.unknown')}
            </span>
            <span className="flex flex-wrap gap-x-4 text-ink-3">
              {words('sessions.since', { moment: format.moment(createdAt) })}
              {id === current ? (
                <span className="text-ink">{words('sessions.here')}</span>
              ) : (
                <TextButton onClick={() => end.mutate(id)}>{words('sessions.end')}</TextButton>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
