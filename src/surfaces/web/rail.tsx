import { Link, useLocation } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { useWords } from '#kit/language/words.ts'
import { useView } from '#kit/view/use-view.ts'
import { keptView } from '#kit/view/view.ts'
import { isWithin, rooms, type Page } from './pages.ts'
import { usePages } from './use-pages.ts'
import { shellWords } from './words/words.ts'

type Room = (typeof rooms)[number]

/** The rooms and their pages; where the window is narrow a bar at its foot, each room opening its own. */
export function Rail() {
  const words = useWords(shellWords)
  const pages = usePages()
  const open = rooms.filter((room) => pages.some((page) => page.room === room))
  return (
    <nav
      aria-label={words('rail.label')}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-rule bg-paper lg:inset-y-0 lg:right-auto lg:w-48 lg:overflow-y-auto lg:border-t-0 lg:border-r lg:px-4 lg:py-5"
    >
      <p className="mb-7 hidden px-2 text-md font-semibold tracking-tight lg:block">Leitstand</p>
      <ul className="hidden flex-col gap-6 lg:flex">
        {open.map((room) => (
          <li key={room}>
            <p className="mb-1 px-2 text-xs text-ink-3">{words(room)}</p>
            <PagesOf room={room} />
          </li>
        ))}
      </ul>
      <ul className="flex lg:hidden">
        {open.map((room) => (
          <li key={room} className="min-w-0 flex-1">
            <RoomButton room={room} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Opens the pages of a room above the bar; the browser closes it on Escape and on a press elsewhere. */
function RoomButton({ room }: { readonly room: Room }) {
  const words = useWords(shellWords)
  const { pathname } = useLocation()
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const own = usePages().filter((page) => page.room === room)
  const current = own.find((page) => isWithin(page, pathname))
  const Icon = (current ?? own[0])?.icon
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`flex h-14 w-full flex-col items-center justify-center gap-0.5 text-xs ${current ? 'font-medium text-ink' : 'text-ink-2'}`}
      >
        {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />}
        <span className="max-w-full truncate">{words(room)}</span>
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        className="m-0 mt-auto mb-14 w-full border-t border-rule bg-raised px-4 py-3 text-ink"
      >
        <PagesOf room={room} onGo={() => sheet.current?.hidePopover()} />
      </div>
    </>
  )
}

function PagesOf({ room, onGo }: { readonly room: Room; readonly onGo?: () => void }) {
  const pages = usePages()
  return (
    <ul className="flex flex-col">
      {pages
        .filter((page) => page.room === room)
        .map((page) => (
          <li key={page.to}>
            <PageLink page={page} {...(onGo && { onGo })} />
          </li>
        ))}
    </ul>
  )
}

function PageLink({ page, onGo }: { readonly page: Page; readonly onGo?: () => void }) {
  const words = useWords(shellWords)
  const view = useView()
  const { pathname } = useLocation()
  const Icon = page.icon
  const isCurrent = isWithin(page, pathname)
  return (
    <Link
      to={page.to}
      search={keptView(view)}
      {...(onGo && { onClick: onGo })}
      {...(isCurrent && { 'aria-current': pathname === page.to ? 'page' : 'true' })}
      className={`flex h-10 items-center gap-2.5 rounded-xs px-2 hover:text-accent lg:h-8 ${isCurrent ? 'bg-sunk font-medium text-ink' : 'text-ink-2'}`}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      <span className="truncate">{words(page.word)}</span>
    </Link>
  )
}
