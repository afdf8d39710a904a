import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, openStore, perform, Refusal, type Operation, type Store } from '#kernel'
import { askServer, reachServer } from './ask-server.ts'

/** Where commands are performed, as the owner at this machine. */
export interface Workplace {
  perform<Input, Output>(operation: Operation<Input, Output>, input: unknown): Promise<Output>
  close(): Promise<void>
}

/** For how long a server that is just starting, or another command, is waited for, in milliseconds. */
const patience = 15_000

/**
 * Opens the data folder for commands, or finds the server that has it open. Refuses a folder without a workspace and one
 * that a process holds which takes no commands.
 */
export async function openWorkplace(data: string, environment: NodeJS.ProcessEnv): Promise<Workplace> {
  const url = environment['DATABASE_URL']
  if (url) return workOn(await openStore({ url, folder: data }, { migrations: allMigrations }))
  if (!existsSync(join(data, 'lock'))) throw noWorkspace(data)
  for (const start = performance.now(); ; await wait(50)) {
    try {
      return workOn(await openStore({ folder: data }, { migrations: allMigrations }))
    } catch (error) {
      const isLocked = error instanceof Refusal && 'holder' in error.details
      if (!isLocked) throw error
      if (await reachServer(data)) return { perform: askServer(data), close: async () => {} }
      if (performance.now() - start > patience) throw error
    }
  }
}

function workOn(store: Store): Workplace {
  const kernel = createKernel({
    store,
    records,
    links: linkRules,
    log: ({ id, where, error }) =>
      void process.stderr.write(`Something went wrong in ${where}, id ${id}: ${inspect(error)}\n`),
  })
  return {
    perform: (operation, input) => perform(kernel, operation, { kind: 'local' }, input, 'cli'),
    close: () => store.close(),
  }
}

function noWorkspace(data: string): Refusal {
  return new Refusal(
    'not-found',
    { en: `There is no workspace in ${data}.`, de: `In ${data} gibt es keinen Arbeitsbereich.` },
    {
      en: 'Start one there with leitstand serve --data, or name the folder of another with --data.',
      de: 'Lege dort mit leitstand serve --data einen an, oder nenne mit --data den Ordner eines anderen.',
    },
  )
}
