import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { parseKey, type RecordShape } from '#kernel/shape.ts'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { apiUrl, send } from '#kit/api/request.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useRecordTypes } from '#kit/records/record-types.ts'
import { recordWords } from '../words/words.ts'
import { sayWay, type Way } from './use-ways.ts'

interface AddLinkProps {
  readonly ways: readonly Way[]
  readonly record: RecordShape
  readonly onClose: () => void
}

/** Links the record to another: first how, as far as its type may be linked, then to what. */
export function AddLink({ ways, record, onClose }: AddLinkProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const types = useRecordTypes()
  const client = useQueryClient()
  const id = useId()
  const [at, setAt] = useState(0)
  const [other, setOther] = useState<unknown>(null)
  const way = ways[at]
  const add = useMutation({
    mutationFn: (ends: Record<string, unknown>) => send('POST', apiUrl('/links'), ends),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['links'] }),
        client.invalidateQueries({ queryKey: ['sight'] }),
      ])
      onClose()
    },
  })
  if (!way) return null
  const name = (type: string) => types.all.find((one) => one.type === type)?.names.one[language] ?? type
  const submit = () => {
    if (typeof other !== 'string' || !parseKey(other)) return
    const [from, to] = way.direction === 'out' ? [record.key, other] : [other, record.key]
    add.mutate({ from, relation: way.relation, to })
  }
  return (
    // Escape leaves it, as the button does for the pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <form
      noValidate
      className="mt-4 flex flex-col gap-4 border-l-2 border-accent py-1 pl-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <label className="flex flex-col gap-1" htmlFor={id}>
        <span className="font-medium">{words('links.relation')}</span>
        <select
          id={id}
          value={at}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked for it
          autoFocus
          onChange={(event) => {
            setAt(Number(event.target.value))
            setOther(null)
          }}
          className="input select max-w-full self-start pr-6"
        >
          {ways.map((each, index) => (
            <option key={`${each.direction}${each.relation}${each.other}`} value={index}>
              {`${sayWay(each, language)}: ${name(each.other)}`}
            </option>
          ))}
        </select>
      </label>
      <FieldInput
        key={at}
        name="other"
        field={{
          kind: 'reference',
          to: way.other,
          label: { en: words('links.other'), de: words('links.other') },
          required: true,
        }}
        value={other}
        onChange={setOther}
      />
      {add.error && <ProblemNote error={add.error} title={words('form.failed')} />}
      <div className="flex gap-2">
        <button
          type="submit"
          disabled={add.isPending || typeof other !== 'string'}
          className="button-primary"
        >
          {words('links.save')}
        </button>
        <button type="button" onClick={onClose} className="button">
          {words('form.cancel')}
        </button>
      </div>
    </form>
  )
}
