import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { send } from '#kit/api/request.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { Section } from '#kit/page/section.tsx'
import { recordUrl } from '#kit/records/record-queries.ts'
import { recordWords } from '../words/words.ts'

interface StoredAboutProps {
  readonly definition: RecordDefinition
  readonly record: RecordShape
}

/** What an owner owes the person of a record: to give out what is stored, and to erase it. */
export function StoredAbout({ definition, record }: StoredAboutProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const { data: account } = useQuery(accountQuery)
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const erase = useMutation({
    mutationFn: () =>
      send<{ mentions: readonly string[] }>('POST', `${recordUrl(definition.collection, record.key)}/erase`),
    async onSuccess() {
      setAsking(false)
      // Wherever it was shown, it is to be shown no more.
      await client.invalidateQueries()
    },
  })
  const isOwner = account?.state === 'none' || (account?.state === 'signed-in' && account.role === 'owner')
  if (!isOwner) return null
  const address = `${recordUrl(definition.collection, record.key)}/export?language=${language}`
  return (
    <Section title={words('person.title')} lead={words('person.lead')}>
      <div className="flex flex-wrap gap-2" data-print="no">
        <a href={`${address}&format=markdown`} download className="button">
          <Download size={14} aria-hidden="true" /> {words('person.export')}
        </a>
        <a href={address} download className="button">
          <Download size={14} aria-hidden="true" /> {words('person.exportJson')}
        </a>
        <button type="button" onClick={() => setAsking(true)} className="button">
          {words('person.erase')}
        </button>
      </div>
      {erase.data && <Erased mentions={erase.data.mentions} />}
      {isAsking && (
        <ConfirmDialog
          title={words('person.ask', { name: record.title })}
          action={words('person.eraseNow')}
          isPending={erase.isPending}
          error={erase.error}
          onConfirm={() => erase.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words('person.goes')}</p>
          <p>{words('person.stays', { key: record.key })}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

/** Texts that others wrote are theirs to correct. */
function Erased({ mentions }: { readonly mentions: readonly string[] }) {
  const words = useWords(recordWords)
  return (
    <output className="mt-4 block border-l-2 border-rule-strong py-1 pl-4 text-ink-2">
      {words('person.erased')}
      {mentions.length > 0 && (
        <span className="block">
          {words('person.mentions')}{' '}
          {mentions.map((key) => (
            <Link key={key} to="/records/$key" params={{ key }} className="mr-2 font-mono text-xs underline">
              {key}
            </Link>
          ))}
        </span>
      )}
    </output>
  )
}
