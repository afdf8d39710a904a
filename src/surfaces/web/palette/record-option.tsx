import { records } from '#areas/records.ts'
import type { Marks, SearchHit } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { paletteWords } from './words/words.ts'

/** A record that was found: what it is, what it is called, and where its text has what was typed. */
export function RecordOption({ hit }: { readonly hit: SearchHit }) {
  const words = useWords(paletteWords)
  const language = useLanguage()
  const type = records.find((definition) => definition.type === hit.type)?.names.one[language]
  return (
    <>
      <span className="flex items-baseline gap-3">
        <span className={`min-w-0 flex-1 truncate ${hit.archived ? 'text-ink-2' : ''}`}>
          <Marked text={hit.title} marks={hit.marks} />
        </span>
        {hit.archived && <span className="text-xs text-ink-3">{words('archived')}</span>}
        <span className="text-xs text-ink-3 max-sm:sr-only">{type}</span>
        <span className="font-mono text-xs text-ink-3">{hit.key}</span>
      </span>
      {hit.snippet && hit.snippet.text !== '' && (
        <span className="mt-0.5 line-clamp-2 text-xs wrap-anywhere text-ink-2">
          <Marked text={hit.snippet.text} marks={hit.snippet.marks} />
        </span>
      )}
    </>
  )
}

function Marked({ text, marks }: { readonly text: string; readonly marks: Marks }) {
  const parts = marks.map(([from, to], index) => ({
    from,
    before: text.slice(marks[index - 1]?.[1] ?? 0, from),
    marked: text.slice(from, to),
  }))
  return (
    <>
      {parts.map(({ from, before, marked }) => (
        <span key={from}>
          {before}
          <mark className="rounded-xs bg-accent-soft text-inherit">{marked}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
