import { isPicture, type Attachment } from '#kernel/shape.ts'
import { attachmentUrl } from '#kit/api/upload-file.ts'
import { AttachedFile } from './attached-file.tsx'

/** All files of a field, one below the other; a picture is shown small and leads to itself. */
export function AttachmentsView({ files }: { readonly files: readonly Attachment[] }) {
  return (
    <ul className="flex min-w-0 flex-col gap-1.5">
      {files.map((file) => (
        <li key={file.id} className="flex min-w-0 flex-col items-start gap-1">
          <AttachedFile file={file} />
          {isPicture(file.type) && (
            <a href={attachmentUrl(file)} target="_blank" rel="noopener noreferrer">
              <img
                src={attachmentUrl(file)}
                alt={file.name}
                loading="lazy"
                className="max-h-32 max-w-full rounded-xs border border-rule bg-sunk object-contain"
              />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
