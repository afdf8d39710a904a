import { z } from 'zod'
import { holdsRole, type Role } from '../operation/actor.ts'
import { defineOperation, type Operation, type OperationContext } from '../operation/define-operation.ts'
import type { Words } from '../record/words.ts'

/** Something that waits for somebody to look at it or do it. */
export interface AttentionItem {
  /** The same for as long as it is the same thing. */
  readonly key: string
  readonly title: Words
  /** Why it is there. */
  readonly reason: Words
  /** The day since when. */
  readonly since: string
  /** The address of the page that it leads to. */
  readonly leadsTo: string
  /** What is done there, as a button says it. */
  readonly action: Words
}

/** Where things come from that need attention; areas declare them. */
export interface AttentionSource {
  /** Who is told of them. */
  readonly access: readonly Role[]
  /** What needs attention now, as far as the actor may see it. */
  readonly find: (context: OperationContext) => Promise<readonly AttentionItem[]>
}

/** The operation that lists what needs attention, the newest first, each source for those alone whom it is for. */
export function attentionOperation(
  sources: readonly AttentionSource[],
): Operation<Readonly<Record<string, never>>, { readonly items: readonly AttentionItem[] }> {
  return defineOperation({
    name: 'attention.list',
    summary: {
      en: 'List what needs attention now, why, and where it leads.',
      de: 'Auflisten, was jetzt Aufmerksamkeit braucht, warum, und wohin es führt.',
    },
    input: z.strictObject({}),
    access: [...new Set(sources.flatMap(({ access }) => access))],
    writes: false,
    async run(context) {
      const items: AttentionItem[] = []
      for (const { access, find } of sources)
        // oxlint-disable-next-line no-await-in-loop -- one transaction answers one question after the other
        if (holdsRole(context.actor, access)) items.push(...(await find(context)))
      return { items: items.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0)) }
    },
  })
}
