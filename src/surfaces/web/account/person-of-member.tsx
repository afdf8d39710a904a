import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { parseKey } from '#kernel/shape.ts'
import type { MemberShape } from '#workspace/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { RecordControl } from '#kit/fields/controls/record-control.tsx'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { RecordPages } from '../records/record-pages.tsx'
import { Submit, TextButton } from './form-parts.tsx'
import { accountWords } from './words.ts'

interface PersonOfMemberProps {
  readonly member: MemberShape
  /** Whether one may say it; else one may say it of oneself, for others to confirm. */
  readonly mayLink: boolean
  readonly isOneself: boolean
}

/** Which record about a person is a member's own. Nothing is guessed: what seems to fit is offered, and a person says so. */
export function PersonOfMember({ member, mayLink, isOneself }: PersonOfMemberProps) {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const [isChoosing, setChoosing] = useState(false)
  const { id, name, person, proposed } = member
  const say = useMutation({
    mutationFn: (key: string | null) =>
      send('PUT', apiUrl(mayLink ? `/members/${id}/person` : '/session/person'), { person: key }),
    onSuccess: () => setChoosing(false),
    onSettled: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
  if (person === null && !mayLink && !isOneself) return null
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4 text-ink-3">
        {person !== null && <Key of={person} />}
        {person !== null && mayLink && (
          <TextButton
            aria-label={words('person.unlinkOf', { name, key: person })}
            onClick={() => say.mutate(null)}
          >
            {words('person.unlink')}
          </TextButton>
        )}
        {person === null && proposed && !isChoosing && (
          <span>
            {words(`person.by.${proposed.by}`)} <Key of={proposed.key} />
          </span>
        )}
        {person === null && proposed && !isChoosing && mayLink && (
          <TextButton
            aria-label={words('person.confirmOf', { name, key: proposed.key })}
            onClick={() => say.mutate(proposed.key)}
          >
            {words('person.confirm')}
          </TextButton>
        )}
        {person === null && proposed?.by === 'member' && !mayLink && (
          <TextButton onClick={() => say.mutate(null)}>{words('person.takeBack')}</TextButton>
        )}
        {person === null && (
          <TextButton
            aria-expanded={isChoosing}
            aria-label={words('person.chooseOf', { name })}
            onClick={() => setChoosing(!isChoosing)}
          >
            {words(isChoosing ? 'person.cancel' : proposed ? 'person.another' : 'person.choose')}
          </TextButton>
        )}
      </p>
      {isChoosing && person === null && (
        <Choose isPending={say.isPending} onChosen={(key) => say.mutate(key)} />
      )}
      {say.error && <ProblemNote error={say.error} isAct />}
    </div>
  )
}

function Key({ of: key }: { readonly of: string }) {
  return (
    <Link
      to="/records/$key"
      params={{ key }}
      className="font-mono text-xs text-accent underline underline-offset-2"
    >
      {key}
    </Link>
  )
}

interface ChooseProps {
  readonly isPending: boolean
  readonly onChosen: (key: string) => void
}

function Choose({ isPending, onChosen }: ChooseProps) {
  const words = useWords(accountWords)
  const id = useId()
  const [chosen, setChosen] = useState<unknown>(null)
  const label = { en: 'Person', de: 'Person' }
  return (
    <form
      className="flex flex-wrap items-end gap-3 pb-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof chosen === 'string' && parseKey(chosen)) onChosen(chosen)
      }}
    >
      <div className="w-72 max-w-full">
        <label htmlFor={id} className="mb-1 block text-ink-2">
          {words('person.record')}
        </label>
        <RecordPages>
          <RecordControl id={id} field={{ kind: 'person', label }} value={chosen} onChange={setChosen} />
        </RecordPages>
      </div>
      <Submit isPending={isPending}>{words('person.save')}</Submit>
    </form>
  )
}
