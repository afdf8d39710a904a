import { relations, type NeighbourShape } from '#kernel/shape.ts'
import { linkOperations } from '../../operations.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import type { Answered } from './record-verbs.ts'

export type LinkVerb = keyof typeof linkOperations

/** One verb of the command line about links, with what stands behind it. */
interface LinkCommand {
  readonly takes: readonly string[]
  run(workplace: Workplace, given: readonly string[]): Promise<Answered>
}

/** How each operation on links is asked for on the command line. */
export const linkVerbs: Readonly<Record<LinkVerb, LinkCommand>> = {
  add: {
    takes: ['FROM', 'RELATION', 'TO'],
    async run(workplace, [from, relation, to]) {
      const output = await workplace.perform(linkOperations.add, { from, relation, to })
      return { output, page: () => `  ${output.from} ${wordOf(output.relation)} ${output.to}\n` }
    },
  },
  remove: {
    takes: ['FROM', 'RELATION', 'TO'],
    async run(workplace, [from, relation, to]) {
      const output = await workplace.perform(linkOperations.remove, { from, relation, to })
      return { output, page: () => `  ${output.from} ${wordOf(output.relation)} ${output.to}: taken away\n` }
    },
  },
  list: {
    takes: ['KEY'],
    async run(workplace, [key]) {
      const output = await workplace.perform(linkOperations.list, { key })
      return { output, page: (look) => linksPage(output.links, look) }
    },
  },
}

function linksPage(links: readonly NeighbourShape[], look: Look): string {
  if (links.length === 0) return `  ${look.ink('faint', 'No links.')}\n`
  const lines = table(
    [
      { heading: 'relation', width: 16, kind: 'name', text: ({ relation }) => wordOf(relation) },
      { heading: 'key', width: 12, kind: 'name', text: ({ key }) => key },
      { heading: 'title', width: 0, kind: 'name', text: ({ title }) => title },
      { heading: '', width: 8, kind: 'note', text: ({ archived }) => (archived ? 'archived' : '') },
    ],
    links,
    look,
  )
  return [...lines, ''].join('\n')
}

/** What a relation is called; what a field refers to has the name of the field. */
function wordOf(name: string): string {
  const there = relations.find((relation) => relation.name === name)
  const back = relations.find((relation) => relation.inverse === name)
  return there?.words.forward.en ?? back?.words.backward.en ?? name.replace(/^field:/, '')
}
