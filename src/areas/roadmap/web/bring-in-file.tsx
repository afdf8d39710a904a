import { useNavigate } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import { useWords } from '#kit/language/words.ts'
import { RadioRow } from '#kit/page/radio-row.tsx'
import { Section } from '#kit/page/section.tsx'
import { trackerNames } from '../bring-in/format-names.ts'
import type { BringInPreview, BroughtType } from '../bring-in/bring-in-shape.ts'
import type { ChosenFile } from './bring-in-query.ts'
import { bringInWords } from './bring-in-words.ts'

const mostBytes = 10 * 2 ** 20
let chosen = 0

interface FileProps {
  readonly file: ChosenFile | null
  readonly as: BroughtType
  readonly types: readonly BroughtType[]
  readonly preview: BringInPreview | undefined
  readonly isReading: boolean
  readonly onChoose: (file: ChosenFile) => void
}

/** Where a file is chosen or dropped, and what it was recognised as. */
export function BringInFile({ file, as, types, preview, isReading, onChoose }: FileProps) {
  const words = useWords(bringInWords)
  const id = useId()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = (list: FileList | null) => {
    const [given] = list ?? []
    if (!given) return
    const { name, size } = given
    if (size > mostBytes) return setProblem(words('file.tooLarge', { name }))
    setProblem(null)
    inBase64(given).then(
      (content) => onChoose({ number: (chosen += 1), name, content }),
      () => setProblem(words('file.unreadable', { name })),
    )
  }
  return (
    <Section title={words('file')} lead={words('file.lead')}>
      {/* What is dropped is taken here; the input does the same for the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above */}
      <div
        className={`flex max-w-4xl flex-wrap items-center gap-x-4 gap-y-2 rounded-xs border border-dashed p-4 ${isOver ? 'border-accent bg-sunk' : 'border-rule-strong'}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <div className="relative flex flex-wrap items-center gap-x-3 gap-y-1">
          <input
            ref={input}
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,application/json"
            className="peer sr-only"
            onChange={({ currentTarget }) => {
              take(currentTarget.files)
              // So that the same file can be chosen again.
              currentTarget.value = ''
            }}
          />
          <label
            htmlFor={id}
            className={`${file ? 'button' : 'button-primary'} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent`}
          >
            {words(file ? 'file.other' : 'file.choose')}
          </label>
          <span className="text-xs text-ink-3" aria-hidden="true">
            {words('file.drop')}
          </span>
        </div>
        {types.length > 1 && (
          <RadioRow
            legend={words('as')}
            name="bring-in-as"
            options={types.map((type) => ({ value: type, label: words(`as.${type}`) }))}
            value={as}
            onChange={(type) =>
              void navigate({ to: '/direction/bring-in', search: { as: type }, replace: true })
            }
            isLegendShown
          />
        )}
      </div>
      {problem !== null && (
        <p role="alert" className="mt-3 max-w-[72ch] text-bad">
          {problem}
        </p>
      )}
      <output className="mt-3 block max-w-[72ch]">
        {file && !preview && isReading && (
          <span className="text-ink-3">{words('file.reading', { name: file.name })}</span>
        )}
        {preview && <Recognised preview={preview} />}
      </output>
      <p className="mt-2 max-w-[72ch] text-pretty text-ink-3">{words('people')}</p>
    </Section>
  )
}

function Recognised({ preview }: { readonly preview: BringInPreview }) {
  const words = useWords(bringInWords)
  const { file, format, rows, counted, leftOut } = preview
  const { columns, requests, outOfTexts } = leftOut
  const left = [
    columns.length > 0 && words('left.columns', { names: columns.join(', ') }),
    requests > 0 && words('left.requests', { count: requests }),
    outOfTexts > 0 && words('left.outOfTexts', { count: outOfTexts }),
  ].filter((each) => each !== false)
  return (
    <>
      <span className="font-medium wrap-anywhere">
        {words(`file.is.${counted}`, {
          file,
          format: trackerNames[format] ?? words('file.table'),
          count: rows,
        })}
      </span>
      {left.length > 0 && <span className="mt-1 block wrap-anywhere text-ink-2">{left.join(' ')}</span>}
    </>
  )
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      // Of `data:text/csv;base64,…` the end.
      resolve(url.slice(url.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)))
    reader.readAsDataURL(file)
  })
}
