import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defineOperation, inWords, Refusal } from '#kernel'
import { findRepository } from './repository-rows.ts'

const pathPattern = z
  .string()
  .trim()
  .min(1)
  .max(1024)
  .refine(
    (pattern) => !pattern.startsWith('/') && !pattern.split('/').includes('..'),
    inWords({
      en: 'must be relative to the repository, as in packages/api/**',
      de: 'muss relativ zum Repository sein, wie in packages/api/**',
    }),
  )

/**
 * Names a part of a repository by path patterns, or gives the part of that name other patterns. With one entry the
 * catalogue replaces the folders that stand in for it.
 */
export const catalogueComponent = defineOperation({
  name: 'component.catalogue',
  summary: {
    en: 'Say by patterns which files a component consists of; a catalogue takes the place of the folders.',
    de: 'Mit Mustern sagen, aus welchen Dateien eine Komponente besteht; ein Katalog tritt an die Stelle der Ordner.',
  },
  input: z.strictObject({
    repository: z.uuid(),
    name: z.string().trim().min(1).max(200),
    paths: z.array(pathPattern).min(1).max(200),
  }),
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, input) {
    const { transaction, workspaceId } = context
    const repository = await findRepository(transaction, workspaceId, input.repository)
    const { id } = await transaction
      .insertInto('component')
      .values({
        workspace_id: workspaceId,
        id: randomUUID(),
        repository_id: repository.id,
        name: input.name,
        paths: input.paths,
      })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'repository_id', 'name']).doUpdateSet({ paths: input.paths }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await transaction
      .updateTable('repository')
      .set((each) => ({ generation: each('generation', '+', 1) }))
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', repository.id)
      .execute()
    context.audit({ subject: { type: 'component', id }, payload: { name: input.name, paths: input.paths } })
    return { id, name: input.name, paths: input.paths }
  },
})

/** Takes an entry out of the catalogue; without any entry, folders stand in again. */
export const removeComponent = defineOperation({
  name: 'component.remove',
  summary: {
    en: 'Take a component out of the catalogue.',
    de: 'Eine Komponente aus dem Katalog entfernen.',
  },
  input: z.strictObject({ repository: z.uuid(), name: z.string() }),
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, input) {
    const { transaction, workspaceId } = context
    const removed = await transaction
      .deleteFrom('component')
      .where('workspace_id', '=', workspaceId)
      .where('repository_id', '=', input.repository)
      .where('name', '=', input.name)
      .returning('id')
      .executeTakeFirst()
    if (!removed) {
      throw new Refusal(
        'not-found',
        {
          en: `The catalogue has no component ${input.name}.`,
          de: `Der Katalog hat keine Komponente ${input.name}.`,
        },
        {
          en: 'Only catalogue entries can be removed; folders are derived from the code.',
          de: 'Nur Einträge des Katalogs lassen sich entfernen; Ordner ergeben sich aus dem Code.',
        },
      )
    }
    await transaction
      .updateTable('repository')
      .set((each) => ({ generation: each('generation', '+', 1) }))
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', input.repository)
      .execute()
    context.audit({ subject: { type: 'component', id: removed.id }, payload: { name: input.name } })
    return { id: removed.id }
  },
})
