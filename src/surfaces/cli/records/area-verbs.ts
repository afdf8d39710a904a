import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { areaVerbs } from '#areas/verbs.ts'
import type { AreaVerb } from '#kernel'
import type { Words } from '#kernel/shape.ts'
import { customersPages } from '../customers/customers-pages.ts'
import { nounVerb, type GivenInput, type OptionKind } from '../nouns/noun-verb.ts'
import { roadmapPages } from '../roadmap/roadmap-pages.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import { readLocal } from './local-files.ts'
import { flagOf } from './flags.ts'
import type { AccessCommand } from './access-verbs.ts'

const pages = { ...roadmapPages, ...customersPages }

/** The verbs of an area, or of a type of record in it, as commands; each takes what its operation takes. */
export function commandsOf(area: string, record: string | null): Readonly<Record<string, AccessCommand>> {
  return Object.fromEntries(
    areaVerbs
      .filter((verb) => verb.area === area && verb.record === record)
      .map((verb) => [verb.verb, commandOf(verb)]),
  )
}

function commandOf({ operation, record, inputs, file, finish, takesFile }: AreaVerb): AccessCommand {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })
  const options = Object.entries(properties).filter(
    ([name]) => name !== 'key' && !(takesFile && isOfFile(name)),
  )
  const told = Object.entries({ ...inputs, ...(file && { to: whereTo }) }).map(([name, words]) => [
    flagOf(name),
    kindOf(properties[name]) === 'keys' ? onALine(words) : words,
  ])
  const page = pages[operation.name]
  const command = nounVerb(operation, {
    ...(record !== null && { takes: { key: 'KEY' } }),
    ...(takesFile && { takes: { path: 'FILE' }, prepare: withFile }),
    options: Object.fromEntries(options.map(([name, schema]) => [name, kindOf(schema)])),
    ...('language' in properties && { speaks: true }),
    ...(file && { isFile: true }),
    finish,
    ...(page && { answerPage: page }),
  })
  return { ...command, inputs: Object.fromEntries(told) as AccessCommand['inputs'] & object } // flags and their words
}

const whereTo = {
  en: 'A file that is not there yet; without it the answer is written to standard output.',
  de: 'Eine Datei, die es noch nicht gibt; ohne sie steht die Antwort auf der Standardausgabe.',
}

/** How a list of keys is written in a terminal. */
function onALine({ en, de }: Words): Words {
  return {
    en: `${en} Keys with commas between them, as in SCEN-1,SCEN-3; or the list as JSON.`,
    de: `${de} Schlüssel mit Kommas dazwischen, wie SCEN-1,SCEN-3; oder die Liste als JSON.`,
  }
}

const isOfFile = (name: string) => name === 'name' || name === 'content'

/** The file itself in the place of its path. */
async function withFile({ folder }: Workplace, { path, ...rest }: GivenInput): Promise<GivenInput> {
  const place = resolve(folder, String(path))
  return { ...rest, name: basename(place), content: readLocal(place).toString('base64') }
}

function kindOf(schema: unknown): OptionKind {
  if (typeof schema !== 'object' || schema === null) return 'json'
  // What may be null is left out on a line.
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) {
    const [only, ...more] = schema.anyOf.filter((each: { readonly type?: unknown }) => each.type !== 'null')
    return more.length === 0 ? kindOf(only) : 'json'
  }
  if (!('type' in schema)) return 'json'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.type === 'string') return 'text'
  if (schema.type === 'boolean') return 'yes'
  if (schema.type !== 'array' || !('items' in schema)) return 'json'
  if (kindOf(schema.items) === 'text') return 'list'
  return takesText(schema.items) ? 'keys' : 'json'
}

/** Whether a text is one of what may stand there. */
function takesText(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null || !('anyOf' in schema)) return false
  return Array.isArray(schema.anyOf) && schema.anyOf.some((each) => kindOf(each) === 'text')
}
