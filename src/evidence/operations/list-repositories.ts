import { z } from 'zod'
import { defineOperation } from '#kernel'
import { loadRepositoryShapes } from '../facts/repository-shape.ts'
import { language } from './scope-query.ts'
import { findRepository } from './repository-rows.ts'

/** All repositories of the workspace by name, with what is known of each and where its scan stands. */
export const listRepositories = defineOperation({
  name: 'repository.list',
  summary: {
    en: 'List all repositories, with what is known of each and where its scan stands.',
    de: 'Alle Repositorys auflisten, mit dem, was über jedes bekannt ist, und wie weit sein Scan ist.',
  },
  input: z.strictObject({ language }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, input) {
    const rows = await context.transaction
      .selectFrom('repository')
      .selectAll()
      .where('workspace_id', '=', context.workspaceId)
      .orderBy('name')
      .execute()
    return { repositories: await loadRepositoryShapes(context, rows, input.language) }
  },
})

/** One repository. */
export const showRepository = defineOperation({
  name: 'repository.show',
  summary: { en: 'Show a repository.', de: 'Ein Repository zeigen.' },
  input: z.strictObject({ repository: z.uuid(), language }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, input) {
    const row = await findRepository(context.transaction, context.workspaceId, input.repository)
    const [repository] = await loadRepositoryShapes(context, [row], input.language)
    if (!repository) throw new Error('A repository that was found has no shape.')
    return repository
  },
})
