import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'
import { Note } from './note.tsx'

/** Said calmly in the place of what one's role does not open: nothing is wrong. */
export function NotForYou() {
  const words = useWords(kitWords)
  return <Note title={words('role.closed')}>{words('role.closedText')}</Note>
}
