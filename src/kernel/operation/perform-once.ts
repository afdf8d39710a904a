import { createHmac } from 'node:crypto'
import type { PerformedOnceTable } from '../store/tables.ts'
import { actorId } from './actor.ts'
import type { Operation, OperationContext } from './define-operation.ts'
import { Refusal } from './refusal.ts'

/** For how long a key stands for what was done under it, in milliseconds. */
const kept = 24 * 3_600_000

/** A key that an input was given under, and the secret that inputs are hashed with. */
export interface Once {
  readonly key: string
  readonly secret: Buffer
}

/**
 * Runs an operation unless the same actor had it performed under the same key in the last 24 hours: then answers with
 * what became of that. Kept is a keyed hash of the input, never the input. Refuses a key that came with another input.
 */
export async function performOnce<Input, Output>(
  context: OperationContext,
  operation: Operation<Input, Output>,
  input: Input,
  { key, secret }: Once,
): Promise<Output> {
  const { again } = operation
  if (!again || !/^[\u{21}-\u{7e}]{1,200}$/u.test(key)) throw noSuchKey()
  const own = {
    workspace_id: context.workspaceId,
    actor_kind: context.actor.kind,
    actor_id: actorId(context.actor),
    operation: operation.name,
    key,
  } satisfies Partial<PerformedOnceTable>
  const hash = createHmac('sha256', secret)
    .update(JSON.stringify([operation.name, input]))
    .digest('hex')
  const now = context.clock()
  await context.transaction
    .deleteFrom('performed_once')
    .where('workspace_id', '=', context.workspaceId)
    .where('at', '<=', new Date(now.getTime() - kept))
    .execute()
  const before = await context.transaction
    .selectFrom('performed_once')
    .select(['input_hash', 'subject_id'])
    .where((row) => row.and(own))
    .executeTakeFirst()
  if (before && before.input_hash !== hash) throw otherInput(key)
  if (before) return again(context, before.subject_id)
  let subject: string | undefined
  const output = await operation.run(
    {
      ...context,
      audit(details) {
        subject = details.subject?.id
        context.audit(details)
      },
    },
    input,
  )
  if (subject === undefined) throw new Error(`${operation.name} does not say what it made.`)
  await context.transaction
    .insertInto('performed_once')
    .values({ ...own, input_hash: hash, subject_id: subject, at: now })
    .execute()
  return output
}

function noSuchKey(): Refusal {
  return new Refusal(
    'invalid',
    {
      en: 'This takes no such idempotency key.',
      de: 'Das nimmt keinen solchen Idempotenz-Schlüssel.',
    },
    {
      en: 'Give one when something is made: 1 to 200 characters of ASCII without spaces.',
      de: 'Gib ihn beim Anlegen an: 1 bis 200 ASCII-Zeichen ohne Leerzeichen.',
    },
  )
}

function otherInput(key: string): Refusal {
  return new Refusal(
    'conflict',
    {
      en: `The idempotency key ${key} was used for something else in the last 24 hours.`,
      de: `Der Idempotenz-Schlüssel ${key} stand in den letzten 24 Stunden für etwas anderes.`,
    },
    {
      en: 'Choose a new key for what is new, or send again exactly what was sent before.',
      de: 'Wähle für Neues einen neuen Schlüssel, oder schicke genau dasselbe noch einmal.',
    },
  )
}
