import { sides } from '../sides.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordShape } from '#kernel/shape.ts'
import type { MemberShape } from '#workspace/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordQuery, recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { Part } from './part.tsx'
import { roadmapWords } from './words.ts'

type Side = (typeof sides)[number]

/** Who agreed to a bet, and the way to agree for who may. */
export function Agreements({ bet: key }: { readonly bet: string }) {
  const words = useWords(roadmapWords)
  const client = useQueryClient()
  const { data: record, error } = useQuery(recordQuery(key))
  const mayAgree = useMayAgree()
  const agree = useMutation({
    mutationFn: (side: Side) => send<RecordShape>('POST', `${recordUrl('bets', key)}/agree`, { side }),
    onSuccess: (saved, side) => {
      client.setQueryData(recordQuery(key).queryKey, saved)
      showToast({ text: words('agree.said', { side: words(`agree.${side}`), key }) })
    },
  })
  if (error) return <ProblemNote error={error} />
  return (
    <Part title={words('drawer.agreed')}>
      <p className="mb-2 text-ink-2">{words('drawer.agreedLead')}</p>
      {!record && <div className="skeleton h-16" />}
      {record && (
        <ul className="flex flex-col gap-2">
          {sides.map((side) => (
            <li key={side} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <Agreement record={record} side={side} />
              {!agreementOf(record, side) && mayAgree(record.fields[side]) && (
                <button
                  type="button"
                  className="button"
                  disabled={agree.isPending}
                  onClick={() => agree.mutate(side)}
                >
                  {words(`agree.for.${side}`)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {agree.error && <ProblemNote error={agree.error} isAct />}
    </Part>
  )
}

function Agreement({ record, side }: { readonly record: RecordShape; readonly side: Side }) {
  const words = useWords(roadmapWords)
  const format = useFormat()
  const person = record.fields[side]
  const agreed = agreementOf(record, side)
  return (
    <span>
      {words(`agree.${side}`)}:{' '}
      {typeof person === 'string' ? (
        <Link
          to="/records/$key"
          params={{ key: person }}
          className="underline-offset-2 hover:text-accent hover:underline"
        >
          {record.references[person]?.title ?? person}
        </Link>
      ) : (
        <span className="text-ink-3">{words('agree.nobody')}</span>
      )}
      <span className="block text-xs text-ink-2">
        {agreed
          ? words('agree.done', {
              day: format.day(String(agreed['day'])),
              version: String(agreed['version']),
            })
          : words('agree.open')}
      </span>
    </span>
  )
}

function agreementOf({ fields }: RecordShape, side: Side) {
  const rows = fields['agreements']
  if (!Array.isArray(rows)) return undefined
  return rows.find(
    (row) => typeof row === 'object' && row !== null && 'side' in row && row['side'] === side,
  ) as Readonly<Record<string, unknown>> | undefined // rows of the field are objects
}

/** Leaders agree in anybody's name, a member where they are the counterpart. */
function useMayAgree(): (counterpart: unknown) => boolean {
  const leads = useMay()(leadership)
  const { data: account } = useQuery(accountQuery)
  const id = account?.state === 'signed-in' ? account.id : null
  const { data } = useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => getJson<{ members: readonly MemberShape[] }>(apiUrl('/members'), signal),
    enabled: id !== null && !leads,
    staleTime: 60_000,
  })
  const own = data?.members.find((member) => member.id === id)?.person
  return (counterpart) => leads || (typeof own === 'string' && own === counterpart)
}
