import { Archive, ArchiveRestore, Pencil } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { workPages } from '#areas/work-pages.ts'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { useMay } from '#kit/api/use-may.ts'
import { FieldCell } from '#kit/fields/field-cell.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { listOf, pages } from '../../pages.ts'
import { Editable } from './editable-field.tsx'
import { recordWords } from '../words/words.ts'

interface RecordHeaderProps {
  readonly definition: RecordDefinition
  readonly record: RecordShape
  readonly onEdit: () => void
  readonly onArchive: () => void
}

/** What the record is called, where it stands, and what can be done with it. */
export function RecordHeader({ definition, record, onEdit, onArchive }: RecordHeaderProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const format = useFormat()
  const mayWrite = useMay()(definition.writers)
  const list = pages.find((page) => 'prefix' in page && page.prefix === definition.prefix)
  const state = Object.entries(definition.fields).find(([, { kind }]) => kind === 'state')
  const workPage = workPages[definition.type]
  const titleField = definition.fields[definition.title]
  if (!titleField) throw new Error(`A ${definition.type} has no title.`)
  const isArchived = record.archivedAt !== null
  const many = definition.names.many[language]
  const copy = async () => {
    await navigator.clipboard.writeText(record.key)
    showToast({ text: words('record.copied', { key: record.key }) })
  }
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-x-2 text-ink-3">
          {list && (
            <>
              <Link
                to={listOf(list)}
                className="text-ink-2 underline-offset-2 hover:text-accent hover:underline"
              >
                <span className="sr-only">{words('record.back', { name: many })}</span>
                <span aria-hidden="true">{many}</span>
              </Link>
              <span aria-hidden="true">/</span>
            </>
          )}
          <button
            type="button"
            onClick={() => void copy()}
            aria-label={words('record.copy', { key: record.key })}
            title={words('record.copy', { key: record.key })}
            className="font-mono text-xs underline-offset-2 hover:text-accent hover:underline"
          >
            {record.key}
          </button>
        </p>
        <div className="mt-1">
          <Editable {...{ definition, record }} name={definition.title} field={titleField}>
            <h1 className="max-w-[42ch] text-lg font-semibold tracking-tight text-pretty wrap-anywhere">
              {record.title}
            </h1>
          </Editable>
        </div>
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
          {state && (
            <Editable {...{ definition, record }} name={state[0]} field={state[1]}>
              <span className="flex h-7 items-center">
                <FieldCell field={state[1]} value={record.fields[state[0]]} />
              </span>
            </Editable>
          )}
          <span className="text-xs text-ink-3">
            {words('record.version', { version: record.version, moment: format.moment(record.updatedAt) })}
          </span>
        </div>
        {record.archivedAt !== null && (
          <p className="mt-3 border-l-2 border-rule-strong py-1 pl-4 text-ink-2">
            {words('record.isArchived', { day: format.day(record.archivedAt) })}
          </p>
        )}
      </div>
      <div className={mayWrite ? 'flex gap-2' : 'hidden'} data-print="no">
        {workPage && (
          <Link to={workPage.to} search={workPage.search(record.key)} className="button">
            {workPage.label[language]}
          </Link>
        )}
        <button type="button" onClick={onEdit} className="button">
          <Pencil size={14} aria-hidden="true" /> {words('record.edit')}
        </button>
        <button type="button" onClick={onArchive} className="button">
          {isArchived ? (
            <ArchiveRestore size={14} aria-hidden="true" />
          ) : (
            <Archive size={14} aria-hidden="true" />
          )}
          {words(isArchived ? 'record.restore' : 'record.archive')}
        </button>
      </div>
    </header>
  )
}
