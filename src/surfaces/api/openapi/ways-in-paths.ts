import { z } from 'zod'
import { addPasskey } from '#workspace'
import { callbackPath } from '#surfaces/sign-in/callback-path.ts'
import type { Told } from './told-route.ts'

const email = z.string().max(254)
const password = z.string().max(128)
const token = z.string()
const joining = z.object({ token, name: z.string(), email, password })

/** The ways in and out. */
export const waysIn: readonly Told[] = [
  {
    method: 'get',
    path: '/api/v1/session',
    id: 'session.show',
    summary: { en: 'Show who is signed in here.', de: 'Zeigen, wer hier angemeldet ist.' },
    input: z.object({}),
    answer: { en: 'The account, or that there is none.', de: 'Das Konto, oder dass es keines gibt.' },
  },
  {
    method: 'post',
    path: '/api/v1/session',
    id: 'session.begin',
    mayBeWrong: true,
    summary: {
      en: 'Sign in with e-mail address and password.',
      de: 'Sich mit E-Mail-Adresse und Passwort anmelden.',
    },
    isCounted: true,
    input: z.object({ email, password }),
    answer: {
      en: 'Who one is; the session comes as a cookie.',
      de: 'Wer man ist; die Sitzung kommt als Cookie.',
    },
  },
  {
    method: 'delete',
    path: '/api/v1/session',
    id: 'session.end',
    summary: { en: 'Sign out of this browser.', de: 'Sich in diesem Browser abmelden.' },
    input: z.object({}),
    status: 204,
    answer: { en: 'The session has ended.', de: 'Die Sitzung ist beendet.' },
  },
  {
    method: 'put',
    path: '/api/v1/session/password',
    id: 'session.change-password',
    by: 'person',
    summary: {
      en: 'Change one’s own password; other sessions end.',
      de: 'Das eigene Passwort ändern; andere Sitzungen enden.',
    },
    isCounted: true,
    input: z.object({ current: password, next: password }),
    status: 204,
    answer: { en: 'The password is another one.', de: 'Das Passwort ist ein anderes.' },
  },
  {
    method: 'post',
    path: '/api/v1/owner',
    id: 'account.create-owner',
    summary: {
      en: 'Make the first account, which is the owner’s; from then on everybody has to sign in.',
      de: 'Das erste Konto anlegen, das Inhaberkonto; von da an müssen sich alle anmelden.',
    },
    input: joining.omit({ token: true }),
    status: 201,
    answer: { en: 'Who one is.', de: 'Wer man ist.' },
  },
  {
    method: 'post',
    path: '/api/v1/invitations/show',
    id: 'invitation.show',
    summary: { en: 'Show what a link invites to.', de: 'Zeigen, wozu ein Link einlädt.' },
    input: joining.pick({ token: true }),
    answer: { en: 'Role and expiry.', de: 'Rolle und Ablauf.' },
  },
  {
    method: 'post',
    path: '/api/v1/invitations/accept',
    id: 'invitation.accept',
    summary: { en: 'Join by the link of an invitation.', de: 'Mit dem Link einer Einladung beitreten.' },
    input: joining,
    status: 201,
    answer: { en: 'Who one is.', de: 'Wer man ist.' },
  },
  {
    method: 'post',
    path: '/api/v1/session/passkey/begin',
    id: 'session.ask-for-passkey',
    summary: {
      en: 'Ask for what a browser needs to sign in with a passkey (WebAuthn).',
      de: 'Anfordern, was ein Browser braucht, um sich mit einem Passkey anzumelden (WebAuthn).',
    },
    input: z.object({}),
    isCounted: true,
    answer: {
      en: 'PublicKeyCredentialRequestOptions as JSON.',
      de: 'PublicKeyCredentialRequestOptions als JSON.',
    },
  },
  {
    method: 'post',
    path: '/api/v1/session/passkey',
    id: 'session.begin-by-passkey',
    mayBeWrong: true,
    summary: { en: 'Sign in with a passkey.', de: 'Sich mit einem Passkey anmelden.' },
    input: z.object({ response: z.looseObject({}) }),
    isCounted: true,
    answer: {
      en: 'Who one is; the session comes as a cookie.',
      de: 'Wer man ist; die Sitzung kommt als Cookie.',
    },
  },
  {
    method: 'get',
    path: '/api/v1/session/provider',
    id: 'session.provider',
    summary: {
      en: 'Show whether one may sign in by an OpenID Connect provider.',
      de: 'Zeigen, ob man sich über einen OpenID-Connect-Anbieter anmelden kann.',
    },
    input: z.object({}),
    answer: { en: 'The name of the provider, or null.', de: 'Der Name des Anbieters, oder null.' },
  },
  {
    method: 'post',
    path: '/api/v1/session/provider',
    id: 'session.ask-provider',
    summary: {
      en: 'Begin to sign in, or to join by an invitation, by the provider.',
      de: 'Die Anmeldung oder den Beitritt mit einer Einladung über den Anbieter beginnen.',
    },
    input: z.object({ next: z.string().optional(), invitation: z.string().optional() }),
    isCounted: true,
    answer: {
      en: 'The address of the provider that a browser is to go to.',
      de: 'Die Adresse des Anbieters, zu der ein Browser gehen soll.',
    },
  },
  {
    method: 'get',
    path: callbackPath,
    id: 'session.begin-by-provider',
    summary: {
      en: 'Where the provider sends browsers back to.',
      de: 'Wohin der Anbieter Browser zurückschickt.',
    },
    input: z.object({ code: z.string().optional(), state: z.string().optional() }),
    isCounted: true,
    status: 303,
    answer: { en: 'The page to go on to.', de: 'Die Seite, auf der es weitergeht.' },
  },
  {
    method: 'post',
    path: '/api/v1/session/provider/connect',
    id: 'session.connect-provider',
    by: 'person',
    summary: {
      en: 'Begin to connect one’s own account with the provider.',
      de: 'Beginnen, das eigene Konto mit dem Anbieter zu verbinden.',
    },
    input: z.object({}),
    answer: {
      en: 'The address of the provider that a browser is to go to.',
      de: 'Die Adresse des Anbieters, zu der ein Browser gehen soll.',
    },
  },
  {
    method: 'post',
    path: '/api/v1/passkeys/begin',
    id: 'passkey.ask',
    by: 'person',
    summary: {
      en: 'Ask for what a browser needs to make a passkey (WebAuthn).',
      de: 'Anfordern, was ein Browser braucht, um einen Passkey anzulegen (WebAuthn).',
    },
    input: z.object({}),
    answer: {
      en: 'PublicKeyCredentialCreationOptions as JSON.',
      de: 'PublicKeyCredentialCreationOptions als JSON.',
    },
  },
  {
    method: 'post',
    path: '/api/v1/passkeys',
    id: addPasskey.name,
    by: 'person',
    summary: addPasskey.summary ?? { en: '', de: '' },
    input: z.object({ name: z.string().max(100), response: z.looseObject({}) }),
    status: 201,
    answer: { en: 'The passkey.', de: 'Der Passkey.' },
  },
]
