import type { ZodError } from 'zod'
import { appendAudit } from '../audit/append-audit.ts'
import { assertOutsideOperation, insideOperation } from '../store/operation-scope.ts'
import { actorId, holdsRole, isPerson, type Actor } from './actor.ts'
import type { AuditDetails, Operation, OperationJobs } from './define-operation.ts'
import type { Kernel } from './kernel.ts'
import { Refusal } from './refusal.ts'
import { toRefusalOrBug } from './unexpected-error.ts'

/**
 * Runs an operation: may the actor, is the input valid, then everything in one transaction with its audit row.
 * Throws a `Refusal` for an expected no and an `UnexpectedError` with a logged id for anything else.
 */
export async function perform<Input, Output>(
  kernel: Kernel,
  operation: Operation<Input, Output>,
  actor: Actor,
  input: unknown,
): Promise<Output> {
  assertOutsideOperation(`perform(${operation.name})`)
  assertAllowed(operation, actor)
  const valid = validate(operation, input)
  try {
    return await inOneTransaction(kernel, operation, actor, valid)
  } catch (error) {
    throw toRefusalOrBug(error, operation.name, kernel.log)
  }
}

function assertAllowed(
  operation: Pick<Operation<never, unknown>, 'name' | 'access' | 'by'>,
  actor: Actor,
): void {
  if (operation.by === 'person' && !isPerson(actor))
    throw new Refusal('forbidden', `Only a person can do ${operation.name}.`, 'Sign in and do it yourself.')
  const { access } = operation
  const allowed = typeof access === 'function' ? access(actor) : holdsRole(actor, access)
  if (!allowed)
    throw new Refusal(
      'forbidden',
      `You may not do ${operation.name}.`,
      'Ask an owner of this workspace for the right.',
    )
}

function validate<Input>(operation: Operation<Input, unknown>, input: unknown): Input {
  const result = operation.input.safeParse(input)
  if (!result.success) throw refusedInput(operation.name, result.error)
  if (holdsNul(result.data))
    throw new Refusal(
      'invalid',
      `The input of ${operation.name} holds a NUL character.`,
      'Leave it out and try again.',
    )
  return result.data
}

/** The one character that no database text may hold. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul)
}

function refusedInput(name: string, error: ZodError): Refusal {
  const fields = error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
  const told = fields.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')
  return new Refusal(
    'invalid',
    `The input of ${name} is not valid. ${told}`,
    'Correct it and try again.',
    fields,
  )
}

async function inOneTransaction<Input, Output>(
  kernel: Kernel,
  operation: Operation<Input, Output>,
  actor: Actor,
  input: Input,
): Promise<Output> {
  const { store, clock } = kernel
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
        let details: AuditDetails = {}
        const output = await operation.run(
          {
            actor,
            transaction,
            clock,
            workspaceId: store.workspaceId,
            jobs: kernel.jobs?.inside(transaction, afterCommit) ?? noJobs,
            audit: (given) => {
              details = given
            },
          },
          input,
        )
        if (operation.writes) {
          await appendAudit(transaction, {
            workspaceId: store.workspaceId,
            at: clock(),
            actorKind: actor.kind,
            actorId: actorId(actor),
            operation: operation.name,
            details,
          })
        }
        return output
      }),
    )
  for (const act of afterCommit) act()
  return result
}

const noJobs: OperationJobs = {
  async enqueue(job) {
    throw new Error(`The job ${job.name} cannot be enqueued: this process has not started its jobs.`)
  },
  async cancel(job) {
    throw new Error(`The job ${job.name} cannot be cancelled: this process has not started its jobs.`)
  },
}
