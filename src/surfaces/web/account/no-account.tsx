import { Link } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { accountWords } from './words.ts'

/** Said where an account would be, as long as nobody has one. */
export function NoAccount() {
  const words = useWords(accountWords)
  return (
    <Note title={words('account.none')}>
      <p className="mb-2">{words('account.noneText')}</p>
      <Link to="/welcome" className="text-accent underline underline-offset-2">
        {words('welcome.submit')}
      </Link>
    </Note>
  )
}
