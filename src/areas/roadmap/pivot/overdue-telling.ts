import { dayOf } from '#evidence/facts/day-of.ts'
import { readAllRecords, type AttentionItem, type AttentionSource, type OperationContext } from '#kernel'
import type { RecordShape } from '#kernel/shape.ts'
import { rowsOf, textOf } from '../plan/read-bet.ts'

/** So many are named; the page has all. */
const named = 3

/** Taken pivots of which somebody should have been told by now. Of others nobody is to hear. */
export const overdueTelling: AttentionSource = {
  access: ['owner', 'leader'],
  async find(context) {
    const taken = (await readAllRecords(context, 'pivot')).filter(({ fields }) => fields['state'] === 'taken')
    if (taken.length === 0) return []
    const today = dayOf(context.clock().getTime())
    const names = await namesOf(context)
    return taken.flatMap((pivot) => itemOf(pivot, names, today))
  },
}

async function namesOf(context: OperationContext): Promise<ReadonlyMap<string, string>> {
  const teams = await readAllRecords(context, 'team', 'with archived')
  const people = await readAllRecords(context, 'person', 'with archived')
  return new Map([...teams, ...people].map(({ key, title }) => [key, title]))
}

function itemOf(
  { key, title, fields }: RecordShape,
  names: ReadonlyMap<string, string>,
  today: string,
): AttentionItem[] {
  const overdue = rowsOf(fields['telling'])
    .flatMap((row) => {
      const [whom, due] = [String(row['whom']), textOf(row['due'])]
      return due !== null && due < today && textOf(row['told']) === null ? [{ whom, due }] : []
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1))
  const [first] = overdue
  if (!first) return []
  const who = overdue.slice(0, named).map(({ whom }) => names.get(whom) ?? whom)
  const more = overdue.length - who.length
  const list = who.join(', ')
  return [
    {
      key: `telling-overdue ${key}`,
      title: { en: `Telling overdue: ${title}`, de: `Mitteilung überfällig: ${title}` },
      reason: {
        en: `${overdue.length} of ${key} still to be told, the first by ${first.due}: ${list}${more > 0 ? ` and ${more} more` : ''}.`,
        de: `${overdue.length} zu ${key} noch offen, die erste bis ${first.due}: ${list}${more > 0 ? ` und ${more} weitere` : ''}.`,
      },
      since: first.due,
      leadsTo: `/direction/pivots/course?of=${key}`,
      action: { en: 'Look who is to be told', de: 'Ansehen, wer es erfahren muss' },
    },
  ]
}
