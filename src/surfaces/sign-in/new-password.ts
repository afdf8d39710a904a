import { hashPassword } from 'better-auth/crypto'
import { Refusal } from '#kernel'

/** How long a password may be, in characters. */
export const passwordLength = { least: 10, most: 128 } as const

/** The hash of a password that somebody chose, as signing in checks it; refuses one that is too short or too long. */
export async function hashNewPassword(password: string): Promise<string> {
  assertPassword(password)
  return hashPassword(password)
}

/** Refuses a password that is too short or too long. */
export function assertPassword(password: string): void {
  const { least, most } = passwordLength
  if (password.length >= least && password.length <= most) return
  const message = {
    en: `A password has ${least} to ${most} characters.`,
    de: `Ein Passwort hat ${least} bis ${most} Zeichen.`,
  }
  throw new Refusal(
    'invalid',
    message,
    { en: 'A few words are easy to keep in mind.', de: 'Ein paar Wörter lassen sich gut merken.' },
    [{ path: 'password', message }],
  )
}
