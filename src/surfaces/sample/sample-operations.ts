import { areaStoredTables } from '#areas/stored-tables.ts'
import { z } from 'zod'
import { samples } from '#areas/samples.ts'
import { dropRepository } from '#evidence/operations/remove-repository.ts'
import { enterRepository } from '#evidence/operations/add-repository.ts'
import {
  assertAllowed,
  defineOperation,
  holdsRole,
  perform,
  Refusal,
  sampleMark,
  type Actor,
  type Kernel,
  type OperationContext,
} from '#kernel'
import { languages } from '#kernel/shape.ts'
import { addedToSample, emptyRecords, hasNoRecords, planSample, writeSample } from '#workspace'
import type { StartShape } from '#workspace/shape.ts'
import { sampleSource } from './sample-source.ts'

/** Fills a workspace that holds nothing with the sample company, its repository included. */
export const beginSample = defineOperation({
  name: 'sample.begin',
  summary: {
    en: 'Fill an empty workspace with the sample company.',
    de: 'Einen leeren Arbeitsbereich mit der Beispielfirma füllen.',
  },
  input: z.strictObject({ language: z.enum(languages).default('en') }),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context, { language }) {
    if ((await heldBy(context)) !== 'nothing') throw notEmptyForSample()
    const begun = context.clock()
    const plan = planSample(samples, { definitions: context.records.all, language, begun })
    const written = await writeSample(context, plan)
    const { id } = await enterRepository(context, {
      kind: 'url',
      source: sampleSource(begun),
      name: 'larkenfeld',
      places: [],
    })
    context.audit({ payload: { language, ...written } })
    return { repository: id }
  },
})

/** Takes the sample company out, and with it whatever was added to it, so that the workspace is as it was before. */
export const removeSample = defineOperation({
  name: 'sample.remove',
  summary: {
    en: 'Remove the sample company with everything that was added to it.',
    de: 'Die Beispielfirma entfernen, mit allem, was zu ihr hinzukam.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  by: 'person',
  writes: true,
  async run(context) {
    const mark = await sampleMark(context)
    if (!mark) throw noSample()
    const repositories = await context.transaction
      .selectFrom('repository')
      .select('id')
      .where('workspace_id', '=', context.workspaceId)
      .execute()
    for (const { id } of repositories) await dropRepository(context, id)
    await context.transaction.deleteFrom('bot').where('workspace_id', '=', context.workspaceId).execute()
    await emptyRecords(
      context,
      mark.begun_after,
      areaStoredTables.map(({ table }) => table),
    )
    context.audit({ payload: { begunAt: mark.begun_at.toISOString() } })
    return { repositories: repositories.map(({ id }) => id) }
  },
})

/** What the workspace holds; for owners with what would go with the sample company. */
export const showStart = defineOperation({
  name: 'workspace.start',
  summary: {
    en: 'Say whether the workspace holds nothing yet, the sample company or something real.',
    de: 'Sagen, ob der Arbeitsbereich noch nichts, die Beispielfirma oder etwas Echtes enthält.',
  },
  input: z.strictObject({}),
  access: ['owner', 'leader', 'member', 'guest'],
  writes: false,
  async run(context): Promise<Pick<StartShape, 'workspace' | 'holds' | 'sample'>> {
    const workspace = context.workspaceId
    const mark = await sampleMark(context)
    if (!mark) return { workspace, holds: await heldBy(context), sample: null }
    const isOwner = holdsRole(context.actor, ['owner'])
    const added = isOwner && { ...(await addedToSample(context)), others: await namesOfOthers(context) }
    return {
      workspace,
      holds: 'sample',
      sample: { begunAt: mark.begun_at.toISOString(), added: added || null },
    }
  },
})

/** Lets pass an owner in person, as long as the workspace holds nothing: a backup takes the place of everything. */
export async function assertRestorable(kernel: Kernel, actor: Actor): Promise<void> {
  assertAllowed(beginSample, actor)
  const { holds } = await perform(kernel, showStart, actor, {})
  if (holds !== 'nothing') throw notEmptyFor(holds)
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records'>

async function heldBy(context: Reader): Promise<StartShape['holds']> {
  if (await sampleMark(context)) return 'sample'
  if (!(await hasNoRecords(context))) return 'real'
  for (const table of ['repository', 'bot'] as const) {
    const found = await context.transaction
      .selectFrom(table)
      .select('workspace_id')
      .where('workspace_id', '=', context.workspaceId)
      .limit(1)
      .executeTakeFirst()
    if (found) return 'real'
  }
  return 'nothing'
}

/** What people told the evidence: components and bots. */
async function namesOfOthers({ transaction, workspaceId }: Reader): Promise<string[]> {
  const [components, bots] = [
    await transaction
      .selectFrom('component')
      .select('name')
      .where('workspace_id', '=', workspaceId)
      .orderBy('name')
      .execute(),
    await transaction
      .selectFrom('bot')
      .select('entry as name')
      .where('workspace_id', '=', workspaceId)
      .orderBy('entry')
      .execute(),
  ]
  return [...components, ...bots].map(({ name }) => name)
}

export function notEmptyForSample(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'The sample company is begun in an empty workspace alone, and this one holds something already.',
      de: 'Die Beispielfirma beginnt nur in einem leeren Arbeitsbereich, und dieser enthält schon etwas.',
    },
    {
      en: 'Start on another data folder to look at it: --data DIR.',
      de: 'Starte mit einem anderen Datenordner, um sie anzusehen: --data DIR.',
    },
  )
}

function noSample(): Refusal {
  return new Refusal('conflict', {
    en: 'This workspace holds no sample company, so there is nothing to remove.',
    de: 'Dieser Arbeitsbereich enthält keine Beispielfirma, also gibt es nichts zu entfernen.',
  })
}

function notEmptyFor(holds: 'sample' | 'real'): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'A backup is restored into an empty workspace alone, and this one holds something already.',
      de: 'Eine Sicherung wird nur in einen leeren Arbeitsbereich eingespielt, und dieser enthält schon etwas.',
    },
    holds === 'sample'
      ? { en: 'Remove the sample company first.', de: 'Entferne zuerst die Beispielfirma.' }
      : {
          en: 'Restore it into a new folder: leitstand restore FILE --data DIR.',
          de: 'Spiele sie in einen neuen Ordner ein: leitstand restore FILE --data DIR.',
        },
  )
}
