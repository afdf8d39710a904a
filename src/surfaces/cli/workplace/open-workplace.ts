import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, perform, Refusal, type Operation, type Store } from '#kernel'
import { backupOptions } from '#surfaces/files/backup-options.ts'
import { openData } from '#surfaces/files/open-data.ts'
import { writeBackup } from '#workspace'
import { writeOut } from '../write-out.ts'
import { askServer, fetchBackup, reachServer } from './ask-server.ts'

/** Where commands are performed, as the owner at this machine. */
export interface Workplace {
  /** Where paths of files begin. */
  readonly folder: string
  perform<Input, Output>(operation: Operation<Input, Output>, input: unknown): Promise<Output>
  /** Writes everything into a file, sealed under the secret; tells how many rows. */
  backup(file: string, secret: string): Promise<{ readonly rows: number }>
  close(): Promise<void>
}

/** For how long a server that is just starting, or another command, is waited for, in milliseconds. */
const patience = 15_000

/**
 * Opens the data folder for commands, or finds the server that has it open. Refuses a folder that a process holds which
 * takes no commands, and one without a workspace, unless that is to be made.
 */
export async function openWorkplace(
  data: string,
  { folder, environment }: { readonly folder: string; readonly environment: NodeJS.ProcessEnv },
  missing: 'refused' | 'made' = 'refused',
): Promise<Workplace> {
  if (environment['DATABASE_URL']) return workOn(folder, await openData(data, environment))
  if (missing === 'refused' && !existsSync(join(data, 'lock'))) throw noWorkspace(data)
  for (const start = performance.now(); ; await wait(50)) {
    try {
      return workOn(folder, await openData(data, environment))
    } catch (error) {
      const isLocked = error instanceof Refusal && 'holder' in error.details
      if (!isLocked) throw error
      if (await reachServer(data)) return throughServer(folder, data)
      if (performance.now() - start > patience) throw error
    }
  }
}

/** Opens the workplace for one piece of work and closes it after. */
export async function withWorkplace<Result>(
  data: string,
  missing: 'refused' | 'made',
  work: (workplace: Workplace) => Promise<Result>,
): Promise<Result> {
  const workplace = await openWorkplace(data, { folder: process.cwd(), environment: process.env }, missing)
  try {
    return await work(workplace)
  } finally {
    await workplace.close()
  }
}

function throughServer(folder: string, data: string): Workplace {
  return {
    folder,
    perform: askServer(data),
    backup: (file, secret) => fetchBackup(data, file, secret),
    close: async () => {},
  }
}

function workOn(folder: string, store: Store): Workplace {
  const kernel = createKernel({
    store,
    records,
    links: linkRules,
    log: ({ id, where, error }) =>
      void writeOut(process.stderr, `Something went wrong in ${where}, id ${id}: ${inspect(error)}\n`),
  })
  return {
    folder,
    perform: (operation, input) => perform(kernel, operation, { kind: 'local' }, input, 'cli'),
    backup: (file, secret) => writeBackup(store.database, file, secret, backupOptions.blanks),
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
