import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InvitationShape } from '#workspace/shape.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { Submit, TextButton } from './form-parts.tsx'
import { RoleSelect, type RoleName } from './role-select.tsx'
import { ShownOnce } from './shown-once.tsx'
import { accountWords } from './words.ts'

const queryKey = ['invitations']

/** A new link to join by, and those that are still open. */
export function Invitations({ isOwner }: { readonly isOwner: boolean }) {
  const words = useWords(accountWords)
  const format = useFormat()
  const client = useQueryClient()
  const [role, setRole] = useState<RoleName>('member')
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      getJson<{ invitations: readonly InvitationShape[] }>(apiUrl('/invitations'), signal),
  })
  const again = () => client.invalidateQueries({ queryKey })
  const create = useMutation({
    mutationFn: () => send<{ token: string }>('POST', apiUrl('/invitations'), { role }),
    onSuccess: again,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => send('DELETE', apiUrl(`/invitations/${id}`)),
    onSettled: again,
  })
  const problem = create.error ?? revoke.error
  return (
    <Section title={words('invitations.title')} lead={words('invitations.lead')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <div className="flex flex-col gap-1 self-start">
          <span aria-hidden="true" className="text-ink-2">
            {words('invitations.role')}
          </span>
          <RoleSelect
            label={words('invitations.role')}
            value={role}
            onChange={setRole}
            except={isOwner ? [] : ['owner', 'leader']}
          />
        </div>
        <Submit isPending={create.isPending}>{words('invitations.create')}</Submit>
        {error && <ProblemNote error={error} />}
        {problem && <ProblemNote error={problem} isAct />}
        {create.data && (
          <ShownOnce label={words('once.link')} secret={`${location.origin}/join#${create.data.token}`} />
        )}
      </form>
      {data && data.invitations.length > 0 && (
        <>
          <h3 className="mt-6 font-medium">{words('invitations.open')}</h3>
          <ul className="border-t border-rule">
            {data.invitations.map(({ id, role: as, expiresAt }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-1.5">
                {words('invitations.until', { role: words(`role.${as}`), moment: format.moment(expiresAt) })}
                <TextButton onClick={() => revoke.mutate(id)}>{words('invitations.revoke')}</TextButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
