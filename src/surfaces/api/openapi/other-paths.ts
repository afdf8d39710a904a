import { z } from 'zod'
import { showLineOfSight } from '#evidence/operations/show-line-of-sight.ts'
import { searchOperation } from '#kernel'
import { examineWorkspace, listBackups, makeBackup } from '#workspace'
import { languages } from '#kernel/shape.ts'
import { beginSample, removeSample, showStart } from '#surfaces/sample/sample-operations.ts'
import { privacyVerbs } from '#surfaces/operations.ts'
import type { DocumentedPath } from './document-parts.ts'
import { tags } from './tags.ts'
import { accessRoutes } from './access-paths.ts'
import { waysIn } from './ways-in-paths.ts'
import { of, toPath, type Told } from './told-route.ts'

const found: readonly Told[] = [
  of(searchOperation, {
    method: 'get',
    path: '/api/v1/search',
    answer: { en: 'Hits, the best first.', de: 'Treffer, die besten zuerst.' },
  }),
  of(showLineOfSight, {
    method: 'get',
    path: '/api/v1/line-of-sight/{subject}',
    answer: {
      en: 'Records above and below, and the commits that name one of those below.',
      de: 'Datensätze darüber und darunter, und die Commits, die einen davon darunter nennen.',
    },
  }),
]

const privacy: readonly Told[] = [
  {
    method: 'get',
    path: '/api/v1/privacy-sheet',
    id: 'privacy.sheet',
    summary: {
      en: 'Say what is stored about people, what for, for whom and how long.',
      de: 'Sagen, was über Menschen gespeichert ist, wofür, für wen und wie lange.',
    },
    input: z.object({ format: z.enum(['json']).optional() }),
    answer: {
      en: 'The sheet, as Markdown unless JSON is asked for.',
      de: 'Das Blatt, als Markdown, wenn nicht JSON verlangt ist.',
    },
  },
  ...privacyVerbs.flatMap(({ definition, operations }) => {
    const address = `/api/v1/${definition.collection}/{key}`
    const key = z.object({ key: z.string() })
    return [
      of(
        operations.export,
        { method: 'get', path: `${address}/export`, answer: { en: 'A file.', de: 'Eine Datei.' } },
        key.extend({ format: z.enum(['markdown']).optional() }),
      ),
      of(
        operations.erase,
        {
          method: 'post',
          path: `${address}/erase`,
          answer: { en: 'What was erased.', de: 'Was gelöscht wurde.' },
        },
        key,
      ),
    ]
  }),
]

const backups: readonly Told[] = [
  of(listBackups, {
    method: 'get',
    path: '/api/v1/backups',
    answer: {
      en: 'The backups that are kept, newest first, where they lie and what opens them.',
      de: 'Die Sicherungen, die es gibt, die neueste zuerst, wo sie liegen und was sie öffnet.',
    },
  }),
  of(makeBackup, {
    method: 'post',
    path: '/api/v1/backups',
    status: 202,
    answer: {
      en: 'Whether it was asked for; one that is on its way is not asked for again.',
      de: 'Ob sie angefordert wurde; eine, die schon entsteht, wird nicht noch einmal angefordert.',
    },
  }),
  of(
    examineWorkspace,
    {
      method: 'get',
      path: '/api/v1/examination',
      answer: {
        en: 'What holds and what does not. With `since`, a head that an export handed out, whether that is still part of the chain.',
        de: 'Was hält und was nicht. Mit `since`, einem Ende, das ein Export ausgegeben hat, ob das noch zur Kette gehört.',
      },
    },
    z.object({ since: z.string().optional() }),
  ),
]

const sent = z.object({ language: z.enum(languages).optional() })
const start: readonly Told[] = [
  of(showStart, {
    method: 'get',
    path: '/api/v1/start',
    answer: {
      en: 'What the workspace holds, and for owners what can be begun with.',
      de: 'Was der Arbeitsbereich enthält, und für Inhaber, womit er beginnen kann.',
    },
  }),
  of(
    beginSample,
    {
      method: 'post',
      path: '/api/v1/sample',
      status: 201,
      answer: { en: 'What the workspace holds then.', de: 'Was der Arbeitsbereich dann enthält.' },
    },
    sent,
  ),
  of(removeSample, {
    method: 'delete',
    path: '/api/v1/sample',
    status: 204,
    answer: { en: 'The workspace holds nothing.', de: 'Der Arbeitsbereich enthält nichts.' },
  }),
  {
    method: 'post',
    path: '/api/v1/restore',
    id: 'workspace.restore',
    by: 'person',
    summary: {
      en: 'Restore a backup into a workspace that holds nothing: the file as application/octet-stream, its key or passphrase percent-encoded in the header x-leitstand-secret.',
      de: 'Eine Sicherung in einen leeren Arbeitsbereich einspielen: die Datei als application/octet-stream, Schlüssel oder Passphrase prozentkodiert im Kopf x-leitstand-secret.',
    },
    input: z.object({}),
    status: 204,
    answer: { en: 'All of it is there, accounts included.', de: 'Alles ist da, auch die Konten.' },
  },
]

/** The routes of search, of privacy, of the start, of accounts and of backups. */
export const otherPaths: readonly DocumentedPath[] = [
  ...found.map((each) => toPath(each, tags.search)),
  ...privacy.map((each) => toPath(each, tags.privacy)),
  ...start.map((each) => toPath(each, tags.start)),
  ...[...waysIn, ...accessRoutes].map((each) => toPath(each, tags.accounts)),
  ...backups.map((each) => toPath(each, tags.backups)),
]
