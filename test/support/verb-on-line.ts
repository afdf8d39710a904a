import type { AreaVerb } from '../../src/kernel/operation/area-verb.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from '../../src/evidence/git/testing/a-repository.ts'
import { flagOf } from '../../src/surfaces/cli/records/flags.ts'

/** The words of a command line that ask a verb of an area for what is given. */
export function verbOnLine({ area, record, verb, takesFile }: AreaVerb, example: object): string[] {
  const { key, ...named } = { key: undefined, ...example }
  const { path, given } = takesFile ? asFile(named) : { path: undefined, given: named }
  const flags = Object.entries(given).flatMap(([name, value]) =>
    (isListOfTexts(value) ? value : [value]).flatMap((each: unknown) => [
      `--${flagOf(name)}`,
      typeof each === 'string' ? each : JSON.stringify(each),
    ]),
  )
  return [
    area,
    ...(record === null ? [] : [record]),
    verb,
    ...(key === undefined ? [] : [String(key)]),
    ...(path === undefined ? [] : [path]),
    ...flags,
  ]
}

/** On a line a file is named by its path. */
function asFile(example: object): { readonly path: string; readonly given: object } {
  const { name, content, ...given } = { name: '', content: '', ...example }
  const path = join(aFolder(), name)
  writeFileSync(path, content, 'base64')
  return { path, given }
}

/** A flag is repeated for each text; a list of anything else is written whole, as JSON. */
function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}
