import { waitingScan } from './scan-state.ts'

/** What a backup leaves out of the repositories: how far they were read, for they are read again. In SQL, by column. */
export const evidenceBlanks = {
  repository: {
    current_reading: 'null',
    generation: '0',
    scan: `'${JSON.stringify(waitingScan)}'`,
    scan_jobs: `'{}'`,
  },
} as const
