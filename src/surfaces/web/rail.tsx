import { Link } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { useView } from '#kit/view/use-view.ts'
import { keptView } from '#kit/view/view.ts'
import { pages, type Page } from './pages.ts'
import { shellWords } from './words/words.ts'

const rooms = ['rail.build', 'rail.people', 'rail.setup'] as const

/** The rooms and their pages; a bar at the foot where the window is narrow. */
export function Rail() {
  const words = useWords(shellWords)
  return (
    <nav
      aria-label={words('rail.label')}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-rule bg-paper lg:inset-y-0 lg:right-auto lg:w-48 lg:border-t-0 lg:border-r lg:px-4 lg:py-5"
    >
      <p className="mb-7 hidden px-2 text-md font-semibold tracking-tight lg:block">Leitstand</p>
      <ul className="flex lg:flex-col lg:gap-6">
        {rooms.map((room) => (
          <li key={room} className="contents lg:block">
            <p className="mb-1 hidden px-2 text-xs text-ink-3 lg:block">{words(room)}</p>
            <ul className="contents lg:flex lg:flex-col">
              {pages
                .filter((page) => page.room === room)
                .map((page) => (
                  <li key={page.to} className="min-w-0 flex-1 lg:flex-none">
                    <PageLink page={page} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function PageLink({ page }: { readonly page: Page }) {
  const words = useWords(shellWords)
  const view = useView()
  const Icon = page.icon
  return (
    <Link
      to={page.to}
      search={keptView(view)}
      className="flex h-14 flex-col items-center justify-center gap-0.5 text-xs text-ink-2 hover:text-accent lg:h-8 lg:flex-row lg:justify-start lg:gap-2.5 lg:rounded-xs lg:px-2 lg:text-base"
      activeProps={{ className: 'font-medium text-ink! lg:bg-sunk', 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false }}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      <span className="max-w-full truncate">{words(page.word)}</span>
    </Link>
  )
}
