import { defineOperation, Refusal, refuseInSample } from '#kernel'
import { bringInRecords, changeRecords } from '#workspace'
import { bringInInput } from './bring-in-input.ts'
import type { BroughtIn } from './bring-in-shape.ts'
import { keepBrought } from './known-records.ts'
import { lookThrough, type LookedThrough } from './look-through.ts'

/**
 * Brings the rows of a file in as bets or insights, all of it or nothing. What came in before is not made twice, and what a
 * person wrote since is kept.
 */
export const bringIn = defineOperation({
  name: 'roadmap.bring-in',
  summary: {
    en: 'Bring bets or insights in from a file: issues of GitHub or GitLab, the CSV of Linear or Jira, or any table; all of it or nothing, and nothing twice.',
    de: 'Wetten oder Erkenntnisse aus einer Datei übernehmen: Issues von GitHub oder GitLab, CSV von Linear oder Jira oder irgendeine Tabelle; ganz oder gar nicht, und nichts doppelt.',
  },
  input: bringInInput,
  access: ['owner', 'leader', 'member'],
  writes: true,
  async run(context, { refused, ...given }): Promise<BroughtIn> {
    await refuseInSample(context)
    const looked = await lookThrough(context, given)
    if (refused === 'stop') refuseRefused(looked)
    const { definition, file, rows, counts } = looked
    const made = rows.filter(({ fate }) => fate === 'new')
    const { records, audited } = await bringInRecords(
      context,
      definition,
      made.map(({ written }) => written),
    )
    const changed = rows.flatMap(({ fate, known, written, identity }) =>
      fate === 'changed' && known ? [{ ...known, written, identity }] : [],
    )
    const told = await changeRecords(context, definition, changed)
    await keepBrought(context, definition, [
      ...made.map(({ identity }, at) => ({ identity, id: records[at]?.id ?? '', version: 1 })),
      ...changed.map(({ identity, id, version }) => ({ identity, id, version: version + 1 })),
      // What was found by its address alone is known from now on.
      ...rows.flatMap(({ fate, identity, known }) =>
        fate === 'same' && known?.brought === null
          ? [{ identity, id: known.id, version: known.version }]
          : [],
      ),
    ])
    context.audit({
      before: told,
      payload: { brought: true, format: file.format, file: given.name, counts, records: audited },
    })
    const [first, last] = [records[0]?.key, records.at(-1)?.key]
    return {
      format: file.format,
      as: given.as,
      counts,
      made: first === undefined || last === undefined ? null : { first, last },
    }
  },
})

const listed = 20

function refuseRefused({ rows, file: { counted } }: LookedThrough): void {
  const refused = rows.filter(({ fate }) => fate === 'refused')
  if (refused.length === 0) return
  const place = counted === 'issues' ? { en: 'No.', de: 'Nr.' } : { en: 'Row', de: 'Zeile' }
  const lines = (language: 'en' | 'de') => {
    const all = refused.slice(0, listed).map(({ row, faults }) => {
      const reasons = faults.map(({ message }) => message[language]).join(' ')
      return `${place[language]} ${row}: ${reasons}`
    })
    const more = refused.length - all.length
    const rest = { en: `And ${more} more.`, de: `Und ${more} weitere.` }[language]
    return [...all, ...(more > 0 ? [rest] : [])].join('\n')
  }
  throw new Refusal(
    'invalid',
    {
      en: `Nothing was brought in: ${refused.length} of ${rows.length} rows are refused.\n${lines('en')}`,
      de: `Nichts wurde übernommen: ${refused.length} von ${rows.length} Zeilen werden abgelehnt.\n${lines('de')}`,
    },
    {
      en: 'Change the mapping or the file, or leave these rows out: leave-out for refused, --refused leave-out on the command line.',
      de: 'Ändere die Zuordnung oder die Datei, oder lass diese Zeilen weg: leave-out für refused, auf der Kommandozeile --refused leave-out.',
    },
    refused
      .slice(0, 200)
      .flatMap(({ row, faults }) =>
        faults.map(({ path, message }) => ({ path: path === '' ? `${row}` : `${row}.${path}`, message })),
      ),
  )
}
