import { join } from 'node:path'
import { Refusal } from '../../operation/refusal.ts'
import { folderRefusal } from '../data-folder.ts'
import type { Engine } from '../engine.ts'
import { assertOutsideOperation } from '../operation-scope.ts'
import { databaseCode } from './database-code.ts'
import { pgliteDialect } from './pglite-dialect.ts'
import { Sessions } from './sessions.ts'
import { DatabaseError, startWorker } from './worker-client.ts'

/** Opens the database in `folder`, creating it from `image` when there is none; the caller holds the folder's lock. */
export async function openPglite(folder: string, image: string | null): Promise<Engine> {
  const worker = startWorker()
  const sessions = new Sessions()
  try {
    await worker.call({
      kind: 'open',
      folder: join(folder, 'database'),
      image,
      code: await databaseCode(),
    })
  } catch (error) {
    await worker.terminate()
    throw folderRefusal(folder, error) ?? notOpened(folder, error)
  }
  return {
    kind: 'pglite',
    dialect: pgliteDialect(worker, sessions),
    async run(text, values = []) {
      assertOutsideOperation('A database handle')
      return sessions.with(async () => {
        try {
          return await worker.call(
            values.length > 0 ? { kind: 'query', text, values } : { kind: 'script', text },
          )
        } catch (error) {
          // A script that failed half-way may have left its own transaction open for the next holder of the session.
          await worker.call({ kind: 'script', text: 'rollback' }).catch(() => undefined)
          throw error
        }
      })
    },
    untilQuiet: () => sessions.untilQuiet(),
    async close() {
      await sessions.acquire()
      await worker.call({ kind: 'close' }).catch(() => undefined)
      await worker.terminate()
    },
  }
}

/** What PostgreSQL itself says of a database that it cannot open; anything else is a bug and stays as it is. */
function notOpened(folder: string, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error
  return new Refusal(
    'invalid',
    {
      en: `The database in the data folder ${folder} does not open, it may be damaged: ${error.message}.`,
      de: `Die Datenbank im Datenordner ${folder} lässt sich nicht öffnen, vielleicht ist sie beschädigt: ${error.message}.`,
    },
    {
      en: 'Put a copy of the folder back that was made while nothing ran, or choose another with --data.',
      de: 'Lege eine Kopie des Ordners zurück, die entstand, während nichts lief, oder wähle mit --data einen anderen.',
    },
  )
}
