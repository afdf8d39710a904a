import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ApiKeyShape } from '#workspace/shape.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { AskingButton } from './asking-button.tsx'
import { Submit, TextField } from './form-parts.tsx'
import { ShownOnce } from './shown-once.tsx'
import { accountWords } from './words.ts'

const queryKey = ['api-keys']

/** The keys in use, each to be revoked, and a new one. */
export function Keys() {
  const words = useWords(accountWords)
  const may = useMay()
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ keys: readonly ApiKeyShape[] }>(apiUrl('/api-keys'), signal),
  })
  // Who became a guest may still have keys, to be revoked.
  if (!may(insiders) && !error && !data?.keys.length) return null
  return (
    <Section title={words('keys.title')} lead={words('keys.lead')}>
      {error && <ProblemNote error={error} />}
      {data?.keys.length === 0 && <p className="text-ink-2">{words('keys.none')}</p>}
      <ul className="mb-4 border-t border-rule empty:border-0">
        {data?.keys.map((key) => (
          <Key key={key.id} shown={key} />
        ))}
      </ul>
      {may(insiders) && <NewKey />}
    </Section>
  )
}

function Key({ shown: { id, name, end, scope, lastUsedAt } }: { readonly shown: ApiKeyShape }) {
  const words = useWords(accountWords)
  const format = useFormat()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => send('DELETE', apiUrl(`/api-keys/${id}`)),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-1.5">
      <span className="min-w-0 wrap-anywhere">
        {name} · <span className="font-mono text-xs">…{end}</span> · {words(`keys.${scope}`)}
      </span>
      <span className="flex gap-4 text-ink-3">
        {lastUsedAt === null
          ? words('keys.unused')
          : words('keys.used', { moment: format.moment(lastUsedAt) })}
        <AskingButton
          label={words('keys.revokeOf', { name })}
          title={words('keys.revokeAsk', { name })}
          text={words('keys.revokeText')}
          act={revoke}
        >
          {words('keys.revoke')}
        </AskingButton>
      </span>
    </li>
  )
}

function NewKey() {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const field = useId()
  const [name, setName] = useState('')
  const [scope, setScope] = useState('read')
  const create = useMutation({
    mutationFn: () => send<{ token: string }>('POST', apiUrl('/api-keys'), { name, scope }),
    async onSuccess() {
      setName('')
      await client.invalidateQueries({ queryKey })
    },
  })
  return (
    <form
      className="flex max-w-[26rem] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      <TextField
        label={words('keys.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoComplete="off"
      />
      <div className="flex flex-col gap-1">
        <label htmlFor={field} className="text-ink-2">
          {words('keys.scope')}
        </label>
        <select
          id={field}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
          className="select self-start"
        >
          <option value="read">{words('keys.read')}</option>
          <option value="write">{words('keys.write')}</option>
        </select>
      </div>
      {create.error && <ProblemNote error={create.error} isAct />}
      {create.data && <ShownOnce label={words('once.key')} secret={create.data.token} />}
      <Submit isPending={create.isPending}>{words('keys.create')}</Submit>
    </form>
  )
}
