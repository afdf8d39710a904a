import { z } from 'zod'
import {
  changeRole,
  createInvitation,
  createKey,
  linkPerson,
  listInvitations,
  listKeys,
  listMembers,
  listSessions,
  listWaysIn,
  proposePerson,
  removeMember,
  removePasskey,
  removeProvider,
  renamePasskey,
  revokeInvitation,
  revokeKey,
  revokeSession,
  setProvider,
  showProvider,
} from '#workspace'
import { of, type Told } from './told-route.ts'

const gone = { status: 204, answer: { en: 'It is gone.', de: 'Es ist entfernt.' } } as const

/** What concerns members, invitations, keys, sessions and the provider. */
export const accessRoutes: readonly Told[] = [
  of(listMembers, {
    method: 'get',
    path: '/api/v1/members',
    answer: { en: 'The members.', de: 'Die Mitglieder.' },
  }),
  of(changeRole, {
    method: 'put',
    path: '/api/v1/members/{member}/role',
    answer: { en: 'The member.', de: 'Das Mitglied.' },
  }),
  of(removeMember, { method: 'delete', path: '/api/v1/members/{member}', ...gone }),
  of(listInvitations, {
    method: 'get',
    path: '/api/v1/invitations',
    answer: { en: 'The invitations.', de: 'Die Einladungen.' },
  }),
  of(createInvitation, {
    method: 'post',
    path: '/api/v1/invitations',
    status: 201,
    answer: {
      en: 'The invitation with its link, which is shown this once.',
      de: 'Die Einladung mit ihrem Link, der nur dieses eine Mal gezeigt wird.',
    },
  }),
  of(revokeInvitation, { method: 'delete', path: '/api/v1/invitations/{invitation}', ...gone }),
  of(listKeys, {
    method: 'get',
    path: '/api/v1/api-keys',
    answer: { en: 'The keys.', de: 'Die Schlüssel.' },
  }),
  of(createKey, {
    method: 'post',
    path: '/api/v1/api-keys',
    status: 201,
    answer: {
      en: 'The key with its secret, which is shown this once.',
      de: 'Der Schlüssel mit seinem Geheimnis, das nur dieses eine Mal gezeigt wird.',
    },
  }),
  of(revokeKey, { method: 'delete', path: '/api/v1/api-keys/{key}', ...gone }),
  of(listSessions, {
    method: 'get',
    path: '/api/v1/sessions',
    answer: { en: 'The sessions.', de: 'Die Sitzungen.' },
  }),
  of(revokeSession, { method: 'delete', path: '/api/v1/sessions/{session}', ...gone }),
  of(listWaysIn, {
    method: 'get',
    path: '/api/v1/ways-in',
    answer: { en: 'Password, passkeys, provider.', de: 'Passwort, Passkeys, Anbieter.' },
  }),
  of(renamePasskey, {
    method: 'put',
    path: '/api/v1/passkeys/{passkey}',
    answer: { en: 'The passkey.', de: 'Der Passkey.' },
  }),
  of(removePasskey, { method: 'delete', path: '/api/v1/passkeys/{passkey}', ...gone }),
  of(linkPerson, {
    method: 'put',
    path: '/api/v1/members/{member}/person',
    answer: { en: 'The member.', de: 'Das Mitglied.' },
  }),
  of(proposePerson, {
    method: 'put',
    path: '/api/v1/session/person',
    answer: { en: 'The member.', de: 'Das Mitglied.' },
  }),
  of(showProvider, {
    method: 'get',
    path: '/api/v1/sign-in-provider',
    answer: {
      en: 'The provider without its secret, or null; and where it is to send browsers back to.',
      de: 'Der Anbieter ohne sein Geheimnis, oder null; und wohin er Browser zurückschicken soll.',
    },
  }),
  of(
    setProvider,
    {
      method: 'put',
      path: '/api/v1/sign-in-provider',
      answer: {
        en: 'The provider without its secret. A secret that is left out stays as it is.',
        de: 'Der Anbieter ohne sein Geheimnis. Ein Geheimnis, das fehlt, bleibt, wie es ist.',
      },
    },
    z.object({
      name: z.string(),
      issuer: z.url(),
      clientId: z.string(),
      clientSecret: z.string().optional(),
    }),
  ),
  of(removeProvider, { method: 'delete', path: '/api/v1/sign-in-provider', ...gone }),
]
