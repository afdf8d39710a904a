import { withFieldRules, type LinkRule, type RecordDefinition } from '#kernel/shape.ts'
import { insight } from './customers/insight.record.ts'
import { allocation } from './roadmap/allocation.record.ts'
import { bet } from './roadmap/bet.record.ts'
import { breakRecord } from './roadmap/break.record.ts'
import { pivot } from './roadmap/pivot.record.ts'
import { scenario } from './roadmap/scenario.record.ts'
import { goal } from './strategy/goal.record.ts'
import { strategy } from './strategy/strategy.record.ts'
import { vision } from './strategy/vision.record.ts'
import { person } from './team/person.record.ts'
import { team } from './team/team.record.ts'

/** Every type of record, in the order in which a person meets them. Safe in a browser. */
export const records: readonly RecordDefinition[] = [
  vision,
  strategy,
  goal,
  bet,
  insight,
  allocation,
  breakRecord,
  scenario,
  pivot,
  team,
  person,
]

const anywhere = records.flatMap((from) =>
  records.map((to): LinkRule => ({ relation: 'relates', from: from.type, to: to.type })),
)

/** Which types which relation joins; what a field keeps the links of comes from the records themselves. */
export const linkRules: readonly LinkRule[] = withFieldRules(records, [
  { relation: 'serves', from: 'goal', to: 'strategy' },
  { relation: 'owns', from: 'team', to: 'goal' },
  { relation: 'blocks', from: 'goal', to: 'goal' },
  { relation: 'supersedes', from: 'goal', to: 'goal' },
  { relation: 'supersedes', from: 'bet', to: 'bet' },
  { relation: 'supersedes', from: 'strategy', to: 'strategy' },
  { relation: 'affects', from: 'goal', to: 'team' },
  { relation: 'affects', from: 'pivot', to: 'bet' },
  { relation: 'affects', from: 'pivot', to: 'goal' },
  ...anywhere,
])
