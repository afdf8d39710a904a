import { holdsRole, Refusal, type Actor } from '#kernel'

export type Audience = 'leadership' | 'company'

/** Whether the actor belongs to those a figure or table is for. */
export function mayRead(actor: Actor, audience: Audience): boolean {
  return audience === 'company' || holdsRole(actor, ['owner', 'leader'])
}

/** Refuses with `forbidden` who does not belong to them. */
export function assertMayRead(actor: Actor, audience: Audience): void {
  if (mayRead(actor, audience)) return
  throw new Refusal(
    'forbidden',
    { en: 'This is for leadership.', de: 'Das ist der Leitung vorbehalten.' },
    {
      en: 'Ask an owner of this workspace for the role.',
      de: 'Bitte jemanden, dem dieser Arbeitsbereich gehört, um die Rolle.',
    },
  )
}
