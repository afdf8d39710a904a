import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import type { InvitationShape } from '#workspace/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Entry, EntryForm } from './entry.tsx'
import { ProviderEntry } from './provider-entry.tsx'
import { accountWords } from './words.ts'

/** Where the link of an invitation leads. Its secret stands behind the #, which browsers send to no server. */
export function JoinPage() {
  const words = useWords(accountWords)
  const format = useFormat()
  const navigate = useNavigate()
  const { hash: token } = useLocation()
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => send<InvitationShape>('POST', apiUrl('/invitations/show'), { token }),
  })
  if (error) {
    return (
      <Entry title={words('join.title')} lead="">
        <ProblemNote error={error} />
      </Entry>
    )
  }
  if (!invitation) return <div className="skeleton h-64" />
  const values = { role: words(`role.${invitation.role}`), moment: format.moment(invitation.expiresAt) }
  return (
    <Entry title={words('join.title')} lead={words('join.lead', values)}>
      <EntryForm
        to="/invitations/accept"
        also={{ token }}
        submit={words('join.submit')}
        onEntered={() => void navigate({ to: '/', replace: true })}
      />
      <ProviderEntry word="provider.join" also={{ invitation: token }} />
    </Entry>
  )
}
