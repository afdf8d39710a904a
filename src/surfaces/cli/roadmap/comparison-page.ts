import type { ComparedBet, ComparedPlan, ComparisonShape } from '#areas/roadmap/scenario/comparison-shape.ts'
import type { Words } from '#kernel/shape.ts'
import { wrap } from '../terminal/columns.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Look } from '../terminal/look.ts'
import { table, type Column } from '../terminal/table.ts'
import { faint, heading, keyColumn, notes, pageOf, titleColumn } from './page-parts.ts'

const words = {
  today: { en: 'Today', de: 'Heute' },
  draft: { en: 'Scenario', de: 'Szenario' },
  out: { en: 'not in it', de: 'nicht darin' },
  notApplied: {
    en: 'Does not fit the plan of today, and is left out:',
    de: 'Passt nicht zum heutigen Plan und bleibt weg:',
  },
  days: {
    en: 'Days by which each is done with 85 %, and how far they move.',
    de: 'Tage, bis zu denen jede mit 85 % fertig ist, und wie weit sie sich verschieben.',
  },
  in: { en: 'Comes in', de: 'Kommt dazu' },
  goes: { en: 'Goes', de: 'Entfällt' },
  lost: { en: 'Goals without a bet', de: 'Ziele ohne Wette' },
  cost: { en: 'Expected changes', de: 'Erwartete Änderungen' },
  effort: { en: 'Person-weeks, 50 % and 85 %', de: 'Personenwochen, 50 % und 85 %' },
  care: { en: 'to be read with care', de: 'mit Vorsicht zu lesen' },
} satisfies Record<string, Words>

const planColumns = 17

/** Today’s plan and scenarios side by side: what of each differs, then the days of every bet. */
export function comparisonPage({ plans, bets }: ComparisonShape, look: Look): string {
  const { say, number, sign } = look
  const nameOf = (plan: ComparedPlan, at: number) =>
    at === 0 ? say(words.today) : (plan.title ?? plan.key ?? say(words.draft))
  const list = (keys: readonly string[]) => (keys.length === 0 ? sign.dash : keys.join(', '))
  const weeks = ({ effort }: ComparedPlan) =>
    ([effort.weeks['50'], effort.weeks['85']] as const)
      .map((value) => (value === null ? sign.dash : number(value)))
      .join(' / ')
  const sums: readonly (readonly [Words, (plan: ComparedPlan) => string])[] = [
    [words.in, ({ betsIn }) => list(betsIn)],
    [words.goes, ({ betsOut }) => list(betsOut.map(({ key }) => key))],
    [words.lost, ({ goalsWithoutBets }) => list(goalsWithoutBets)],
    [words.cost, ({ cost }) => number(cost.changes)],
    [words.effort, weeks],
  ]
  const columns = plans.map((plan, at): Column<ComparedBet> => ({
    heading: nameOf(plan, at),
    width: planColumns,
    kind: 'name',
    text: ({ inPlans }) => {
      const own = inPlans[at]
      if (!own) return say(words.out)
      const moved = own.later === null || own.later === 0 ? '' : ` ${own.later > 0 ? '+' : ''}${own.later}`
      return `${own.dates?.['85'] ?? sign.dash}${moved}`
    },
  }))
  const told = bets.flatMap(({ key, inPlans }) =>
    inPlans.flatMap((own, at) => {
      const plan = plans[at]
      if (!own || !plan || own.reason === null || (own.reason === inPlans[0]?.reason && at > 0)) return []
      const care = own.marked ? `${say(words.care)}: ` : ''
      return [`${key}, ${nameOf(plan, at)}: ${care}${own.reason}`]
    }),
  )
  return pageOf([
    ...plans.flatMap((plan, at) => [
      ...(at === 0 ? [] : ['']),
      heading(nameOf(plan, at), look),
      ...sums.map(([label, of]) => `  ${look.fit(say(label), 29)}  ${of(plan)}`),
      ...leftOut(plan, look),
    ]),
    '',
    ...table<ComparedBet>([keyColumn(bets), titleColumn(), ...columns], bets, look),
    ...notes(told, look),
    '',
    faint(say(words.days), look),
  ])
}

/** What of a scenario does not fit any more, each row with its reason. */
function leftOut({ notApplied }: ComparedPlan, look: Look): string[] {
  if (notApplied.length === 0) return []
  return [
    `  ${look.ink('warning', look.say(words.notApplied))}`,
    ...notApplied.flatMap(({ reason }) =>
      wrap(harmless(reason), look.columns - 6).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`),
    ),
  ]
}
