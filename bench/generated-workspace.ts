import { sql } from 'kysely'
import { recordOperations, type Kernel, type OperationContext } from '#kernel'
import { chance } from './chance.ts'
import { fillWorkspace, type Step } from './fill-workspace.ts'

/** What a generated workspace has. */
export interface WorkspaceSize {
  readonly goals: number
  readonly people: number
  readonly teams: number
  readonly links: number
}

/**
 * Fills a new data folder with goals in a tree of ten levels, their owners and teams, and links between them, the same
 * each time. What a record refers to counts among the links.
 */
export async function generatedWorkspace(folder: string, size: WorkspaceSize): Promise<void> {
  await fillWorkspace(folder, (kernel) => stepsOf(kernel, size))
}

function* stepsOf(kernel: Kernel, { goals, people, teams, links }: WorkspaceSize): Generator<Step> {
  const random = chance(11)
  const below = (count: number) => Math.floor(random() * count)
  const creates = (type: string) => recordOperations(kernel.records.ofType(type)).create
  const [team, person, goal] = [creates('team'), creates('person'), creates('goal')]
  let made = 0
  for (let at = 1; at <= teams; at++)
    yield (context) => team.run(context, { fields: { name: `Team ${at}`, kind: 'stream-aligned' } })
  for (let at = 1; at <= people; at++) {
    made++
    const fields = { name: `Person ${at}`, role: 'Engineer', team: `TEAM-${1 + below(teams)}` }
    yield (context) => person.run(context, { fields })
  }
  for (let at = 1; at <= goals; at++) {
    made += at === 1 ? 1 : 2
    const fields = {
      title: `Goal ${at} of ${below(1000)}`,
      why: 'So that customers wait less for what they were promised. '.repeat(1 + below(8)),
      metric: 'Days from commit to customer',
      target: below(100),
      due: `2027-${String(1 + below(12)).padStart(2, '0')}-15`,
      owner: `PERSON-${1 + below(people)}`,
      labels: [`label-${below(30)}`],
      ...(at === 1 ? {} : { parent: `GOAL-${1 + Math.floor((at - 2) / 3)}` }),
    }
    yield (context) => goal.run(context, { fields })
  }
  yield (context) => addRelated(context, links - made)
}

/** Goals that relate to others, by one statement: one operation each would take minutes. */
async function addRelated({ transaction, workspaceId }: OperationContext, count: number): Promise<void> {
  await sql`
    insert into link (workspace_id, from_id, relation, to_id, created_at, created_by)
    select ${workspaceId}, ids[1 + pair % goals], 'relates',
      ids[1 + (pair + 17 + 101 * (pair / goals)) % goals], now(), 'local'
    from (
      select array_agg(id order by number) as ids, count(*)::integer as goals
      from record where workspace_id = ${workspaceId} and type = 'goal'
    ) as goal, generate_series(0, ${count - 1}) as pair`.execute(transaction)
}
