import { Link, useSearch } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { FieldChanges } from '#kit/records/field-changes.tsx'
import type { VisionEditionShape } from '../edition-shape.ts'
import { vision } from '../vision.record.ts'
import { parseVisionView } from './vision-view.ts'
import { visionWords } from './words/words.ts'

/** What is otherwise in the edition that is read than in an earlier one. */
export function Since({ since }: { readonly since: NonNullable<VisionEditionShape['since']> }) {
  const words = useWords(visionWords)
  const view = parseVisionView(useSearch({ strict: false }))
  return (
    <Section
      title={words('since.title', { edition: since.edition })}
      actions={
        <Link
          to="/direction/vision"
          search={{ ...view, since: undefined }}
          resetScroll={false}
          className="text-accent underline underline-offset-2"
        >
          {words('since.close')}
        </Link>
      }
    >
      {since.changes.length === 0 ? (
        <p className="text-ink-2">{words('since.none')}</p>
      ) : (
        <FieldChanges definition={vision} changes={since.changes} />
      )}
    </Section>
  )
}
