import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { apiUrl, send } from '#kit/api/request.ts'

/** The library is loaded by whoever comes near a passkey, not by the first page. */
const library = () => import('@simplewebauthn/browser')

/** Whether the browser knows passkeys at all. */
export const knowsPasskeys = typeof window !== 'undefined' && 'PublicKeyCredential' in window

/** Has the browser make a passkey, which the server then keeps under the name. */
export async function makePasskey(name: string): Promise<void> {
  const optionsJSON = await send<PublicKeyCredentialCreationOptionsJSON>('POST', apiUrl('/passkeys/begin'))
  const { startRegistration } = await library()
  const response = await startRegistration({ optionsJSON })
  await send('POST', apiUrl('/passkeys'), { name, response })
}

/** Signs in with a passkey that the browser lets one choose; with `autofill`, once one chose it among the addresses. */
export async function enterByPasskey(autofill: boolean): Promise<void> {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await library()
  if (autofill && !(await browserSupportsWebAuthnAutofill())) throw new NothingChosen()
  const optionsJSON = await send<PublicKeyCredentialRequestOptionsJSON>(
    'POST',
    apiUrl('/session/passkey/begin'),
  )
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill })
  await send('POST', apiUrl('/session/passkey'), { response })
}

/** Ends what still waits for a passkey to be chosen. */
export async function stopWaiting(): Promise<void> {
  const { WebAuthnAbortService } = await library()
  WebAuthnAbortService.cancelCeremony()
}

/** Thrown where no passkey was to be chosen. */
class NothingChosen extends Error {
  override readonly name = 'NotAllowedError'
}

/** Which words an error of the browser is told in; null for one that tells itself. */
export function passkeyFault(
  error: unknown,
): 'passkeys.cancelled' | 'passkeys.there' | 'passkeys.unable' | null {
  if (!(error instanceof Error)) return null
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'passkeys.cancelled'
  if (error.name === 'InvalidStateError') return 'passkeys.there'
  if (['NotSupportedError', 'SecurityError', 'ConstraintError'].includes(error.name)) return 'passkeys.unable'
  return null
}
