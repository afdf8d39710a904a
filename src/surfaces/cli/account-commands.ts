import { initWorkspace, resetPassword } from '#workspace'
import { hashNewPassword } from '#surfaces/sign-in/new-password.ts'
import type { InitArguments, ResetPasswordArguments } from './read-arguments.ts'
import { readPassword } from './read-password.ts'
import { harmless } from './terminal/harmless.ts'
import { withWorkplace } from './workplace/open-workplace.ts'
import { writeOut } from './write-out.ts'

/** Makes the owner account of a data folder, and a key for what is to be done from the command line. */
export async function initCommand({ data, email, name, password, json }: InitArguments): Promise<void> {
  const passwordHash = await hashNewPassword(await readPassword(password))
  const account = { name: name ?? email.split('@')[0], email, passwordHash }
  const { workspace, id, token } = await withWorkplace(data, 'made', (workplace) =>
    workplace.perform(initWorkspace, account),
  )
  const made = {
    workspace: { id: workspace },
    owner: { id, email: email.toLowerCase() },
    apiKey: token,
  }
  const text = json
    ? `${JSON.stringify(made, null, 2)}\n`
    : `The owner account of ${harmless(made.owner.email)} is there.\nAPI key, shown only this once: ${made.apiKey}\n`
  await writeOut(process.stdout, text)
}

/** Gives an account another password and signs it out everywhere. */
export async function resetPasswordCommand({ data, email }: ResetPasswordArguments): Promise<void> {
  const passwordHash = await hashNewPassword(await readPassword(null))
  await withWorkplace(data, 'refused', (workplace) =>
    workplace.perform(resetPassword, { email, passwordHash }),
  )
  await writeOut(process.stdout, `${harmless(email)} has another password and is signed out everywhere.\n`)
}
