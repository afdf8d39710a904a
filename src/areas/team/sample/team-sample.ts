import type { Sample } from '#workspace'
import { people } from './people.ts'
import { teams } from './teams.ts'

/** The four teams of the sample company and those who work in them. */
export const teamSample: Sample = { records: [...teams, ...people] }
