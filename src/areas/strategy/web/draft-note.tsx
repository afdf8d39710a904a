import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordDefinition } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { FieldChanges } from '#kit/records/field-changes.tsx'
import type { DraftShape } from '../edition-shape.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { visionWords } from './words/words.ts'

interface DraftNoteProps {
  readonly definition: RecordDefinition
  readonly recordKey: string
  readonly draft: DraftShape
  /** Number of the newest edition; 0 where there is none. */
  readonly newest: number
}

/** Tells those who may publish it what was written since, and lets them. */
export function DraftNote({ definition, recordKey, draft, newest }: DraftNoteProps) {
  const words = useWords(visionWords)
  const [isPublishing, setPublishing] = useState(false)
  return (
    <aside className="border border-rule bg-sunk px-4 py-3" data-print="no">
      <p className="text-ink-2">
        {newest === 0 ? words('draft.first') : words('draft.text', { edition: newest })}{' '}
        {words('draft.readable', { key: recordKey })}
      </p>
      {draft.changes.length > 0 && (
        <details className="mt-2">
          <summary className="text-accent">{words('draft.show')}</summary>
          <div className="mt-2">
            <FieldChanges definition={definition} changes={draft.changes} />
          </div>
        </details>
      )}
      <p className="mt-3 flex flex-wrap gap-2">
        <button type="button" className="button-primary" onClick={() => setPublishing(true)}>
          {words('draft.publish')}
        </button>
        <Link to="/records/$key" params={{ key: recordKey }} className="button">
          {words('draft.open')}
        </Link>
      </p>
      {isPublishing && (
        <PublishDialog
          definition={definition}
          record={{ key: recordKey, version: draft.version, edition: newest + 1 }}
          changes={draft.changes}
          onClose={() => setPublishing(false)}
        />
      )}
    </aside>
  )
}
