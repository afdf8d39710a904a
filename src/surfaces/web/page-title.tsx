import { useLocation } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { isWithin, pages } from './pages.ts'
import { shellWords } from './words/words.ts'

/** Title of the window: the page first, so that tabs can be told apart. */
export function PageTitle() {
  const words = useWords(shellWords)
  const { pathname } = useLocation()
  const page = pages.find((each) => isWithin(each, pathname))
  // A record's page says its own, and so does one that belongs to no page of the rail.
  if (pathname.startsWith('/records/') || pathname === '/direction/bring-in') return null
  return <title>{page ? `${words(page.word)} · Leitstand` : 'Leitstand'}</title>
}
