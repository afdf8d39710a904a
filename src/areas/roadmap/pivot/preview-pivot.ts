import { z } from 'zod'
import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation, readAllRecords } from '#kernel'
import { languages, type RecordShape } from '#kernel/shape.ts'
import { rowsOf, textOf } from '../plan/read-bet.ts'
import { lostOf } from './kept-plan.ts'
import type { LostRow, PivotShape, Told } from './pivot-shape.ts'
import { readPivot, withKeys, type ReadPivot } from './read-pivot.ts'
import { whomToTell } from './whom-to-tell.ts'

/** Says what a pivot stops, what survives, which dates and links it breaks and who must be told; of a taken one as it was then. */
export const previewPivot = defineOperation({
  name: 'pivot.preview',
  summary: {
    en: 'Say what a pivot stops, what survives, which promised dates and links it breaks, who must be told and what is lost; of a taken one as it was then.',
    de: 'Sagen, was ein Kurswechsel beendet, was bleibt, welche zugesagten Termine und Verbindungen er bricht, wer es erfahren muss und was verloren geht; bei einem vollzogenen, wie es damals war.',
  },
  input: z.strictObject({ key: z.string().max(40), language: z.enum(languages).default('en') }),
  access: ['owner', 'leader'],
  writes: false,
  async run(context, { key, language }): Promise<PivotShape> {
    const read = await readPivot(context, key, 'read')
    const { pivot, scenario, plan, bets, goals } = read
    const others = [
      ...(await readAllRecords(context, 'team', 'with archived')),
      ...(await readAllRecords(context, 'person', 'with archived')),
    ]
    const titles = new Map([...bets, ...goals, ...others].map((each) => [each.key, each.title]))
    const named = (each: string) => ({ key: each, title: titles.get(each) ?? each })
    const lost = lostIn(read, titles)
    const day = dayOf(context.clock().getTime())
    const telling = toldOf(pivot, titles, day)
    return {
      pivot: pivot.key,
      title: pivot.title,
      state: textOf(pivot.fields['state']) ?? 'considered',
      version: pivot.version,
      scenario: scenario.key,
      scenarioVersion: scenario.version,
      isAdopted: scenario.fields['state'] === 'adopted',
      day,
      takenOn: textOf(pivot.fields['takenOn']),
      takenWhy: pivot.fields['state'] === 'taken' ? textOf(scenario.fields['adoptedWhy']) : null,
      isKept: read.isKept,
      stops: plan.stops.map(({ key: bet, state, goals: own }) => ({
        ...named(bet),
        state,
        goals: own.map(named),
        delivered: lost
          .filter((row) => row.bet === bet && row.changes > 0)
          .map(({ team, changes }) => ({ team, changes })),
      })),
      survives: plan.survives.map(named),
      goalsDropped: plan.dropped.map(named),
      goalsAdded: plan.added.map(named),
      promises: plan.promises,
      breaks: plan.breaks,
      lost: { quarter: read.quarter, rows: lost },
      telling,
      tell: whomToTell(
        { ...endingOf(read), insights: read.insights },
        titles,
        telling.flatMap(({ whom, name }) => [whom, name]),
      ),
      notApplied: read.notApplied.map(({ path, subject, reason }) => ({
        path,
        subject,
        reason: reason[language],
      })),
    }
  },
})

/** What ends, its bets in the state that they had before. */
function endingOf({ plan, bets, goals }: ReadPivot) {
  const states = new Map(plan.stops.map(({ key, state }) => [key, state]))
  return {
    bets: withKeys(bets, plan.stops).map((bet) => ({
      ...bet,
      fields: { ...bet.fields, state: states.get(bet.key) ?? null },
    })),
    goals: withKeys(goals, plan.dropped),
  }
}

/** What was counted when the pivot was taken; before, and where nothing was kept, what would be now. */
function lostIn({ pivot, lost }: ReadPivot, titles: ReadonlyMap<string, string>): LostRow[] {
  const kept = lostOf(pivot)
  return (kept.length > 0 ? kept : lost).map(({ bet, team, ...counts }) => ({
    bet,
    title: titles.get(bet) ?? bet,
    team,
    name: team === null ? null : (titles.get(team) ?? team),
    ...counts,
  }))
}

function toldOf({ fields }: RecordShape, titles: ReadonlyMap<string, string>, today: string): Told[] {
  return rowsOf(fields['telling']).map((row) => {
    const [whom, due, told] = [String(row['whom']), textOf(row['due']), textOf(row['told'])]
    return {
      whom,
      name: titles.get(whom) ?? whom,
      what: textOf(row['what']),
      due,
      told,
      // Before it is taken there is nothing to be told yet.
      isOverdue: fields['state'] === 'taken' && told === null && due !== null && due < today,
    }
  })
}
