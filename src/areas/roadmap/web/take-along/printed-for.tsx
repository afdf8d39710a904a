import { useWords } from '#kit/language/words.ts'
import { takeAlongWords } from './words.ts'

/** On paper it says for whom the page is; on a screen nobody needs to be told. */
export function PrintedFor() {
  const words = useWords(takeAlongWords)
  return <p className="hidden font-medium print:block">{words('print.for')}</p>
}
