import { validate } from '#kernel'
import { initWorkspace, resetPassword } from '#workspace'
import { beginSample, notEmptyForSample, showStart } from '#surfaces/sample/sample-operations.ts'
import { hashNewPassword } from '#surfaces/sign-in/new-password.ts'
import type { Language } from '#kernel/shape.ts'
import type { InitArguments, ResetPasswordArguments } from './read-arguments.ts'
import type { Streams } from './data/read-data-arguments.ts'
import { readPassword } from './read-password.ts'
import { harmless } from './terminal/harmless.ts'
import { withWorkplace } from './workplace/open-workplace.ts'
import { writeOut } from './write-out.ts'

const standard: Streams = { input: process.stdin, output: process.stdout }

/** Makes the owner account of a data folder, and a key for what is to be done from the command line. */
export async function initCommand(
  { data, email, name, password, sample, json }: InitArguments,
  language: Language,
  { input, output }: Streams = standard,
): Promise<void> {
  const passwordHash = await hashNewPassword(await readPassword(password, input))
  // Before there is a folder: what is refused leaves nothing behind.
  const account = validate(initWorkspace, { name: name ?? email.split('@')[0], email, passwordHash })
  const { workspace, id, token } = await withWorkplace(data, 'made', async (workplace) => {
    // Before there is an account.
    if (sample && (await workplace.perform(showStart, {})).holds !== 'nothing') throw notEmptyForSample()
    const begun = await workplace.perform(initWorkspace, account)
    if (sample) await workplace.perform(beginSample, { language })
    return begun
  })
  const made = {
    workspace: { id: workspace },
    owner: { id, email: email.toLowerCase() },
    ...(sample && { sample: true }),
    apiKey: token,
  }
  const address = harmless(made.owner.email)
  const told = {
    en: `The owner account of ${address} is there.\n${sample ? 'The workspace holds the sample company.\n' : ''}API key, shown only this once: ${made.apiKey}\n`,
    de: `Das Inhaberkonto von ${address} ist angelegt.\n${sample ? 'Der Arbeitsbereich enthält die Beispielfirma.\n' : ''}API-Schlüssel, nur dieses eine Mal gezeigt: ${made.apiKey}\n`,
  }
  await writeOut(output, json ? `${JSON.stringify(made, null, 2)}\n` : told[language])
}

/** Gives an account another password and signs it out everywhere. */
export async function resetPasswordCommand(
  { data, email }: ResetPasswordArguments,
  language: Language,
  { input, output }: Streams = standard,
): Promise<void> {
  const passwordHash = await hashNewPassword(await readPassword(null, input))
  await withWorkplace(data, 'refused', (workplace) =>
    workplace.perform(resetPassword, { email, passwordHash }),
  )
  const told = {
    en: `${harmless(email)} has another password and is signed out everywhere.\n`,
    de: `${harmless(email)} hat ein anderes Passwort und ist überall abgemeldet.\n`,
  }
  await writeOut(output, told[language])
}
