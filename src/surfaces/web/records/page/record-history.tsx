import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordDefinition, VersionShape } from '#kernel/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { FieldChanges } from '#kit/records/field-changes.tsx'
import { historyQuery } from '#kit/records/record-queries.ts'
import { recordWords } from '../words/words.ts'
import { useMemberName } from './use-member-name.ts'

interface RecordHistoryProps {
  readonly definition: RecordDefinition
  readonly recordKey: string
}

const atFirst = 10

/** Every version with what it changed, the newest first. */
export function RecordHistory({ definition, recordKey }: RecordHistoryProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const { data, error, refetch } = useQuery(historyQuery(definition.collection, recordKey, language))
  const versions = data?.versions ?? []
  const shown = isWhole ? versions : versions.slice(0, atFirst)
  return (
    <Section title={words('history.title')}>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <div className="skeleton h-24" />}
      <ol className="border-l border-rule-strong">
        {shown.map((version, at) => (
          <Version
            key={version.version}
            definition={definition}
            version={version}
            wasArchived={versions[at + 1]?.archived ?? false}
          />
        ))}
      </ol>
      {shown.length < versions.length && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="mt-2 text-accent underline underline-offset-2"
        >
          {words('history.more', { count: versions.length - shown.length })}
        </button>
      )}
    </Section>
  )
}

interface VersionProps {
  readonly definition: RecordDefinition
  readonly version: VersionShape
  readonly wasArchived: boolean
}

function Version({ definition, version, wasArchived }: VersionProps) {
  const words = useWords(recordWords)
  const format = useFormat()
  const { at, by, surface, changes, archived } = version
  const what =
    archived === wasArchived
      ? version.version === 1
        ? 'created'
        : 'changed'
      : archived
        ? 'archived'
        : 'restored'
  const name = useMemberName(by.kind === 'user' ? by.id : null)
  const known = by.kind in actors ? actors[by.kind as keyof typeof actors] : 'other' // looked at in this line
  const who = known === 'user' && name === null ? 'gone' : known
  const where = surface in surfaces ? words(surfaces[surface as keyof typeof surfaces]) : surface // likewise
  return (
    <li className="relative pb-5 pl-5 last:pb-0">
      <span
        className="absolute top-1.5 -left-[4.5px] size-2 rounded-full border border-ink-3 bg-paper"
        aria-hidden="true"
      />
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium" title={words('history.version', { version: version.version })}>
          {words(`history.${what}`)}
        </span>
        <span className="text-xs text-ink-3">
          <time dateTime={at}>{format.moment(at)}</time>
          {` · ${words(`history.by.${who}`, { id: by.id, name: name ?? '' })} · ${where}`}
        </span>
      </p>
      {what !== 'created' && changes.length > 0 && (
        <div className="mt-1">
          <FieldChanges definition={definition} changes={changes} />
        </div>
      )}
    </li>
  )
}

const actors = {
  local: 'local',
  user: 'user',
  'api-key': 'api-key',
  agent: 'agent',
  system: 'system',
} as const
const surfaces = {
  web: 'history.surface.web',
  api: 'history.surface.api',
  cli: 'history.surface.cli',
  mcp: 'history.surface.mcp',
  system: 'history.surface.system',
} as const
