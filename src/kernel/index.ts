export { Refusal } from './operation/refusal.ts'
export type { RefusalCode, RefusedField } from './operation/refusal.ts'
