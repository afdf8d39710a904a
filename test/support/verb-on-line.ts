import type { AreaVerb } from '../../src/kernel/operation/area-verb.ts'
import { flagOf } from '../../src/surfaces/cli/records/flags.ts'

/** The words of a command line that ask a verb of an area for what is given. */
export function verbOnLine({ area, record, verb }: AreaVerb, example: object): string[] {
  const { key, ...given } = { key: undefined, ...example }
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
    ...flags,
  ]
}

/** A flag is repeated for each text; a list of anything else is written whole, as JSON. */
function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}
