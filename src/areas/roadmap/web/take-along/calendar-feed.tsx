import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { accountQuery } from '#kit/api/account.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import type { Language } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { ApiKeyShape } from '#workspace/shape.ts'
import { Part } from '../part.tsx'
import { copyUrl } from './copy-preview.tsx'
import { takeAlongWords } from './words.ts'

/** As the account page asks for them. */
const queryKey = ['api-keys']

/** The addresses by which one’s own calendar programs read the dates; each can be withdrawn. */
export function CalendarFeed({ language, window }: { readonly language: Language; readonly window: number }) {
  const words = useWords(takeAlongWords)
  const { data: account } = useQuery(accountQuery)
  return (
    <Part title={words('feed.title')}>
      <div className="flex max-w-[64ch] flex-col gap-4">
        <p className="text-pretty text-ink-2">{words('feed.lead')}</p>
        {account?.state === 'none' && (
          <Address
            label={words('feed.open')}
            address={`${location.origin}${copyUrl('ics', { audience: 'team', language, names: false, window })}`}
          />
        )}
        {account?.state === 'signed-in' && <Addresses member={account.id} language={language} />}
      </div>
    </Part>
  )
}

function Addresses({ member, language }: { readonly member: string; readonly language: Language }) {
  const words = useWords(takeAlongWords)
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ keys: readonly ApiKeyShape[] }>(apiUrl('/api-keys'), signal),
  })
  const make = useMutation({
    mutationFn: () =>
      send<{ token: string }>('POST', apiUrl('/api-keys'), { name: words('feed.name'), scope: 'calendar' }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  const own = data?.keys.filter((key) => key.scope === 'calendar' && key.member === member) ?? []
  return (
    <>
      {error && <ProblemNote error={error} />}
      {make.error && <ProblemNote error={make.error} isAct />}
      {make.data && (
        <Address
          label={words('feed.made')}
          address={`${location.origin}/calendar/${make.data.token}.ics?language=${language}`}
        />
      )}
      <button
        type="button"
        className="button self-start"
        disabled={make.isPending}
        onClick={() => make.mutate()}
      >
        {words('feed.make')}
      </button>
      {own.length > 0 && (
        <ul aria-label={words('feed.yours')} className="border-t border-rule">
          {own.map((key) => (
            <OwnAddress key={key.id} shown={key} />
          ))}
        </ul>
      )}
    </>
  )
}

function OwnAddress({ shown: { id, end, lastUsedAt } }: { readonly shown: ApiKeyShape }) {
  const words = useWords(takeAlongWords)
  const format = useFormat()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const withdraw = useMutation({
    mutationFn: () => send('DELETE', apiUrl(`/api-keys/${id}`)),
    onSuccess: () => setAsked(false),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-1.5">
      <span className="font-mono text-xs">…{end}</span>
      <span className="flex gap-4 text-ink-3">
        {lastUsedAt === null
          ? words('feed.unused')
          : words('feed.used', { moment: format.moment(lastUsedAt) })}
        <button
          type="button"
          aria-label={words('feed.endOf', { end })}
          className="text-accent underline underline-offset-2"
          onClick={() => setAsked(true)}
        >
          {words('feed.end')}
        </button>
      </span>
      {isAsked && (
        <ConfirmDialog
          title={words('feed.endAsk', { end })}
          action={words('feed.end')}
          isPending={withdraw.isPending}
          error={withdraw.error}
          onConfirm={() => withdraw.mutate()}
          onClose={() => {
            withdraw.reset()
            setAsked(false)
          }}
        >
          <p>{words('feed.endText')}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}

function Address({ label, address }: { readonly label: string; readonly address: string }) {
  const words = useWords(takeAlongWords)
  const [copied, setCopied] = useState('')
  return (
    <output className="block border-l-2 border-accent py-1 pl-4">
      <span className="block text-ink-2">{label}</span>
      <code className="font-mono text-xs break-all">{address}</code>{' '}
      <button
        type="button"
        className="text-accent underline underline-offset-2"
        onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(address))}
      >
        {words(copied === address ? 'feed.copied' : 'feed.copy')}
      </button>
    </output>
  )
}
