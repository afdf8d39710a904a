import { relations, type NeighbourShape, type Words } from '#kernel/shape.ts'
import { linkOperations } from '../../operations.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import { archived } from './record-page.ts'
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
      return { output, page: (look) => `  ${output.from} ${wordOf(output.relation, look)} ${output.to}\n` }
    },
  },
  remove: {
    takes: ['FROM', 'RELATION', 'TO'],
    async run(workplace, [from, relation, to]) {
      const output = await workplace.perform(linkOperations.remove, { from, relation, to })
      const { from: one, relation: name, to: other } = output
      return {
        output,
        page: (look) => {
          const gone = look.say({ en: 'taken away', de: 'entfernt' })
          return `  ${one} ${wordOf(name, look)} ${other}: ${gone}\n`
        },
      }
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
  if (links.length === 0)
    return `  ${look.ink('faint', look.say({ en: 'No links.', de: 'Keine Verbindungen.' }))}\n`
  const { say } = look
  const lines = table(
    [
      {
        heading: say({ en: 'relation', de: 'Beziehung' }),
        width: 20,
        kind: 'name',
        text: ({ relation }) => wordOf(relation, look),
      },
      { heading: say({ en: 'key', de: 'Schlüssel' }), width: 12, kind: 'name', text: ({ key }) => key },
      { heading: say({ en: 'title', de: 'Titel' }), width: 0, kind: 'name', text: ({ title }) => title },
      { heading: '', width: 10, kind: 'note', text: (link) => (link.archived ? say(archived) : '') },
    ],
    links,
    look,
  )
  return [...lines, ''].join('\n')
}

/** What a relation is called; what a field refers to has the name of the field. */
function wordOf(name: string, { say }: Look): string {
  const there = relations.find((relation) => relation.name === name)
  const back = relations.find((relation) => relation.inverse === name)
  const words: Words | undefined = there?.words.forward ?? back?.words.backward
  return words ? say(words) : name.replace(/^field:/, '')
}
