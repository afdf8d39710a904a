import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { Entry, EntryForm } from './entry.tsx'
import { PasskeyEntry } from './passkey-entry.tsx'
import { ProviderEntry } from './provider-entry.tsx'
import { safePlace } from './safe-place.ts'
import { WhyNote } from './why-note.tsx'
import { accountWords } from './words.ts'

/** Where whoever is nobody comes; goes on to the page they wanted. */
export function SignInPage() {
  const words = useWords(accountWords)
  const navigate = useNavigate()
  const { next, why } = useSearch({ from: '/sign-in' })
  const goOn = () => void navigate({ href: safePlace(next, location.origin), replace: true })
  return (
    <Entry title={words('signIn.title')} lead={words('signIn.lead')}>
      {why && <WhyNote why={why} />}
      <EntryForm to="/session" submit={words('signIn.submit')} onEntered={goOn} />
      <div className="flex flex-col gap-3 border-t border-rule pt-6">
        <PasskeyEntry onEntered={goOn} />
        <ProviderEntry word="provider.enter" also={next === undefined ? {} : { next }} />
      </div>
      <p className="text-xs text-ink-3">
        {words('signIn.forgotten')} <code className="font-mono">leitstand reset-password</code>
      </p>
    </Entry>
  )
}
