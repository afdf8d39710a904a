import { diffSentences, diffWordsWithSpace, type ChangeObject } from 'diff'
import { useMemo } from 'react'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'

interface DifferenceProps {
  readonly before: string | null
  readonly after: string | null
}

/** From here on a text is shown word by word, what stayed the same between what went and what came. */
const longText = 60
/** Unchanged text around a change that is shown for its place. */
const around = 40

/** What became of a value, readable: what went is struck through, what came is underlined. */
export function Difference({ before, after }: DifferenceProps) {
  if (before !== null && after !== null && Math.max(before.length, after.length) > longText)
    return <WordByWord before={before} after={after} />
  return (
    <span className="wrap-anywhere whitespace-pre-line">
      <Gone text={before} />
      <span aria-hidden="true" className="mx-1.5 text-ink-3">
        →
      </span>
      <Come text={after} />
    </span>
  )
}

function WordByWord({ before, after }: { readonly before: string; readonly after: string }) {
  // Parts of a text have no name but their place.
  const parts = useMemo(
    () => partsOf(before, after).map((part, place) => ({ ...part, place })),
    [before, after],
  )
  return (
    <span className="wrap-anywhere whitespace-pre-line">
      {parts.map(({ value, added, removed, place }) => {
        if (removed)
          return (
            <del key={place} className="mr-0.5 text-ink-3">
              {value}
            </del>
          )
        if (added)
          return (
            <ins key={place} className="bg-accent-soft no-underline">
              {value}
            </ins>
          )
        return <span key={place}>{shortened(value, place === 0, place === parts.length - 1)}</span>
      })}
    </span>
  )
}

/** Word by word, or sentence by sentence where a text was written anew: of its words only the smallest are the same then. */
function partsOf(before: string, after: string): readonly ChangeObject<string>[] {
  const words = diffWordsWithSpace(before, after)
  const same = words.filter(({ added, removed }) => !added && !removed)
  const kept = same.reduce((sum, { value }) => sum + value.length, 0)
  return kept * 2 < Math.max(before.length, after.length) ? diffSentences(before, after) : words
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * around + 10) return text
  const start = isFirst ? '' : text.slice(0, around)
  const end = isLast ? '' : text.slice(-around)
  return `${start} … ${end}`
}

function Gone({ text }: { readonly text: string | null }) {
  const words = useWords(kitWords)
  if (text === null) return <span className="text-ink-3">{words('difference.nothing')}</span>
  return <del className="text-ink-3">{text}</del>
}

function Come({ text }: { readonly text: string | null }) {
  const words = useWords(kitWords)
  if (text === null) return <span className="text-ink-3">{words('difference.nothing')}</span>
  return <ins className="no-underline">{text}</ins>
}
