import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AccountShape } from '#workspace/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { Submit, TextButton, TextField } from './form-parts.tsx'
import { Keys } from './keys.tsx'
import { NoAccount } from './no-account.tsx'
import { Passkeys } from './passkeys.tsx'
import { ProviderConnection } from './provider-connection.tsx'
import { Sessions } from './sessions.tsx'
import { waysInQuery } from './ways-in-query.ts'
import { WhyNote } from './why-note.tsx'
import { accountWords } from './words.ts'

/** One's own account: password, passkeys, provider, sessions, keys. */
export function AccountPage() {
  const words = useWords(accountWords)
  const { data: account, error } = useQuery(accountQuery)
  const { why } = useSearch({ from: '/account' })
  return (
    <div className="flex flex-col">
      <PageHeader title={words('account.title')} lead={words('account.lead')} />
      {why && (
        <div className="mb-8">
          <WhyNote why={why} />
        </div>
      )}
      {error && <ProblemNote error={error} />}
      {!account && !error && <div className="skeleton h-64" />}
      {account?.state === 'none' && <NoAccount />}
      {account?.state === 'signed-in' && (
        <div className="flex flex-col gap-12">
          <You account={account} />
          <WaysIn email={account.email} />
          <Sessions current={account.session} />
          <Keys />
        </div>
      )}
    </div>
  )
}

function You({ account }: { readonly account: Extract<AccountShape, { state: 'signed-in' }> }) {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => send('DELETE', apiUrl('/session')),
    async onSuccess() {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== accountQuery.queryKey[0] })
      await client.invalidateQueries({ queryKey: accountQuery.queryKey })
    },
  })
  return (
    <Section
      title={words('account.you')}
      actions={<TextButton onClick={() => signOut.mutate()}>{words('account.signOut')}</TextButton>}
    >
      <p>
        {account.name} · {account.email} · {words(`role.${account.role}`)}
      </p>
      {signOut.error && <ProblemNote error={signOut.error} isAct />}
    </Section>
  )
}

/** By what one signs in: a password, passkeys, the provider. */
function WaysIn({ email }: { readonly email: string }) {
  const words = useWords(accountWords)
  const { data, error } = useQuery(waysInQuery)
  if (error) return <ProblemNote error={error} />
  if (!data) return <div className="skeleton h-32" />
  return (
    <>
      {data.password && (
        <Section title={words('password')}>
          <ChangePassword email={email} />
        </Section>
      )}
      <Passkeys passkeys={data.passkeys} />
      {data.provider && <ProviderConnection provider={data.provider} />}
    </>
  )
}

function ChangePassword({ email }: { readonly email: string }) {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => send('PUT', apiUrl('/session/password'), { current, next }),
    async onSuccess() {
      setCurrent('')
      setNext('')
      // The session is another one now.
      await client.invalidateQueries({ queryKey: accountQuery.queryKey })
      await client.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  return (
    <details className="max-w-[26rem]">
      <summary className="text-accent">{words('account.changePassword')}</summary>
      <form
        className="mt-3 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField
          label={words('password.current')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <TextField
          label={words('password.new')}
          hint={words('password.hint')}
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={128}
          value={next}
          onChange={setNext}
        />
        {change.error && <ProblemNote error={change.error} isAct />}
        <output>{change.isSuccess && words('account.passwordChanged')}</output>
        <Submit isPending={change.isPending}>{words('account.changePassword')}</Submit>
      </form>
    </details>
  )
}
