import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { Entry, EntryForm } from './entry.tsx'
import { safePlace } from './safe-place.ts'
import { accountWords } from './words.ts'

/** Where whoever is nobody comes; goes on to the page they wanted. */
export function SignInPage() {
  const words = useWords(accountWords)
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  return (
    <Entry title={words('signIn.title')} lead={words('signIn.lead')}>
      <EntryForm
        to="/session"
        submit={words('signIn.submit')}
        onEntered={() => void navigate({ href: safePlace(next, location.origin), replace: true })}
      />
      <p className="text-xs text-ink-3">
        {words('signIn.forgotten')} <code className="font-mono">leitstand reset-password</code>
      </p>
    </Entry>
  )
}
