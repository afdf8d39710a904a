import { X } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { fileEndings, type Attachment } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { AttachedFile, filesOf } from '../attached-file.tsx'
import { writing, type ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'
import { useUploads, type Upload } from './use-uploads.ts'

/** Files that are chosen, dropped or pasted, each uploaded at once and kept when the record is saved. */
export function AttachmentsControl(props: ControlProps) {
  const { id, field, value, onChange, isDisabled = false } = props
  const words = useWords(fieldWords)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const most = field.kind === 'attachments' ? (field.most ?? 10) : 0
  const [gone, setGone] = useState<Attachment | null>(null)
  const { uploads, said, add, end, remove, putBack } = useUploads({ value, most, onChange })
  const take = (list: FileList | null | undefined): boolean => {
    if (isDisabled || !list || list.length === 0) return false
    add([...list])
    return true
  }
  const back = () => input.current?.focus()
  return (
    // What is dropped or pasted is taken here; the input does the same for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      className={`flex min-w-0 flex-col gap-2 rounded-xs border border-dashed p-2 ${isOver ? 'border-accent bg-sunk' : 'border-rule-strong'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!isDisabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      onPaste={(event) => {
        if (take(event.clipboardData.files)) event.preventDefault()
      }}
    >
      <FileList
        files={filesOf(value)}
        {...{ isDisabled }}
        onRemove={(file) => {
          setGone(file)
          remove(file.id)
          back()
        }}
      />
      {gone && (
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-ink-3">
          <span className="min-w-0 wrap-anywhere">{words('attachments.gone', { name: gone.name })}</span>
          <button
            type="button"
            className="text-accent underline underline-offset-2"
            onClick={() => {
              putBack(gone)
              setGone(null)
              back()
            }}
          >
            {words('attachments.back', { name: gone.name })}
          </button>
        </p>
      )}
      <Uploads uploads={uploads} onEnd={(number) => (end(number), back())} />
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          {...writing(props)}
          ref={input}
          type="file"
          multiple
          accept={fileEndings.map((ending) => `.${ending}`).join(',')}
          className="peer sr-only"
          onChange={({ currentTarget }) => {
            take(currentTarget.files)
            // So that the same file can be chosen again.
            currentTarget.value = ''
          }}
        />
        <label
          htmlFor={id}
          className={`button peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent ${isDisabled ? 'opacity-55' : 'cursor-pointer'}`}
        >
          {words('attachments.choose')}
        </label>
        {!isDisabled && (
          <span className="text-xs text-ink-3" aria-hidden="true">
            {words('attachments.drop')}
          </span>
        )}
      </div>
      <output className="sr-only">{said}</output>
    </div>
  )
}

interface FileListProps {
  readonly files: ReturnType<typeof filesOf>
  readonly isDisabled: boolean
  readonly onRemove: (file: Attachment) => void
}

function FileList({ files, isDisabled, onRemove }: FileListProps) {
  const words = useWords(fieldWords)
  if (files.length === 0) return null
  return (
    <ul className="flex min-w-0 flex-col gap-0.5">
      {files.map((file) => (
        <Line
          key={file.id}
          end={isDisabled ? null : words('attachments.remove', { name: file.name })}
          onEnd={() => onRemove(file)}
        >
          <AttachedFile file={file} />
        </Line>
      ))}
    </ul>
  )
}

interface UploadsProps {
  readonly uploads: readonly Upload[]
  readonly onEnd: (number: number) => void
}

/** What is on its way, and what did not make it. */
export function Uploads({ uploads, onEnd }: UploadsProps) {
  const words = useWords(fieldWords)
  if (uploads.length === 0) return null
  return (
    <ul className="flex min-w-0 flex-col gap-0.5">
      {uploads.map(({ number, name, share, problem }) =>
        problem === undefined ? (
          <Line key={number} end={words('attachments.stop', { name })} onEnd={() => onEnd(number)}>
            <span className="min-w-0 truncate text-ink-2">{name}</span>
            <progress
              value={share}
              max={1}
              aria-label={words('attachments.uploading', { name })}
              className="scan h-1 w-24 shrink-0"
            />
          </Line>
        ) : (
          <Line key={number} end={words('attachments.dismiss', { name })} onEnd={() => onEnd(number)}>
            <span className="min-w-0 wrap-anywhere text-bad" role="alert">
              {problem}
            </span>
          </Line>
        ),
      )}
    </ul>
  )
}

interface LineProps {
  /** What the cross does; null for none. */
  readonly end: string | null
  readonly onEnd: () => void
  readonly children: ReactNode
}

function Line({ end, onEnd, children }: LineProps) {
  return (
    <li className="flex min-w-0 items-center gap-2">
      {children}
      {end !== null && (
        <button
          type="button"
          aria-label={end}
          title={end}
          onClick={onEnd}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-xs text-ink-3 hover:bg-sunk hover:text-ink"
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}
