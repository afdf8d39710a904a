import { sql } from 'kysely'
import { z } from 'zod'
import { defineOperation, lineOfSight, readableKeys, Refusal, type OperationContext } from '#kernel'
import type { SightShape, SightStep } from '#kernel/shape.ts'
import { dayOf } from '../facts/day-of.ts'
import type { LineOfSightShape, NamingCommit } from '../shape.ts'

const asked = z.strictObject({
  /** Key of a record, or the hash of a commit, whole or its first seven digits and more. */
  subject: z.string().max(80),
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/**
 * What a record or a commit is for, and what was done for it: the records above and below, and the commits that name
 * any of those below, newest first and without authors. What the actor may not see is left out.
 */
export const showLineOfSight = defineOperation({
  name: 'line-of-sight.show',
  summary: {
    en: 'Show what a record or a commit is for, and what was done for it, down to the commits that name it.',
    de: 'Zeigen, wofür ein Datensatz oder ein Commit da ist und was dafür getan wurde, bis zu den Commits, die ihn nennen.',
  },
  input: asked,
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { subject, cursor, limit }): Promise<LineOfSightShape> {
    const text = subject.trim()
    return /^[0-9a-f]{7,64}$/i.test(text)
      ? ofCommit(context, text.toLowerCase())
      : ofRecord(context, text, cursor, limit)
  },
})

async function ofRecord(
  context: OperationContext,
  key: string,
  cursor: number,
  limit: number,
): Promise<LineOfSightShape> {
  const { records, steps } = await lineOfSight(context, key)
  const keys = records.filter(({ distance }) => distance <= 0).map((record) => record.key)
  // The index holds only commits that name something.
  const naming = sql`${shown(context)} and cardinality(git_commit.record_keys) > 0
    and git_commit.record_keys && ${keys}::text[] and git_commit.reachable`
  const { rows } = await sql<CommitRow>`select ${columns} ${naming}
    order by git_commit.committed_at desc, git_commit.hash, repository.name, repository.id
    limit ${limit} offset ${cursor}`.execute(context.transaction)
  const counted = await sql<{ total: number }>`select count(*)::integer as total ${naming}`.execute(
    context.transaction,
  )
  const total = counted.rows[0]?.total ?? 0
  const next = cursor + rows.length
  return {
    records,
    steps,
    commits: await toShapes(context, rows),
    total,
    next: rows.length > 0 && next < total ? String(next) : null,
  }
}

async function ofCommit(context: OperationContext, hash: string): Promise<LineOfSightShape> {
  // Behind the digits comes none of them: a range, which the index on hashes serves.
  const { rows } = await sql<CommitRow>`select ${columns} ${shown(context)} and git_commit.reachable
    and git_commit.hash >= ${hash} and git_commit.hash < ${`${hash}g`}
    order by git_commit.hash, repository.name, repository.id limit 50`.execute(context.transaction)
  const [first] = rows
  if (!first) throw noCommit(hash)
  if (rows.some((row) => row.hash !== first.hash)) throw severalCommits(hash)
  const commits = await toShapes(context, rows)
  const records = new Map<string, SightShape>()
  const steps = new Map<string, SightStep>()
  for (const key of commits[0]?.names ?? []) {
    const above = await lineOfSight(context, key)
    for (const record of above.records) {
      const distance = record.distance + 1
      if (distance > 0 && distance < (records.get(record.key)?.distance ?? Number.POSITIVE_INFINITY))
        records.set(record.key, { ...record, distance })
    }
    for (const step of above.steps) steps.set(`${step.from} ${step.relation} ${step.to}`, step)
  }
  return {
    records: [...records.values()].sort((a, b) => b.distance - a.distance || inOrder(a.key, b.key)),
    steps: [...steps.values()]
      .filter(({ from, to }) => records.has(from) && records.has(to))
      .sort((a, b) => inOrder(a.from, b.from) || inOrder(a.to, b.to) || inOrder(a.relation, b.relation)),
    commits,
    total: commits.length,
    next: null,
  }
}

interface CommitRow {
  readonly hash: string
  readonly committed_at: number
  readonly subject: string
  readonly record_keys: readonly string[]
  readonly repository_id: string
  readonly repository: string
}

const columns = sql`git_commit.hash, git_commit.committed_at, git_commit.subject, git_commit.record_keys,
  repository.id as repository_id, repository.name as repository`

/** The commits that the workspace shows. */
function shown({ workspaceId }: OperationContext) {
  return sql`from repository
    join git_commit on git_commit.workspace_id = repository.workspace_id
      and git_commit.repository_id = repository.id and git_commit.reading = repository.current_reading
    where repository.workspace_id = ${workspaceId}`
}

async function toShapes(context: OperationContext, rows: readonly CommitRow[]): Promise<NamingCommit[]> {
  const readable = await readableKeys(
    context,
    rows.flatMap((row) => row.record_keys),
  )
  return rows.map((row) => ({
    hash: row.hash,
    day: dayOf(row.committed_at),
    subject: row.subject,
    repository: { id: row.repository_id, name: row.repository },
    names: row.record_keys.filter((key) => readable.has(key)),
  }))
}

const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

function noCommit(hash: string): Refusal {
  return new Refusal(
    'not-found',
    { en: `There is no commit ${hash}.`, de: `Es gibt keinen Commit ${hash}.` },
    {
      en: 'Look whether its repository has been read up to it.',
      de: 'Sieh nach, ob sein Repository bis dahin gelesen ist.',
    },
  )
}

function severalCommits(hash: string): Refusal {
  return new Refusal(
    'invalid',
    { en: `Several commits begin with ${hash}.`, de: `Mehrere Commits beginnen mit ${hash}.` },
    { en: 'Give more digits of the hash.', de: 'Gib mehr Stellen des Hashs an.' },
  )
}
