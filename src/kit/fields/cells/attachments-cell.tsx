import { useWords } from '#kit/language/words.ts'
import { AttachedFile, filesOf } from '../attached-file.tsx'
import type { CellProps } from '../cell.ts'
import { fieldWords } from '../words/words.ts'

/** The first file in a line, and how many there are besides. */
export function AttachmentsCell({ value }: CellProps) {
  const words = useWords(fieldWords)
  const [first, ...rest] = filesOf(value)
  if (!first) return null
  return (
    <span className="flex min-w-0 items-center gap-2">
      <AttachedFile file={first} />
      {rest.length > 0 && (
        <span
          className="shrink-0 text-xs whitespace-nowrap text-ink-3"
          title={rest.map(({ name }) => name).join(', ')}
        >
          {words('attachments.more', { count: rest.length })}
        </span>
      )}
    </span>
  )
}
