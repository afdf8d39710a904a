import { FileText, Image, Table2 } from 'lucide-react'
import { isPicture, sizeText, type Attachment } from '#kernel/shape.ts'
import { attachmentUrl } from '#kit/api/upload-file.ts'
import { useLanguage } from '#kit/language/language.ts'

/** A file by its name, which leads to it, and its size. */
export function AttachedFile({ file }: { readonly file: Attachment }) {
  const language = useLanguage()
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      <FileMark type={file.type} />
      <a
        href={attachmentUrl(file)}
        download={file.name}
        title={file.name}
        className="min-w-0 truncate text-accent underline-offset-2 hover:underline"
      >
        {file.name}
      </a>
      <span className="shrink-0 text-xs whitespace-nowrap text-ink-3">{sizeText(file.size, language)}</span>
    </span>
  )
}

/** Told apart by shape; the name says it in words. */
function FileMark({ type }: { readonly type: string }) {
  const Mark = isPicture(type) ? Image : /csv|sheet/.test(type) ? Table2 : FileText
  return <Mark size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
}

/** The files of a value; nothing of what is still on its way. */
export function filesOf(value: unknown): readonly Attachment[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (each): each is Attachment => typeof each === 'object' && each !== null && 'id' in each && 'size' in each,
  )
}
