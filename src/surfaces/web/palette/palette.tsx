import { useNavigate } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import type { SearchHit } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { Option, OptionGroup } from './option.tsx'
import { RecordOption } from './record-option.tsx'
import { useChoices, type Choice } from './use-choices.ts'
import { useFound } from './use-found.ts'
import { paletteWords } from './words/words.ts'

/** What the server takes as one question. */
const longest = 200

interface Line {
  readonly choice: Choice
  readonly hit?: SearchHit
}

interface PaletteProps {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly onClose: () => void
}

/** Records, pages and commands in one field: to be used with the keyboard alone. */
export function Palette({ dialog, onClose }: PaletteProps) {
  const words = useWords(paletteWords)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const isEager = useRef(false)
  const choices = useChoices(typed)
  const { found, error, isWaiting } = useFound(typed)
  const navigate = useNavigate()
  useModal(dialog)

  const groups: readonly (readonly ['pages' | 'commands' | 'records', readonly Line[]])[] = [
    ['pages', choices.pages.map((choice) => ({ choice }))],
    ['commands', choices.commands.map((choice) => ({ choice }))],
    // Last, for they come last: what is chosen does not move away.
    [
      'records',
      found.hits.map((hit) => ({
        hit,
        choice: {
          id: `record:${hit.key}`,
          label: hit.title,
          leads: true,
          run: () => void navigate({ href: `/records/${hit.key}` }),
        },
      })),
    ],
  ]
  const lines = groups.flatMap(([, group]) => group)
  const chosen = Math.min(at, lines.length - 1)
  const optionId = (line: Line) => `${id}-${line.choice.id}`

  const run = ({ leads, run: act }: Choice) => {
    dialog.current?.close()
    act()
    if (leads) document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  }
  const onKey = (event: KeyboardEvent) => {
    // Letters that are still being composed, as in Chinese, are not yet an answer.
    if (event.nativeEvent.isComposing) return
    const line = lines[chosen]
    if (event.key === 'ArrowDown') setAt(lines.length === 0 ? 0 : (chosen + 1) % lines.length)
    else if (event.key === 'ArrowUp')
      setAt(lines.length === 0 ? 0 : (chosen - 1 + lines.length) % lines.length)
    else if (event.key === 'Enter' && isWaiting && (!line || line.hit)) isEager.current = true
    else if (event.key === 'Enter' && line) run(line.choice)
    else return
    event.preventDefault()
  }
  const active = lines[chosen]
  // Enter came before the answer: what is shown until then answers what was typed before.
  const runEagerly = useEffectEvent(() => {
    if (isEager.current && active) run(active.choice)
    isEager.current = false
  })
  useEffect(() => {
    if (!isWaiting) runEagerly()
  }, [isWaiting])

  return (
    <dialog
      ref={dialog}
      aria-label={words('title')}
      onClose={onClose}
      // A press beside it closes it, too.
      closedby="any"
      className="mx-auto mt-[12vh] mb-auto w-[40rem] max-w-[calc(100vw-1rem)] rounded-xs bg-raised text-ink shadow-raised max-sm:mt-2"
    >
      <div className="flex items-center gap-3 border-b border-rule px-4">
        <Search size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-3" />
        <input
          role="combobox"
          aria-label={words('input')}
          aria-expanded={lines.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active) : undefined}
          placeholder={words('placeholder')}
          value={typed}
          maxLength={longest}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
            isEager.current = false
          }}
          onKeyDown={onKey}
          className="h-12 w-full min-w-0 bg-transparent text-md outline-none placeholder:text-ink-3"
        />
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          aria-label={words('close')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-xs text-ink-2 hover:bg-sunk hover:text-ink"
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      <div
        id={`${id}-list`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select is no list that a field speaks for
        role="listbox"
        aria-label={words('title')}
        className="max-h-[min(28rem,60vh)] overflow-y-auto overscroll-contain"
      >
        {groups.map(
          ([name, group]) =>
            group.length > 0 && (
              <OptionGroup key={name} name={words(name)}>
                {group.map((line) => (
                  <Option
                    key={line.choice.id}
                    id={optionId(line)}
                    isChosen={line === active}
                    onPoint={() => setAt(lines.indexOf(line))}
                    onChoose={() => run(line.choice)}
                  >
                    {line.hit ? <RecordOption hit={line.hit} /> : line.choice.label}
                  </Option>
                ))}
              </OptionGroup>
            ),
        )}
      </div>
      {error && (
        <p className="border-t border-rule px-4 py-3 text-bad">{`${words('failed')} ${error.message}`}</p>
      )}
      {lines.length === 0 && !isWaiting && !error && (
        <div className="px-4 py-6">
          <p className="wrap-anywhere">{words('none', { q: typed.trim() })}</p>
          <p className="mt-1 text-ink-2">{words('noneHint')}</p>
        </div>
      )}
      <div
        className={`flex justify-between gap-4 border-t border-rule px-4 py-2 text-xs text-ink-3 ${typed === '' ? 'max-sm:hidden' : ''}`}
      >
        <span className="max-sm:hidden">{words('keys')}</span>
        <output className="ml-auto">
          {typed.trim() !== '' &&
            !isWaiting &&
            (found.more ? words('more') : words('count', { count: lines.length }))}
        </output>
      </div>
    </dialog>
  )
}

/** Opens over everything else; a dialog that is closed gives the focus back to where it was. */
function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  // Before the dialog is taken away: one that is gone gives nothing back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [dialog])
}
