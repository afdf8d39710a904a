import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PasskeyShape } from '#workspace/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { AskingButton } from './asking-button.tsx'
import { Submit, TextButton, TextField } from './form-parts.tsx'
import { knowsPasskeys, makePasskey } from './passkey-browser.ts'
import { PasskeyProblem } from './passkey-problem.tsx'
import { waysInKey } from './ways-in-query.ts'
import { accountWords } from './words.ts'

/** One's passkeys, each to be named and taken away, and a new one. */
export function Passkeys({ passkeys }: { readonly passkeys: readonly PasskeyShape[] }) {
  const words = useWords(accountWords)
  return (
    <Section title={words('passkeys.title')} lead={words('passkeys.lead')}>
      {passkeys.length === 0 && <p className="mb-4 text-ink-2">{words('passkeys.none')}</p>}
      {passkeys.length > 0 && (
        <ul className="mb-4 border-t border-rule">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {knowsPasskeys ? <NewPasskey /> : <p className="text-ink-2">{words('passkeys.unable')}</p>}
    </Section>
  )
}

function Passkey({ passkey: { id, name, createdAt, lastUsedAt } }: { readonly passkey: PasskeyShape }) {
  const words = useWords(accountWords)
  const format = useFormat()
  const client = useQueryClient()
  const [written, setWritten] = useState<string | null>(null)
  const again = () => client.invalidateQueries({ queryKey: waysInKey })
  const remove = useMutation({
    mutationFn: () => send('DELETE', apiUrl(`/passkeys/${id}`)),
    onSettled: again,
  })
  const rename = useMutation({
    mutationFn: (next: string) => send('PUT', apiUrl(`/passkeys/${id}`), { name: next }),
    async onSuccess() {
      await again()
      setWritten(null)
    },
  })
  return (
    <li className="border-b border-rule py-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        {written === null ? (
          <span className="min-w-0 break-words">{name}</span>
        ) : (
          <form
            className="flex flex-wrap items-end gap-3 py-1"
            onSubmit={(event) => {
              event.preventDefault()
              rename.mutate(written)
            }}
          >
            <TextField
              label={words('passkeys.name')}
              value={written}
              onChange={setWritten}
              maxLength={100}
              autoComplete="off"
            />
            <Submit isPending={rename.isPending}>{words('passkeys.save')}</Submit>
          </form>
        )}
        <span className="flex flex-wrap gap-x-4 text-ink-3">
          {lastUsedAt === null
            ? words('passkeys.since', { moment: format.moment(createdAt) })
            : words('passkeys.used', { moment: format.moment(lastUsedAt) })}
          {written === null && (
            <TextButton aria-label={words('passkeys.renameOf', { name })} onClick={() => setWritten(name)}>
              {words('passkeys.rename')}
            </TextButton>
          )}
          <AskingButton
            label={words('passkeys.removeOf', { name })}
            title={words('passkeys.removeAsk', { name })}
            text={words('passkeys.removeText')}
            act={remove}
          >
            {words('passkeys.remove')}
          </AskingButton>
        </span>
      </div>
      {rename.error && <ProblemNote error={rename.error} isAct />}
    </li>
  )
}

function NewPasskey() {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => makePasskey(name),
    async onSuccess() {
      setName('')
      await client.invalidateQueries({ queryKey: waysInKey })
    },
  })
  return (
    <form
      className="flex max-w-[26rem] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <TextField
        label={words('passkeys.name')}
        hint={words('passkeys.nameHint')}
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="off"
      />
      {add.error && <PasskeyProblem error={add.error} />}
      <Submit isPending={add.isPending}>{words('passkeys.add')}</Submit>
    </form>
  )
}
