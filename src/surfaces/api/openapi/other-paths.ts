import { z } from 'zod'
import { showLineOfSight } from '#evidence/operations/show-line-of-sight.ts'
import { searchOperation } from '#kernel'
import {
  changeRole,
  createInvitation,
  createKey,
  listBackups,
  listInvitations,
  listKeys,
  listMembers,
  listSessions,
  makeBackup,
  removeMember,
  revokeInvitation,
  revokeKey,
  revokeSession,
} from '#workspace'
import type { Words } from '#kernel/shape.ts'
import { privacyVerbs } from '#surfaces/operations.ts'
import type { DocumentedPath } from './document-parts.ts'
import { toPath, type Told } from './told-route.ts'

type Route = Omit<Told, 'id' | 'summary' | 'input'>

interface Described {
  readonly name: string
  readonly summary?: Words
  readonly input: z.ZodType
}

/** A route of an operation that says itself what it does. */
function of(operation: Described, route: Route, input: z.ZodType = operation.input): Told {
  return { ...route, id: operation.name, summary: operation.summary?.en ?? '', input }
}

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

const email = z.string().max(254)
const password = z.string().max(128)
const token = z.string()
const joining = z.object({ token, name: z.string(), email, password })

const ways: readonly Told[] = [
  {
    method: 'get',
    path: '/api/v1/session',
    id: 'session.show',
    summary: 'Show who is signed in here.',
    input: z.object({}),
    answer: 'The account, or that there is none.',
  },
  {
    method: 'post',
    path: '/api/v1/session',
    id: 'session.begin',
    summary: 'Sign in with e-mail address and password.',
    input: z.object({ email, password }),
    answer: 'Who one is; the session comes as a cookie.',
  },
  {
    method: 'delete',
    path: '/api/v1/session',
    id: 'session.end',
    summary: 'Sign out of this browser.',
    input: z.object({}),
    status: 204,
    answer: 'The session has ended.',
  },
  {
    method: 'put',
    path: '/api/v1/session/password',
    id: 'session.change-password',
    summary: 'Change one’s own password; other sessions end.',
    input: z.object({ current: password, next: password }),
    status: 204,
    answer: 'The password is another one.',
  },
  {
    method: 'post',
    path: '/api/v1/owner',
    id: 'account.create-owner',
    summary: 'Make the first account, which is the owner’s; from then on everybody has to sign in.',
    input: joining.omit({ token: true }),
    status: 201,
    answer: 'Who one is.',
  },
  {
    method: 'post',
    path: '/api/v1/invitations/show',
    id: 'invitation.show',
    summary: 'Show what a link invites to.',
    input: joining.pick({ token: true }),
    answer: 'Role and expiry.',
  },
  {
    method: 'post',
    path: '/api/v1/invitations/accept',
    id: 'invitation.accept',
    summary: 'Join by the link of an invitation.',
    input: joining,
    status: 201,
    answer: 'Who one is.',
  },
]

const gone = { status: 204, answer: 'It is gone.' } as const
const access: readonly Told[] = [
  of(listMembers, { method: 'get', path: '/api/v1/members', answer: 'The members.' }),
  of(changeRole, { method: 'put', path: '/api/v1/members/{member}/role', answer: 'The member.' }),
  of(removeMember, { method: 'delete', path: '/api/v1/members/{member}', ...gone }),
  of(listInvitations, { method: 'get', path: '/api/v1/invitations', answer: 'The invitations.' }),
  of(createInvitation, {
    method: 'post',
    path: '/api/v1/invitations',
    status: 201,
    answer: 'The invitation with its link, which is shown this once.',
  }),
  of(revokeInvitation, { method: 'delete', path: '/api/v1/invitations/{invitation}', ...gone }),
  of(listKeys, { method: 'get', path: '/api/v1/api-keys', answer: 'The keys.' }),
  of(createKey, {
    method: 'post',
    path: '/api/v1/api-keys',
    status: 201,
    answer: 'The key with its secret, which is shown this once.',
  }),
  of(revokeKey, { method: 'delete', path: '/api/v1/api-keys/{key}', ...gone }),
  of(listSessions, { method: 'get', path: '/api/v1/sessions', answer: 'The sessions.' }),
  of(revokeSession, { method: 'delete', path: '/api/v1/sessions/{session}', ...gone }),
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
  ...[...ways, ...access].map((each) => toPath(each, 'Accounts')),
  ...backups.map((each) => toPath(each, 'Backups')),
]
