import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { vision } from '../vision.record.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { visionWords } from './words/words.ts'

interface UnpublishedProps {
  readonly record: RecordShape
  readonly others: readonly RecordShape[]
}

/** Says that nothing of it was published; who may, publishes it here for the first time. */
export function Unpublished({ record: { key, title, version }, others }: UnpublishedProps) {
  const words = useWords(visionWords)
  const mayWrite = useMay()(vision.writers)
  const [isPublishing, setPublishing] = useState(false)
  return (
    <>
      <h1 className="mb-8 text-lg font-semibold tracking-tight">{mayWrite ? title : words('title')}</h1>
      <Note title={words('unpublished.title', { key })}>
        <p>{words('unpublished.text', { key })}</p>
        {mayWrite && (
          <>
            <p>{words('unpublished.lead')}</p>
            <p>{words('draft.readable', { key })}</p>
            <p className="mt-4 flex flex-wrap gap-2">
              <button type="button" className="button-primary" onClick={() => setPublishing(true)}>
                {words('publish.action', { edition: 1 })}
              </button>
              <Link to="/records/$key" params={{ key }} className="button">
                {words('unpublished.draft')}
              </Link>
            </p>
          </>
        )}
      </Note>
      <p className="mt-8 flex flex-wrap gap-x-6 gap-y-1">
        {others
          .filter((other) => other.key !== key)
          .map((other) => (
            <Link
              key={other.key}
              to="/direction/vision"
              search={{ of: other.key }}
              className="text-accent underline underline-offset-2"
            >
              {other.title}
            </Link>
          ))}
        <Link to="/direction/visions" className="text-accent underline underline-offset-2">
          {words('line.all')}
        </Link>
      </p>
      {isPublishing && (
        <PublishDialog
          definition={vision}
          record={{ key, version, edition: 1 }}
          changes={[]}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  )
}
