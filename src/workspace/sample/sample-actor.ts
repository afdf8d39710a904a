import type { Actor } from '#kernel/operation/actor.ts'

/** Who wrote the records of the sample company: nobody. */
export const sampleActor: Extract<Actor, { kind: 'system' }> = { kind: 'system', job: 'sample' }
