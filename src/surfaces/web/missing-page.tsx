import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { shellWords } from './words/words.ts'

export function MissingPage() {
  const words = useWords(shellWords)
  return <PageHeader title={words('missing.title')} lead={words('missing.text')} />
}
