import { sql } from 'kysely'
import { z } from 'zod'
import { defineOperation, Refusal, type OperationContext } from '#kernel'
import { dayOf } from '../facts/day-of.ts'
import { loadEvidence, type LoadedEvidence } from '../facts/load-evidence.ts'
import { filesOf } from '../history/history.ts'
import type { Evidence } from '../measures/evidence.ts'
import type { FactPage, FactShape } from '../shape.ts'
import { assertMayRead } from './audience.ts'
import { findMeasure, figureOf } from './show-figures.ts'
import { scopeOf, scopeQuery } from './scope-query.ts'

/** The commits behind a figure, newest delivery first; without authors, and none for person-near measures. */
export const listFacts = defineOperation({
  name: 'measure.facts',
  summary: {
    en: 'List the commits behind a figure, without their authors.',
    de: 'Die Commits hinter einer Zahl auflisten, ohne ihre Autoren.',
  },
  input: scopeQuery.extend({
    measure: z.string(),
    cursor: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    /** True for all of them, as an export has them. */
    whole: z.boolean().default(false),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, input): Promise<FactPage> {
    const measure = findMeasure(input.measure)
    assertMayRead(context.actor, measure.audience)
    const loaded = await loadEvidence(context, input.repository)
    const scope = scopeOf(loaded.evidence, input.component)
    const { facts } = figureOf(loaded.evidence, measure, scope, input.weeks)
    if (!facts) {
      throw new Refusal(
        'not-found',
        {
          en: `The measure ${measure.id} has no list of commits.`,
          de: `Zur Kennzahl ${measure.id} gibt es keine Liste von Commits.`,
        },
        measure.personNear
          ? {
              en: 'A list would tell of single people; see its definition.',
              de: 'Eine Liste würde etwas über Einzelne sagen; lies seine Definition.',
            }
          : { en: 'See its definition.', de: 'Lies seine Definition.' },
      )
    }
    const ordered = newestFirst(loaded.evidence, facts)
    const page = input.whole ? ordered : ordered.slice(input.cursor, input.cursor + input.limit)
    const next = input.cursor + page.length
    return {
      total: ordered.length,
      facts: await toShapes(context, loaded, page),
      next: next < ordered.length ? String(next) : null,
    }
  },
})

function newestFirst({ history }: Evidence, facts: readonly number[]): number[] {
  return [...new Set(facts)].sort((a, b) => deliveredAt(history, b) - deliveredAt(history, a) || b - a)
}

function deliveredAt(history: Evidence['history'], commit: number): number {
  return history.committedAt[history.deliveredBy[commit] ?? commit] ?? 0
}

async function toShapes(
  context: OperationContext,
  loaded: LoadedEvidence,
  commits: readonly number[],
): Promise<FactShape[]> {
  const { evidence, key } = loaded
  const hashes = commits.map((commit) => evidence.history.hashes[commit] ?? '')
  if (hashes.length === 0) return []
  const { rows } = await sql<{ hash: string; subject: string }>`select hash, subject from git_commit
    where workspace_id = ${key.workspace_id} and repository_id = ${key.repository_id}
      and reading = ${key.reading}
      and hash in (select json_array_elements_text(${JSON.stringify(hashes)}::json))`.execute(
    context.transaction,
  )
  const subjects = new Map(rows.map((row) => [row.hash, row.subject]))
  return commits.map((commit, at) => ({
    hash: hashes[at] ?? '',
    day: dayOf(deliveredAt(evidence.history, commit)),
    subject: subjects.get(hashes[at] ?? '') ?? '',
    component: componentOf(evidence, commit),
  }))
}

/** The component with most of the commit's files, of several the first by name; '' for a commit without files. */
function componentOf(evidence: Evidence, commit: number): string {
  const files = new Map<string, number>()
  for (const file of filesOf(evidence.history, commit)) {
    const name = evidence.components[evidence.componentOf[file] ?? -1]?.name
    if (name !== undefined) files.set(name, (files.get(name) ?? 0) + 1)
  }
  const [most] = [...files].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most?.[0] ?? ''
}
