import { useCallback, useEffect, useRef, useState } from 'react'
import { useKeys } from '#kit/page/use-keys.ts'
import type { Draft } from './scenario-draft.ts'

/** So many edits can be taken back. */
const most = 200

/** Edits that follow one another within so many milliseconds are reckoned once, when they have ended. */
const pause = 150

interface Written {
  readonly draft: Draft
  /** The draft that is reckoned: the first of several edits at once, then the last. */
  readonly settled: Draft
  /** What it was before each edit, the newest last. */
  readonly past: readonly Draft[]
}

/**
 * A draft of which every edit can be taken back, the newest first: with `u`, or with Ctrl or ⌘ and Z. What is typed into one
 * field at a stretch is one edit.
 */
export function useDraft(first: Draft, isOpen: boolean) {
  const [{ draft, settled, past }, setWritten] = useState<Written>({ draft: first, settled: first, past: [] })
  const field = useRef<Element | null>(null)
  const settle = useSettle(
    useCallback(() => setWritten((written) => ({ ...written, settled: written.draft })), []),
  )
  const change = useCallback(
    (next: Edit) => {
      const typed = fieldWithFocus()
      const goesOn = typed !== null && typed === field.current
      field.current = typed
      const isFirst = settle()
      setWritten(({ draft, settled, past }) => {
        const made = typeof next === 'function' ? next(draft) : next
        if (made === draft) return { draft, settled, past }
        return {
          draft: made,
          settled: isFirst ? made : settled,
          past: goesOn && past.length > 0 ? past : [...past, draft].slice(-most),
        }
      })
    },
    [settle],
  )
  const undo = useCallback(() => {
    field.current = null
    const isFirst = settle()
    setWritten(({ draft, settled, past }) => {
      const before = past.at(-1) ?? draft
      return { draft: before, settled: isFirst ? before : settled, past: past.slice(0, -1) }
    })
  }, [settle])
  /** The draft as it was saved: no edit of its own. */
  const take = useCallback(
    (saved: Draft) => setWritten(({ past }) => ({ draft: saved, settled: saved, past })),
    [],
  )
  const mayUndo = isOpen && past.length > 0
  useKeys(mayUndo ? { u: undo } : {})
  useUndoKey(mayUndo ? undo : null)
  return { draft, settled, change, undo: mayUndo ? undo : null, take }
}

/** A draft, or what is made of the one that there is. */
export type Edit = Draft | ((draft: Draft) => Draft)

/** Says of an edit whether it is the first after a while; of those that are not it tells when they have ended. */
function useSettle(onEnded: () => void): () => boolean {
  const edited = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    const now = performance.now()
    const isFirst = now - edited.current > pause
    edited.current = now
    clearTimeout(timer.current)
    if (!isFirst) timer.current = setTimeout(onEnded, pause)
    return isFirst
  }, [onEnded])
}

/** Ctrl or ⌘ and Z, also out of a field of the draft; in a text the browser takes back what was typed there. */
function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    if (undo === null) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
      if (event.altKey || event.shiftKey || isText(event.target)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo])
}

const fields = 'input[type=number], input[type=date]'

function fieldWithFocus(): Element | null {
  const { activeElement } = document
  return activeElement?.matches(fields) === true ? activeElement : null
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(`textarea, input:not(${fields}, [type=checkbox], [type=radio])`))
  )
}
