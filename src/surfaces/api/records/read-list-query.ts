import type { Context } from 'hono'
import { Refusal } from '#kernel'
import type { RecordDefinition } from '#kernel/shape.ts'
import { conditionOf, listFilters, listWords } from '../../list-filters.ts'
import { readQuery } from './read-query.ts'

/** What a list is asked for: the input of its operation, and the format of a file to keep. */
export interface AskedList {
  readonly input: Readonly<Record<string, unknown>>
  readonly format: 'csv' | 'json' | null
}

/** Reads the address of a list: filters may stand more than once, everything else once. */
export function readListQuery(context: Context, definition: RecordDefinition): AskedList {
  const filters = new Map(listFilters(definition).map((filter) => [filter.name, filter]))
  const where: object[] = []
  const words = new Map<string, string>()
  for (const [name, value] of readQuery(context, listWords, filters.keys())) {
    const filter = filters.get(name)
    if (filter) {
      if ((filter.is === 'empty' || filter.is === 'set') && !['', 'true'].includes(value)) throw noValue(name)
      where.push(conditionOf(definition, filter, value))
    } else words.set(name, value)
  }
  const { limit, format, ...rest } = Object.fromEntries(words)
  if (format === undefined)
    return {
      input: { ...rest, where, ...(limit === undefined ? {} : { limit: wholeNumber(limit) }) },
      format: null,
    }
  if (format !== 'csv' && format !== 'json') throw noFormat(format)
  if (limit !== undefined || rest['after'] !== undefined) throw wholeAlone()
  return { input: { ...rest, where }, format }
}

/** Text that is no number stays what it is, for the operation to refuse in its words. */
function wholeNumber(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

function noValue(name: string): Refusal {
  const message = { en: `“${name}” takes no value.`, de: `„${name}“ nimmt keinen Wert.` }
  return new Refusal('invalid', message, { en: `Write ?${name}.`, de: `Schreibe ?${name}.` }, [
    { path: name, message },
  ])
}

function noFormat(format: string): Refusal {
  const shown = format.slice(0, 40)
  const message = { en: `There is no format ${shown}.`, de: `Es gibt kein Format ${shown}.` }
  return new Refusal('invalid', message, { en: 'Ask for csv or json.', de: 'Möglich sind csv und json.' }, [
    { path: 'format', message },
  ])
}

function wholeAlone(): Refusal {
  return new Refusal(
    'invalid',
    { en: 'A file holds the whole list.', de: 'Eine Datei enthält die ganze Liste.' },
    { en: 'Leave limit and after away.', de: 'Lass limit und after weg.' },
  )
}
