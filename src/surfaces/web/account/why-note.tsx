import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import type { Why } from './why.ts'
import { accountWords } from './words.ts'

/** Why whoever came back from the provider is not let in, and what to do. */
export function WhyNote({ why }: { readonly why: Why }) {
  const words = useWords(accountWords)
  return (
    <div role="alert">
      <Note title={words('why.title')}>{words(`why.${why}`)}</Note>
    </div>
  )
}
