import type { LinkRule } from '#kernel/shape.ts'
import type { RecordDefinition } from '#kernel/shape.ts'
import { goal } from './strategy/goal.record.ts'
import { person } from './team/person.record.ts'
import { team } from './team/team.record.ts'

/** Every type of record, in the order in which a person meets them. Safe in a browser. */
export const records: readonly RecordDefinition[] = [goal, team, person]

const anywhere = records.flatMap((from) =>
  records.map((to): LinkRule => ({ relation: 'relates', from: from.type, to: to.type })),
)

/** Which types which relation joins. */
export const linkRules: readonly LinkRule[] = [
  { relation: 'owns', from: 'team', to: 'goal' },
  { relation: 'blocks', from: 'goal', to: 'goal' },
  { relation: 'supersedes', from: 'goal', to: 'goal' },
  { relation: 'affects', from: 'goal', to: 'team' },
  ...anywhere,
]
