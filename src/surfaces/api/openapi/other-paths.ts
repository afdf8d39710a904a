import { z } from 'zod'
import { showLineOfSight } from '#evidence/operations/show-line-of-sight.ts'
import { searchOperation } from '#kernel'
import { listBackups, makeBackup } from '#workspace'
import { privacyVerbs } from '#surfaces/operations.ts'
import type { DocumentedPath } from './document-parts.ts'
import { accessRoutes, waysIn } from './account-paths.ts'
import { of, toPath, type Told } from './told-route.ts'

const found: readonly Told[] = [
  of(searchOperation, { method: 'get', path: '/api/v1/search', answer: 'Hits, the best first.' }),
  of(showLineOfSight, {
    method: 'get',
    path: '/api/v1/line-of-sight/{subject}',
    answer: 'Records above and below, and the commits that name one of those below.',
  }),
]

const privacy: readonly Told[] = [
  {
    method: 'get',
    path: '/api/v1/privacy-sheet',
    id: 'privacy.sheet',
    summary: 'Say what is stored about people, what for, for whom and how long.',
    input: z.object({ format: z.enum(['json']).optional() }),
    answer: 'The sheet, as Markdown unless JSON is asked for.',
  },
  ...privacyVerbs.flatMap(({ definition, operations }) => {
    const address = `/api/v1/${definition.collection}/{key}`
    const key = z.object({ key: z.string() })
    return [
      of(
        operations.export,
        { method: 'get', path: `${address}/export`, answer: 'A file.' },
        key.extend({ format: z.enum(['markdown']).optional() }),
      ),
      of(operations.erase, { method: 'post', path: `${address}/erase`, answer: 'What was erased.' }, key),
    ]
  }),
]

const backups: readonly Told[] = [
  of(listBackups, {
    method: 'get',
    path: '/api/v1/backups',
    answer: 'The backups that are kept, newest first, where they lie and what opens them.',
  }),
  of(makeBackup, {
    method: 'post',
    path: '/api/v1/backups',
    status: 202,
    answer: 'Whether it was asked for; one that is on its way is not asked for again.',
  }),
]

/** The routes of search, of privacy, of accounts and of backups. */
export const otherPaths: readonly DocumentedPath[] = [
  ...found.map((each) => toPath(each, 'Search')),
  ...privacy.map((each) => toPath(each, 'Privacy')),
  ...[...waysIn, ...accessRoutes].map((each) => toPath(each, 'Accounts')),
  ...backups.map((each) => toPath(each, 'Backups')),
]
