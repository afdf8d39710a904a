import { loadKey } from '#kernel'

/** What session cookies are signed with: LEITSTAND_SECRET, else a file of the data folder, made at the first start. */
export function loadSecret(folder: string, environment: NodeJS.ProcessEnv): string {
  const key = loadKey(
    {
      folder,
      file: 'sign-in.key',
      variable: 'LEITSTAND_SECRET',
      name: { en: 'sign-in key', de: 'der Schlüssel der Anmeldung' },
      loss: { en: 'everybody has to sign in again', de: 'müssen sich alle neu anmelden' },
    },
    environment,
  )
  return key.toString('hex')
}
