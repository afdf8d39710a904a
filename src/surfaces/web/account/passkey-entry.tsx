import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useWords } from '#kit/language/words.ts'
import { QuietButton } from './form-parts.tsx'
import { enterByPasskey, knowsPasskeys, stopWaiting } from './passkey-browser.ts'
import { PasskeyProblem } from './passkey-problem.tsx'
import { useEntered } from './use-entered.ts'
import { accountWords } from './words.ts'

/** Signing in with a passkey: by a button, and by choosing it where the browser offers addresses. */
export function PasskeyEntry({ onEntered }: { readonly onEntered: () => void }) {
  const words = useWords(accountWords)
  const entered = useEntered()
  const enter = useMutation({
    mutationFn: () => enterByPasskey(false),
    async onSuccess() {
      await entered()
      onEntered()
    },
  })
  const goOn = useEffectEvent(async () => {
    await entered()
    onEntered()
  })
  useEffect(() => {
    if (!knowsPasskeys) return
    // Nobody asked for it yet, so its no is nobody's: most often nothing was chosen.
    enterByPasskey(true).then(
      () => goOn(),
      () => {},
    )
    return () => void stopWaiting()
  }, [])
  if (!knowsPasskeys) return null
  return (
    <>
      <QuietButton isPending={enter.isPending} onClick={() => enter.mutate()}>
        {words('passkeys.enter')}
      </QuietButton>
      {enter.error && <PasskeyProblem error={enter.error} />}
    </>
  )
}
