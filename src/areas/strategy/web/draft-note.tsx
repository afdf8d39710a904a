import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#kit/language/words.ts'
import { FieldChanges } from '#kit/records/field-changes.tsx'
import type { VisionEditionShape } from '../edition-shape.ts'
import { vision } from '../vision.record.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { visionWords } from './words/words.ts'

/** Tells those who may publish it what was written since, and lets them. */
export function DraftNote({ shown: { key, draft, editions } }: { readonly shown: VisionEditionShape }) {
  const words = useWords(visionWords)
  const [isPublishing, setPublishing] = useState(false)
  const newest = editions[0]?.edition ?? 0
  if (draft === null) return null
  return (
    <aside className="mb-10 border border-rule bg-sunk px-4 py-3" data-print="no">
      <p className="text-ink-2">{words('draft.text', { edition: newest })}</p>
      <details className="mt-2">
        <summary className="text-accent">{words('draft.show')}</summary>
        <div className="mt-2">
          <FieldChanges definition={vision} changes={draft.changes} />
        </div>
      </details>
      <p className="mt-3 flex flex-wrap gap-2">
        <button type="button" className="button-primary" onClick={() => setPublishing(true)}>
          {words('draft.publish')}
        </button>
        <Link to="/records/$key" params={{ key }} className="button">
          {words('draft.open')}
        </Link>
      </p>
      {isPublishing && (
        <PublishDialog
          vision={{ key, version: draft.version, edition: newest + 1 }}
          changes={draft.changes}
          onClose={() => setPublishing(false)}
        />
      )}
    </aside>
  )
}
