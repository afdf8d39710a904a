import type { ParseArgsOptionsConfig } from 'node:util'
import type { Language, RecordShape } from '#kernel/shape.ts'
import { conditionOf, listFilters } from '../../list-filters.ts'
import type { RecordVerbs } from '../../operations.ts'
import type { Look } from '../terminal/look.ts'
import { WrongUse } from '../wrong-use.ts'
import { fieldFlags, flagOf, numberOf, textsOf, valuesOf, type Given } from './flags.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import { withFiles } from './local-files.ts'
import { historyPage, listPage, recordPage } from './record-page.ts'

export type RecordVerb = keyof RecordVerbs['operations']

/** What a command answered, and the page that shows it in a terminal. */
export interface Answered {
  readonly output: unknown
  page(look: Look): string
}

/** One verb of the command line. */
export interface CommandVerb {
  readonly takesKey: boolean
  options(verbs: RecordVerbs): ParseArgsOptionsConfig
  /** `language` is that of the values in the answer. */
  run(
    workplace: Workplace,
    verbs: RecordVerbs,
    key: string,
    given: Given,
    language: Language,
  ): Promise<Answered>
}

const version = { version: { type: 'string' } } as const
const none = () => ({})

/** How each operation of a record is asked for on the command line; the names are those of the operations. */
export const commandVerbs: Readonly<Record<RecordVerb, CommandVerb>> = {
  list: {
    takesKey: false,
    options: ({ definition }) => ({
      ...Object.fromEntries(
        listFilters(definition).map(({ name, is }) => [
          flagOf(name),
          is === 'empty' || is === 'set' ? { type: 'boolean' } : { type: 'string', multiple: true },
        ]),
      ),
      ...Object.fromEntries(listOptions.map((name) => [name, { type: 'string' }])),
    }),
    async run(workplace, { definition, operations }, _key, given) {
      const where = listFilters(definition).flatMap((filter) => {
        const flag = flagOf(filter.name)
        if (given[flag] === true) return [conditionOf(definition, filter, '')]
        return textsOf(given, flag).map((text) => conditionOf(definition, filter, text))
      })
      const words = ['title', 'after', 'archived'].flatMap((name) =>
        textsOf(given, name).map((text) => [name, text]),
      )
      const limit = numberOf(given, 'limit')
      const page = await workplace.perform(operations.list, {
        ...Object.fromEntries(words),
        where,
        ...(limit === undefined ? {} : { limit }),
        ...Object.fromEntries(textsOf(given, 'sort').map((text) => ['sort', toName(text)])),
      })
      return { output: page, page: (look) => listPage(definition, page, look) }
    },
  },
  show: {
    takesKey: true,
    options: none,
    run: async (workplace, verbs, key) =>
      shown(verbs, await workplace.perform(verbs.operations.show, { key })),
  },
  create: {
    takesKey: false,
    options: ({ definition }) => fieldFlags(definition),
    async run(workplace, verbs, _key, given) {
      const values = valuesOf(verbs.definition, given)
      const fields = await withFiles(workplace, verbs.definition, values, async () => ({}))
      return shown(verbs, await workplace.perform(verbs.operations.create, { fields }))
    },
  },
  change: {
    takesKey: true,
    options: ({ definition }) => ({ ...fieldFlags(definition), ...version }),
    async run(workplace, verbs, key, given) {
      const values = valuesOf(verbs.definition, given)
      if (Object.keys(values).length === 0)
        throw new WrongUse({ en: 'Say what to change.', de: 'Sag, was sich ändern soll.' })
      const kept = async () => (await workplace.perform(verbs.operations.show, { key })).fields
      const asOf = await current(workplace, verbs, key, given)
      const input = { ...asOf, fields: await withFiles(workplace, verbs.definition, values, kept) }
      return shown(verbs, await workplace.perform(verbs.operations.change, input))
    },
  },
  archive: {
    takesKey: true,
    options: () => version,
    run: async (workplace, verbs, key, given) =>
      shown(
        verbs,
        await workplace.perform(verbs.operations.archive, await current(workplace, verbs, key, given)),
      ),
  },
  restore: {
    takesKey: true,
    options: () => version,
    run: async (workplace, verbs, key, given) =>
      shown(
        verbs,
        await workplace.perform(verbs.operations.restore, await current(workplace, verbs, key, given)),
      ),
  },
  history: {
    takesKey: true,
    options: none,
    async run(workplace, { definition, operations }, key, _given, language) {
      const output = await workplace.perform(operations.history, { key, language })
      return { output, page: (look) => historyPage(definition, output.versions, look) }
    },
  },
}

/** What a list takes beside its filters. */
export const listOptions = ['title', 'sort', 'after', 'limit', 'archived'] as const

function shown({ definition }: RecordVerbs, record: RecordShape): Answered {
  return { output: record, page: (look) => recordPage(definition, record, look) }
}

/** The key with the version that was named, else with the one that stands: whoever names none means the record as it is. */
async function current(workplace: Workplace, { operations }: RecordVerbs, key: string, given: Given) {
  const named = numberOf(given, 'version')
  if (named !== undefined) return { key, version: named }
  return { key, version: (await workplace.perform(operations.show, { key })).version }
}

/** `updated-at` as the API has it, with the minus before it that turns the order round. */
function toName(flag: string): string {
  return flag.replaceAll(/(?<=[a-z])-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
