import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { apiUrl, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Submit, TextField } from './form-parts.tsx'
import { useEntered } from './use-entered.ts'
import { accountWords } from './words.ts'

/** The narrow page of a way in. */
export function Entry({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  return (
    <div className="mx-auto mt-6 flex max-w-[26rem] flex-col gap-6 sm:mt-16">
      <header>
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 text-pretty text-ink-2">{lead}</p>
      </header>
      {children}
    </div>
  )
}

interface EntryFormProps {
  readonly to: '/owner' | '/session' | '/invitations/accept'
  readonly submit: string
  /** What is sent besides what is written. */
  readonly also?: Readonly<Record<string, string>>
  readonly onEntered: () => void
}

/** Address and password, and for a new account a name; whoever sends them is signed in. */
export function EntryForm({ to, submit, also, onEntered }: EntryFormProps) {
  const words = useWords(accountWords)
  const entered = useEntered()
  const isNew = to !== '/session'
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: () => send('POST', apiUrl(to), { ...also, ...(isNew && { name }), email, password }),
    async onSuccess() {
      await entered()
      onEntered()
    },
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate()
      }}
    >
      {isNew && (
        <TextField
          label={words('name')}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={200}
        />
      )}
      <TextField
        label={words('email')}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete={isNew ? 'username' : 'username webauthn'}
        maxLength={254}
      />
      <TextField
        label={words('password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={128}
        {...(isNew && { hint: words('password.hint'), minLength: 10 })}
      />
      {enter.error && <ProblemNote error={enter.error} isAct />}
      <Submit isPending={enter.isPending}>{submit}</Submit>
    </form>
  )
}
