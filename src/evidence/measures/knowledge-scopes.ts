import type { Evidence } from './evidence.ts'
import { tooFew } from './figure.ts'
import type { Reason } from './measure.ts'

/** What all measures of knowledge have in common: statements about code, for leadership, without a list of commits. */
export const knowledgeScopes = { personNear: false, audience: 'leadership' } as const

export const avelino =
  'Avelino, Passos, Hora, Valente: A Novel Approach for Estimating Truck Factors, ICPC 2016'
export const truckFactorTool = 'https://github.com/aserg-ufmg/Truck-Factor'

/** Why nothing can be said of who knows the files, or null where it can. */
export function unknowable(evidence: Evidence, files: number): Reason | null {
  if (evidence.history.length === 0) return { code: 'empty-history' }
  if (evidence.boundaryCommits > 0) return { code: 'no-data', source: 'whole-history' }
  return files === 0 ? tooFew('files', 1, 0) : null
}
