import { sides } from '../sides.ts'
import { z } from 'zod'
import { defineOperation, type OperationContext } from '#kernel'
import { neighbours } from '#kernel/links/read-links.ts'
import { languages, type RecordShape } from '#kernel/shape.ts'
import { textOf, textsOf } from '../plan/read-bet.ts'
import { readPivot, type ReadPivot } from './read-pivot.ts'

/** Who and what is not broken by a bet or goal that ends: it goes on, or tells of the plan itself. */
const unbroken = new Set(['team', 'person', 'break', 'scenario', 'pivot', 'allocation'])

/** Says what a pivot stops, what survives, which dates and links it breaks and who must be told, before it is taken. */
export const previewPivot = defineOperation({
  name: 'pivot.preview',
  summary: {
    en: 'Say what a pivot stops, what survives, which promised dates and links it breaks and who must be told.',
    de: 'Sagen, was ein Kurswechsel beendet, was bleibt, welche zugesagten Termine und Verbindungen er bricht und wer es erfahren muss.',
  },
  input: z.strictObject({ key: z.string().max(40), language: z.enum(languages).default('en') }),
  access: ['owner', 'leader'],
  writes: false,
  async run(context, { key, language }) {
    const read = await readPivot(context, key, 'read')
    const titles = new Map([...read.bets, ...read.goals].map((each) => [each.key, each.title]))
    const named = (each: string) => ({ key: each, title: titles.get(each) ?? each })
    const stopped = read.bets.filter((bet) => read.stops.some((stop) => stop.key === bet.key))
    return {
      pivot: read.pivot.key,
      scenario: read.scenario.key,
      isAdopted: read.scenario.fields['state'] === 'adopted',
      stops: read.stops.map(({ key: bet, goals }) => ({
        ...named(bet),
        goals: goals.map(named),
        delivered: Object.entries(read.done[bet] ?? {}).map(([team, changes]) => ({ team, changes })),
      })),
      survives: read.survives.map(named),
      goalsDropped: read.dropped.map(named),
      goalsAdded: read.added.map(named),
      promises: stopped.flatMap(({ key: bet, title, fields }) => {
        const wanted = textOf(fields['wanted'])
        return wanted === null ? [] : [{ key: bet, title, wanted, reason: textOf(fields['wantedReason']) }]
      }),
      breaks: await brokenLinks(context, read),
      tell: whomToTell(stopped, read),
      notApplied: read.notApplied.map(({ path, subject, reason }) => ({
        path,
        subject,
        reason: reason[language],
      })),
    }
  },
})

/** Links from what ends to what goes on, as seen from what ends. */
async function brokenLinks(context: OperationContext, { stops, dropped }: ReadPivot) {
  const ends = [...stops.map(({ key }) => key), ...dropped]
  const gone = new Set(ends)
  const broken: { from: string; relation: string; key: string; title: string }[] = []
  for (const from of ends)
    for (const { key, type, title, relation, archived } of await neighbours(context, from))
      if (!archived && !gone.has(key) && !unbroken.has(type)) broken.push({ from, relation, key, title })
  return broken
}

/** Records of those whose work, word or goal ends; a proposal, to which others are added by hand. */
function whomToTell(stopped: readonly RecordShape[], { goals, dropped }: ReadPivot) {
  const because = new Map<string, string[]>()
  const tell = (whom: string | null, about: string) => {
    if (whom !== null) because.set(whom, [...(because.get(whom) ?? []), about])
  }
  for (const { key, fields } of stopped) {
    for (const side of sides) tell(textOf(fields[side]), key)
    for (const team of textsOf(fields['teams'])) tell(team, key)
  }
  for (const { key, fields } of goals) if (dropped.includes(key)) tell(textOf(fields['owner']), key)
  return [...because].map(([whom, about]) => ({ whom, about: [...new Set(about)] }))
}
