import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { accountQuery } from '#kit/api/account.ts'
import { useWords } from '#kit/language/words.ts'
import { Entry, EntryForm } from './entry.tsx'
import { accountWords } from './words.ts'

/** The first screen of a new workspace: its owner's account. */
export function WelcomePage() {
  const words = useWords(accountWords)
  const navigate = useNavigate()
  const { data: account } = useQuery(accountQuery)
  if (account && account.state !== 'none') {
    return (
      <Entry title={words('welcome.title')} lead={words('welcome.there')}>
        <Link to="/sign-in" className="text-accent underline underline-offset-2">
          {words('welcome.toSignIn')}
        </Link>
      </Entry>
    )
  }
  return (
    <Entry title={words('welcome.title')} lead={words('welcome.lead')}>
      <EntryForm to="/owner" submit={words('welcome.submit')} onEntered={() => void navigate({ to: '/' })} />
      <Link to="/start" className="text-accent underline underline-offset-2">
        {words('welcome.later')}
      </Link>
    </Entry>
  )
}
