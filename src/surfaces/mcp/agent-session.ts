import { perform, Refusal, type Actor, type Kernel, type Operation } from '#kernel'
import type { Language } from '#kernel/shape.ts'
import { linkOperations, recordVerbs, type RecordVerbs } from '#surfaces/operations.ts'

/** For whom tools act, and where a person goes to do by hand what an agent may not. */
export interface AgentSession {
  readonly kernel: Kernel
  readonly actor: Actor
  readonly language: Language
  readonly readOnly: boolean
  /** Address of the product's pages, without a slash at its end. */
  readonly pages: string
  readonly verbs: readonly RecordVerbs[]
  readonly links: typeof linkOperations
}

/** A session over everything that can be done with records and links, for an agent that somebody connected. */
export function agentSession(given: Omit<AgentSession, 'verbs' | 'links'>): AgentSession {
  return {
    ...given,
    actor: agentOf(given.actor),
    readOnly: given.readOnly || mayOnlyReadItself(given.actor),
    verbs: recordVerbs,
    links: linkOperations,
  }
}

/** A key that may only read lends no more than that. */
function mayOnlyReadItself(actor: Actor): boolean {
  return 'readOnly' in actor && (actor.readOnly ?? false)
}

/** The agent that acts with the rights of whoever connected it; refuses those who have none to lend. */
function agentOf(actor: Actor): Actor {
  switch (actor.kind) {
    case 'agent':
      return actor
    case 'local':
      return { kind: 'agent', id: 'local', roles: ['owner'] }
    case 'user':
    case 'api-key':
      return { kind: 'agent', id: actor.id, roles: actor.roles, ...(actor.self && { self: actor.self }) }
    default:
      throw new Refusal(
        'forbidden',
        { en: 'No agent can be connected this way.', de: 'So lässt sich kein Agent verbinden.' },
        {
          en: 'Connect it with an API key of a member.',
          de: 'Verbinde ihn mit dem API-Schlüssel eines Mitglieds.',
        },
      )
  }
}

/**
 * Performs an operation for the agent. Refuses what only a person may do, with the address of the page where that is
 * done (`place` below the pages' own), and every write where the connection may only read.
 */
export async function performForAgent<Input, Output>(
  session: AgentSession,
  operation: Operation<Input, Output>,
  input: unknown,
  place: string,
): Promise<Output> {
  if (operation.by === 'person') throw personOnly(operation.name, `${session.pages}${place}`)
  if (session.readOnly && operation.writes) throw mayOnlyRead(operation.name)
  return perform(session.kernel, operation, session.actor, input, 'mcp')
}

function personOnly(name: string, address: string): Refusal {
  return new Refusal(
    'forbidden',
    {
      en: `Only a person can do ${name}, no agent and no key.`,
      de: `${name} kann nur ein Mensch, kein Agent und kein Schlüssel.`,
    },
    {
      en: `Ask the person you work for to open ${address} and to do it there.`,
      de: `Bitte die Person, für die Du arbeitest, ${address} zu öffnen und es dort zu tun.`,
    },
  )
}

function mayOnlyRead(name: string): Refusal {
  return new Refusal(
    'forbidden',
    {
      en: `${name} writes, and this connection may only read.`,
      de: `${name} schreibt, und diese Verbindung darf nur lesen.`,
    },
    {
      en: 'Tell the person you work for what you would have written.',
      de: 'Sage der Person, für die Du arbeitest, was Du geschrieben hättest.',
    },
  )
}
