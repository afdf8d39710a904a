import { appendAudit, lockChain } from '../audit/append-audit.ts'
import { assertOutsideOperation, insideOperation } from '../store/operation-scope.ts'
import type { Language } from '../record/words.ts'
import { actorId, holdsRole, isPerson, type Actor } from './actor.ts'
import type { AuditDetails, Operation, OperationContext, OperationJobs, Surface } from './define-operation.ts'
import { inputFaults } from './input-faults.ts'
import type { Kernel } from './kernel.ts'
import { performOnce } from './perform-once.ts'
import { Refusal, type RefusedField } from './refusal.ts'
import { toRefusalOrBug } from './unexpected-error.ts'

/**
 * Runs an operation: may the actor, is the input valid, then everything in one transaction with its audit row.
 * With `once`, a key of the asker's, it is done once in 24 hours, however often it is asked for.
 * Throws a `Refusal` for an expected no and an `UnexpectedError` with a logged id for anything else.
 */
export async function perform<Input, Output>(
  kernel: Kernel,
  operation: Operation<Input, Output>,
  actor: Actor,
  input: unknown,
  surface: Surface = 'system',
  once?: string,
): Promise<Output> {
  assertOutsideOperation(`perform(${operation.name})`)
  assertAllowed(operation, actor)
  const valid = validate(operation, input)
  try {
    return await inOneTransaction(kernel, operation, actor, valid, surface, once)
  } catch (error) {
    throw toRefusalOrBug(error, operation.name, kernel.log)
  }
}

/** Refuses an actor who may not do the operation; for what must be known before its input is looked at. */
export function assertAllowed(
  operation: Pick<Operation<never, unknown>, 'name' | 'access' | 'by' | 'writes'>,
  actor: Actor,
): void {
  if (operation.by === 'person' && !isPerson(actor))
    throw new Refusal(
      'forbidden',
      {
        en: `Only a person can do ${operation.name}.`,
        de: `${operation.name} kann nur ein Mensch ausführen.`,
      },
      { en: 'Sign in and do it yourself.', de: 'Melde Dich an und tu es selbst.' },
    )
  if (operation.writes && 'readOnly' in actor && actor.readOnly)
    throw new Refusal(
      'forbidden',
      { en: 'This key may only read.', de: 'Dieser Schlüssel darf nur lesen.' },
      { en: 'Make a key that may write.', de: 'Lege einen Schlüssel an, der schreiben darf.' },
    )
  const { access } = operation
  const allowed = typeof access === 'function' ? access(actor) : holdsRole(actor, access)
  if (!allowed)
    throw new Refusal(
      'forbidden',
      { en: `You may not do ${operation.name}.`, de: `${operation.name} darfst Du nicht ausführen.` },
      {
        en: 'Ask an owner of this workspace for the right.',
        de: 'Bitte jemanden, dem dieser Arbeitsbereich gehört, um das Recht dazu.',
      },
    )
}

/** Refuses an input that the operation would not take, for what must be known before anything is made; gives what it takes. */
export function validate<Input>(operation: Operation<Input, unknown>, input: unknown): Input {
  const result = operation.input.safeParse(input, { reportInput: true })
  if (!result.success) throw refusedInput(operation.name, inputFaults(result.error.issues))
  const path = pathOfZero(result.data)
  if (path) throw refusedInput(operation.name, [{ path: path.join('.'), message: noZero }])
  return result.data
}

const noZero = { en: 'must not hold the character U+0000', de: 'darf das Zeichen U+0000 nicht enthalten' }

/** Where text holds the one character that PostgreSQL cannot store; null where none does. */
function pathOfZero(value: unknown): string[] | null {
  if (typeof value === 'string') return value.includes('\0') ? [] : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, part] of Object.entries(value)) {
    const below = pathOfZero(part)
    if (below) return [name, ...below]
  }
  return null
}

function refusedInput(name: string, fields: readonly RefusedField[]): Refusal {
  const told = (language: Language) =>
    fields.map(({ path, message }) => `${path} ${message[language]}`.trim()).join('; ')
  return new Refusal(
    'invalid',
    {
      en: `The input of ${name} is not valid: ${told('en')}.`,
      de: `Die Eingabe von ${name} ist nicht gültig: ${told('de')}.`,
    },
    { en: 'Correct it and try again.', de: 'Berichtige sie und versuche es noch einmal.' },
    fields,
  )
}

async function inOneTransaction<Input, Output>(
  kernel: Kernel,
  operation: Operation<Input, Output>,
  actor: Actor,
  input: Input,
  surface: Surface,
  once: string | undefined,
): Promise<Output> {
  const { store, clock, records } = kernel
  // Enqueuing needs the queues; waiting for them inside the transaction would keep them from being made.
  if (operation.writes) await kernel.jobs?.ready
  const afterCommit: (() => void)[] = []
  const result = await store.database
    .transaction()
    .setAccessMode(operation.writes ? 'read write' : 'read only')
    // What reads sees one instant, however many statements it takes.
    .setIsolationLevel(operation.writes ? 'read committed' : 'repeatable read')
    .execute(async (transaction) =>
      insideOperation(operation.name, async () => {
        let details = nothing
        // Before anything is read: what a write decides by must still hold when it commits.
        const head = operation.writes ? await lockChain(transaction, store.workspaceId) : null
        // One instant for all that it writes, its audit row included.
        const now = clock()
        const context: OperationContext = {
          actor,
          transaction,
          clock: () => now,
          records,
          surface,
          operation: operation.name,
          workspaceId: store.workspaceId,
          jobs: kernel.jobs?.inside(transaction, afterCommit) ?? noJobs,
          audit: (given) => {
            details = given
          },
        }
        const output =
          once === undefined
            ? await operation.run(context, input)
            : await performOnce(context, operation, input, { key: once, secret: store.workspaceKey })
        // What was done before under the same key has its row.
        const isAgain = once !== undefined && details === nothing
        if (head && !isAgain) {
          let end = head
          for (const each of [...(details.before ?? []), details])
            end = await appendAudit(transaction, end, {
              workspaceId: store.workspaceId,
              at: now,
              actorKind: actor.kind,
              actorId: actorId(actor),
              operation: operation.name,
              details: each,
            })
        }
        return output
      }),
    )
  for (const act of afterCommit) act()
  if (operation.writes) kernel.commits.tell()
  return result
}

const nothing: AuditDetails = {}

const noJobs: OperationJobs = { enqueue: needsServer, cancel: needsServer }

/** A process that has started no jobs, as a command on the data folder, hands none on that nobody would do. */
async function needsServer(): Promise<never> {
  throw new Refusal(
    'conflict',
    {
      en: 'This is work for a running server, and this process is none.',
      de: 'Das ist Arbeit für einen laufenden Server, und dieser Prozess ist keiner.',
    },
    {
      en: 'Start one on the same data with leitstand serve, then ask again.',
      de: 'Starte auf denselben Daten einen mit leitstand serve und frage noch einmal.',
    },
  )
}
