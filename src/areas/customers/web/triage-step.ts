import type { RecordValues } from '#kernel/shape.ts'
import type { InboxView } from '../inbox/inbox-shape.ts'

/** What is decided about an insight with one key. */
export type Step =
  | { readonly do: 'keep' | 'let-go' | 'act' }
  | { readonly do: 'tell'; readonly day: string }
  | { readonly do: 'bet'; readonly bet: string }
  | { readonly do: 'write'; readonly fields: RecordValues }

const states = { keep: 'kept', 'let-go': 'let-go', act: 'acted' } as const

/** The fields that a step writes into an insight that has these values. */
export function fieldsOf(step: Step, before: RecordValues): RecordValues {
  if (step.do === 'tell') return { toldOn: step.day }
  if (step.do === 'write') return step.fields
  if (step.do !== 'bet') return { state: states[step.do] }
  const bets = listOf(before['bets'])
  const isKept = before['state'] === 'kept' || before['state'] === 'acted'
  return {
    bets: bets.includes(step.bet) ? bets : [...bets, step.bet],
    // Who says what it speaks for keeps it.
    ...(!isKept && { state: 'kept' }),
  }
}

/**
 * What others have written into the same fields meanwhile, and otherwise: nobody but the reader can say which is right.
 * Bets that both have added are no such thing.
 */
export function contestedBy(step: Step, base: RecordValues, current: RecordValues): readonly string[] {
  return Object.entries(fieldsOf(step, base)).flatMap(([name, mine]) => {
    const theirs = current[name] ?? null
    const isMerged = name === 'bets' && step.do === 'bet'
    return isMerged || isSame(base[name] ?? null, theirs) || isSame(mine, theirs) ? [] : [name]
  })
}

/** The fields that are not so already. */
export function changedIn(fields: RecordValues, current: RecordValues): RecordValues {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !isSame(value, current[name] ?? null)),
  )
}

/** Whether an insight with these values still stands in the view; of consent the server knows. */
export function staysIn(view: InboxView, values: RecordValues): boolean {
  const { state, bets, toldOn } = values
  if (view === 'new') return state === 'new'
  if (view === 'without-bet') return state === 'kept' && listOf(bets).length === 0
  return view === 'consent' || (state === 'acted' && (toldOn ?? null) === null)
}

export function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** Values as JSON has them, whatever the order of their names. */
function isSame(one: unknown, other: unknown): boolean {
  return stable(one ?? null) === stable(other ?? null)
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
