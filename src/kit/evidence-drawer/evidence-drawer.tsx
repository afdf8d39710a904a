import { useQuery } from '@tanstack/react-query'
import { Link2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RepositoryShape } from '#evidence/shape.ts'
import { measureQuery, type Place } from '#kit/api/queries.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useRepository } from '#kit/page/use-repositories.ts'
import { useCloseEvidence, useView } from '#kit/view/use-view.ts'
import { usualWeeks } from '#kit/view/view.ts'
import { useAsModal } from '#kit/toast/open-modals.ts'
import { kitWords } from '#kit/words/words.ts'
import { Evidence } from './evidence.tsx'

/** The drawer that the address opens, on any page. */
export function EvidenceDrawer() {
  const { figure } = useView()
  const repository = useRepository()
  if (figure === undefined || !repository) return null
  return <OpenDrawer key={figure} measure={figure} repository={repository} />
}

function OpenDrawer({
  measure,
  repository,
}: {
  readonly measure: string
  readonly repository: RepositoryShape
}) {
  const words = useWords(kitWords)
  const language = useLanguage()
  const { component, weeks } = useView()
  const place: Place = { repository: repository.id, component: component ?? null, weeks: weeks ?? usualWeeks }
  const { data: figure, error, refetch } = useQuery(measureQuery(place, measure, language))
  const dialog = useModal(measure)
  const close = useCloseEvidence()
  return (
    // The dialog itself is only clicked beside its content, and the keyboard has Escape for that.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events,jsx-a11y/no-noninteractive-element-interactions -- see above
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-label={figure ? words('drawer.label', { title: figure.title }) : measure}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClose={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) close()
      }}
      className="drawer m-0 outline-none ml-auto h-dvh max-h-none w-full max-w-[35rem] overflow-y-auto overscroll-contain bg-raised text-ink shadow-raised"
    >
      <div className="min-h-full px-6 pt-4 pb-16 sm:px-8">
        <div className="mb-4 flex items-center justify-end gap-4 text-ink-2" data-print="no">
          <CopyLink />
          <button
            type="button"
            onClick={close}
            className="inline-flex h-8 items-center gap-1 hover:text-accent"
          >
            <X size={16} aria-hidden="true" /> {words('drawer.close')}
            <kbd className="ml-1 rounded-xs border border-rule px-1 text-xs text-ink-3">Esc</kbd>
          </button>
        </div>
        {figure && <Evidence figure={figure} place={place} />}
        {error && <ProblemNote error={error} again={() => void refetch()} />}
        {!figure && !error && <DrawerSkeleton />}
      </div>
    </dialog>
  )
}

/** Opens over the page, and gives the focus back to the figure's own button however it is closed. */
function useModal(measure: string) {
  const ref = useRef<HTMLDialogElement>(null)
  useAsModal(ref)
  useEffect(() => {
    ref.current?.showModal()
    // Itself rather than its first button: a screen reader then begins with what it is about.
    ref.current?.focus()
    return () => {
      const button = document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(measure)}"]`)
      // After React has taken the dialog away; until then the page under it cannot hold the focus.
      setTimeout(() => button?.focus({ preventScroll: true }))
    }
  }, [measure])
  return ref
}

function CopyLink() {
  const words = useWords(kitWords)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
  }
  return (
    <button
      type="button"
      onClick={() => void copy()}
      className="inline-flex h-8 items-center gap-1 hover:text-accent"
    >
      <Link2 size={16} aria-hidden="true" />
      <output>{words(copied ? 'drawer.linked' : 'drawer.link')}</output>
    </button>
  )
}

function DrawerSkeleton() {
  return (
    <div className="flex flex-col gap-4" aria-hidden="true">
      <div className="skeleton h-6 w-40" />
      <div className="skeleton h-10 w-full" />
      <div className="skeleton h-9 w-28" />
      <div className="skeleton h-40 w-full" />
      <div className="skeleton h-64 w-full" />
    </div>
  )
}
