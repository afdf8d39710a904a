import { z } from 'zod'
import { defineOperation } from '#kernel'
import { loadRepositoryShape } from '../facts/repository-shape.ts'
import { findRepository } from './repository-rows.ts'

/** All repositories of the workspace by name, with what is known of each and where its scan stands. */
export const listRepositories = defineOperation({
  name: 'repository.list',
  input: z.object({}),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context) {
    const rows = await context.transaction
      .selectFrom('repository')
      .selectAll()
      .where('workspace_id', '=', context.workspaceId)
      .orderBy('name')
      .execute()
    const repositories = []
    for (const row of rows) repositories.push(await loadRepositoryShape(context, row))
    return { repositories }
  },
})

/** One repository. */
export const showRepository = defineOperation({
  name: 'repository.show',
  input: z.object({ repository: z.uuid() }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, input) {
    return loadRepositoryShape(
      context,
      await findRepository(context.transaction, context.workspaceId, input.repository),
    )
  },
})
