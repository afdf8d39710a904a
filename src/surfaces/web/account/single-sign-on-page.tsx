import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProviderShape } from '#workspace/shape.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { AskingButton } from './asking-button.tsx'
import { Submit, TextField } from './form-parts.tsx'
import { accountWords } from './words.ts'

const queryKey = ['sign-in-provider']

interface Shown {
  readonly provider: ProviderShape | null
  /** Where the provider is to send browsers back to. */
  readonly callback: string
}

/** The OpenID Connect provider by which members may sign in; for owners. */
export function SingleSignOnPage() {
  const words = useWords(accountWords)
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<Shown>(apiUrl('/sign-in-provider'), signal),
  })
  return (
    <div className="flex flex-col">
      <PageHeader title={words('sso.title')} lead={words('sso.lead')} />
      {error && <ProblemNote error={error} />}
      {!data && !error && <div className="skeleton h-64" />}
      {data && <Settings key={data.provider?.changedAt ?? ''} {...data} />}
    </div>
  )
}

function Settings({ provider, callback }: Shown) {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const [name, setName] = useState(provider?.name ?? '')
  const [issuer, setIssuer] = useState(provider?.issuer ?? '')
  const [clientId, setClientId] = useState(provider?.clientId ?? '')
  const [clientSecret, setClientSecret] = useState('')
  const again = () => client.invalidateQueries()
  const keeps = provider?.hasSecret === true && provider.issuer === issuer
  const save = useMutation({
    mutationFn: () =>
      send('PUT', apiUrl('/sign-in-provider'), {
        name,
        issuer,
        clientId,
        ...(clientSecret !== '' && { clientSecret }),
      }),
    onSuccess: again,
  })
  const remove = useMutation({
    mutationFn: () => send('DELETE', apiUrl('/sign-in-provider')),
    onSuccess: again,
  })
  return (
    <form
      className="flex max-w-[36rem] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {provider && !provider.hasSecret && <p className="text-ink-2">{words('sso.secretGone')}</p>}
      <TextField
        label={words('sso.name')}
        hint={words('sso.nameHint')}
        value={name}
        onChange={setName}
        maxLength={60}
      />
      <TextField
        label={words('sso.issuer')}
        hint={words('sso.issuerHint')}
        type="url"
        value={issuer}
        onChange={setIssuer}
        maxLength={2000}
      />
      <TextField label={words('sso.clientId')} value={clientId} onChange={setClientId} maxLength={500} />
      <TextField
        label={words('sso.clientSecret')}
        hint={words(keeps ? 'sso.secretKept' : 'sso.secretHint')}
        type="password"
        autoComplete="off"
        value={clientSecret}
        onChange={setClientSecret}
        maxLength={4000}
        required={!keeps}
      />
      <div>
        <p className="text-ink-2">{words('sso.callback')}</p>
        <code className="font-mono text-xs break-all">{callback}</code>
      </div>
      {save.error && <ProblemNote error={save.error} isAct />}
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <Submit isPending={save.isPending}>{words(provider ? 'sso.save' : 'sso.setUp')}</Submit>
        {provider && (
          <AskingButton title={words('sso.removeAsk', { name })} text={words('sso.removeText')} act={remove}>
            {words('sso.remove')}
          </AskingButton>
        )}
      </div>
    </form>
  )
}
