import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MemberShape } from '#workspace/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { AskingButton } from './asking-button.tsx'
import { NoAccount } from './no-account.tsx'
import { Invitations } from './invitations.tsx'
import { PersonOfMember } from './person-of-member.tsx'
import { RoleSelect, type RoleName } from './role-select.tsx'
import { accountWords } from './words.ts'

const queryKey = ['members']

/** Who belongs to the workspace; owners give roles and remove, leaders invite. */
export function MembersPage() {
  const words = useWords(accountWords)
  const { data: account } = useQuery(accountQuery)
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ members: readonly MemberShape[] }>(apiUrl('/members'), signal),
  })
  const own = account?.state === 'signed-in' ? account : null
  const mayInvite = own?.role === 'owner' || own?.role === 'leader'
  return (
    <div className="flex flex-col">
      <PageHeader title={words('members.title')} lead={words('members.lead')} />
      {error && <ProblemNote error={error} />}
      {account?.state === 'none' && <NoAccount />}
      {!data && !error && <div className="skeleton h-24" />}
      {data && data.members.length > 0 && (
        <ul className="mb-12 border-t border-rule">
          {data.members.map((member) => (
            <Member
              key={member.id}
              member={member}
              own={own?.id ?? null}
              isOwner={own?.role === 'owner'}
              mayLink={mayInvite}
            />
          ))}
        </ul>
      )}
      {mayInvite && <Invitations isOwner={own.role === 'owner'} />}
      {own?.role === 'owner' && (
        <div className="mt-12">
          <Section title={words('sso.title')} lead={words('sso.pointer')}>
            <Link to="/single-sign-on" className="text-accent underline underline-offset-2">
              {words('sso.open')}
            </Link>
          </Section>
        </div>
      )}
    </div>
  )
}

interface MemberProps {
  readonly member: MemberShape
  readonly own: string | null
  readonly isOwner: boolean
  readonly mayLink: boolean
}

function Member({ member, own, isOwner, mayLink }: MemberProps) {
  const { id, name, email, role, joinedAt } = member
  const words = useWords(accountWords)
  const format = useFormat()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey })
  const change = useMutation({
    mutationFn: (next: RoleName) => send('PUT', apiUrl(`/members/${id}/role`), { role: next }),
    onSettled: again,
  })
  const remove = useMutation({ mutationFn: () => send('DELETE', apiUrl(`/members/${id}`)), onSettled: again })
  return (
    <li className="border-b border-rule py-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="min-w-0 break-words">
          {name}
          {id === own && <span className="text-ink-3"> ({words('members.you')})</span>}
          {email !== null && <span className="text-ink-2"> · {email}</span>}
        </span>
        <span className="flex flex-wrap items-baseline gap-x-4 text-ink-3">
          {words('members.since', { day: format.day(joinedAt) })}
          {isOwner ? (
            <RoleSelect
              label={words('members.role', { name })}
              value={role}
              onChange={(next) => change.mutate(next)}
            />
          ) : (
            <span className="text-ink">{words(`role.${role}`)}</span>
          )}
          {isOwner && (
            <AskingButton
              label={words('members.removeOf', { name })}
              title={words('members.removeAsk', { name })}
              action={words('members.removeSure')}
              text={words('members.removeText')}
              act={remove}
            >
              {words('members.remove')}
            </AskingButton>
          )}
        </span>
      </div>
      <PersonOfMember member={member} mayLink={mayLink} isOneself={id === own} />
      {change.error && <ProblemNote error={change.error} isAct />}
    </li>
  )
}
