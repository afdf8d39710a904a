import { inspect } from 'node:util'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, openStore, perform, type Kernel } from '#kernel'
import { createKey, createOwner, resetPassword } from '#workspace'
import { hashNewPassword } from '#surfaces/sign-in/new-password.ts'
import type { InitArguments, ResetPasswordArguments } from './read-arguments.ts'
import { readPassword } from './read-password.ts'
import { harmless } from './terminal/harmless.ts'
import { writeOut } from './write-out.ts'

/** Makes the owner account of a data folder, and a key for what is to be done from the command line. */
export async function initCommand({ data, email, name, password, json }: InitArguments): Promise<void> {
  const passwordHash = await hashNewPassword(await readPassword(password))
  const made = await onStore(data, async (kernel) => {
    const account = { name: name ?? email.split('@')[0], email, passwordHash }
    const { id } = await perform(kernel, createOwner, { kind: 'local' }, account, 'cli')
    const owner = { kind: 'user', id, roles: ['owner'] } as const
    const key = { name: 'leitstand init', scope: 'write' }
    const { token } = await perform(kernel, createKey, owner, key, 'cli')
    return {
      workspace: { id: kernel.store.workspaceId },
      owner: { id, email: email.toLowerCase() },
      apiKey: token,
    }
  })
  const text = json
    ? `${JSON.stringify(made, null, 2)}\n`
    : `The owner account of ${harmless(made.owner.email)} is there.\nAPI key, shown only this once: ${made.apiKey}\n`
  await writeOut(process.stdout, text)
}

/** Gives an account another password and signs it out everywhere. */
export async function resetPasswordCommand({ data, email }: ResetPasswordArguments): Promise<void> {
  const passwordHash = await hashNewPassword(await readPassword(null))
  await onStore(data, (kernel) =>
    perform(kernel, resetPassword, { kind: 'local' }, { email, passwordHash }, 'cli'),
  )
  await writeOut(process.stdout, `${harmless(email)} has another password and is signed out everywhere.\n`)
}

async function onStore<Done>(data: string, work: (kernel: Kernel) => Promise<Done>): Promise<Done> {
  const url = process.env['DATABASE_URL']
  const store = await openStore(url ? { url, folder: data } : { folder: data }, { migrations: allMigrations })
  try {
    return await work(
      createKernel({
        store,
        records,
        links: linkRules,
        log: ({ id, where, error }) =>
          void process.stderr.write(`Something went wrong in ${where}, id ${id}: ${inspect(error)}\n`),
      }),
    )
  } finally {
    await store.close()
  }
}
