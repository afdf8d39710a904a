import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { shellWords } from './words/words.ts'

export function MissingPage() {
  const words = useWords(shellWords)
  return <Note title={words('missing.title')}>{words('missing.text')}</Note>
}
