import type { GoalNode, GoalTreeShape } from '#areas/roadmap/goal-tree/tree-shape.ts'
import type { Words } from '#kernel/shape.ts'
import { columnsOf, wrap } from '../terminal/columns.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Look } from '../terminal/look.ts'
import { faint, notes, pageOf, percent } from './page-parts.ts'

const words = {
  none: { en: 'No goal is ahead.', de: 'Vor uns liegt kein Ziel.' },
  way: { en: 'of the way', de: 'des Wegs' },
  sure: { en: 'sure', de: 'sicher' },
  due: { en: 'due', de: 'fällig' },
  bets: { en: 'bets:', de: 'Wetten:' },
  of: { en: 'of', de: 'von' },
  inTime: { en: 'likely in time', de: 'wohl rechtzeitig' },
  unknown: { en: 'no forecast', de: 'keine Prognose' },
  below: { en: 'bets only in goals below', de: 'Wetten nur in Zielen darunter' },
  ended: { en: 'all bets have ended', de: 'alle Wetten sind zu Ende' },
  noBet: { en: 'no bet serves it', de: 'keine Wette dient ihm' },
  changes: { en: 'changes:', de: 'Änderungen:' },
  without: {
    en: 'Open bets that serve none of these goals:',
    de: 'Offene Wetten, die keinem dieser Ziele dienen:',
  },
  later: { en: 'Not read yet, and so not counted:', de: 'Noch nicht gelesen und deshalb nicht gezählt:' },
} satisfies Record<string, Words>

const ended: Readonly<Record<string, Words | undefined>> = {
  draft: { en: 'draft', de: 'Entwurf' },
  reached: { en: 'reached', de: 'erreicht' },
  missed: { en: 'missed', de: 'verfehlt' },
  dropped: { en: 'dropped', de: 'aufgegeben' },
}

/** Each goal below the one that it is part of: how far, how sure, until when, by which bets, and what reached it. */
export function goalTreePage({ goals, window, betsWithoutGoal, unread }: GoalTreeShape, look: Look): string {
  const { say, number } = look
  if (goals.length === 0) return pageOf([say(words.none)])
  const weeks = number(window.weeks)
  const counted = say({
    en: `Likely: done before the goal is due in at least 85 of 100 trials. Changes: what reached it in the last ${weeks} weeks.`,
    de: `Wohl rechtzeitig: in mindestens 85 von 100 Durchläufen fertig, bevor das Ziel fällig ist. Änderungen: was es in den letzten ${weeks} Wochen erreichte.`,
  })
  const width = Math.max(...goals.map(({ key }) => columnsOf(key)))
  return pageOf([
    ...goals.flatMap((goal) => goalLines(goal, width, look)),
    ...notes(
      [counted, ...(betsWithoutGoal > 0 ? [`${say(words.without)} ${number(betsWithoutGoal)}.`] : [])],
      look,
    ),
    ...(unread.length > 0 ? [faint(`${say(words.later)} ${unread.join(', ')}`, look)] : []),
  ])
}

/** What lies deeper is not set in any more. */
const mostIndented = 6

function goalLines(goal: GoalNode, width: number, look: Look): string[] {
  const room = ' '.repeat(2 * Math.min(goal.depth, mostIndented))
  const columns = Math.max(20, look.columns - width - room.length - 6)
  const inset = `  ${' '.repeat(width)}  ${room}`
  const [first = '', ...rest] = wrap(harmless(goal.title), columns)
  return [
    `  ${look.ink('accent', look.fit(goal.key, width))}  ${room}${first}`,
    ...rest.map((line) => `${inset}${line}`),
    ...wrap(harmless(standing(goal, look)), columns).map((line) => `${inset}${look.ink('faint', line)}`),
  ]
}

function standing({ state, progress, latest, due, changes, ...goal }: GoalNode, look: Look): string {
  const { say, number, sign } = look
  const end = ended[state]
  const sure = latest?.confidence ?? null
  return [
    ...(end ? [say(end)] : []),
    ...(progress === null ? [] : [`${percent(progress, look)} ${say(words.way)}`]),
    ...(sure === null ? [] : [`${percent(sure / 100, look)} ${say(words.sure)}`]),
    ...(due === null ? [] : [`${say(words.due)} ${due}`]),
    betsText(goal, look),
    `${say(words.changes)} ${number(changes.below)}`,
  ].join(` ${sign.dot} `)
}

function betsText(
  { work, outlook: { open, known, likely } }: Pick<GoalNode, 'work' | 'outlook'>,
  { say, number }: Look,
): string {
  if (work !== 'own') return say({ below: words.below, ended: words.ended, none: words.noBet }[work])
  return known === 0
    ? `${say(words.bets)} ${number(open)}, ${say(words.unknown)}`
    : `${say(words.bets)} ${number(likely)} ${say(words.of)} ${number(open)} ${say(words.inTime)}`
}
