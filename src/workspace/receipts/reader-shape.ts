/** A member and the day on which they said to have read something; null for not yet. */
export interface ReaderShape {
  readonly member: string
  readonly name: string
  readonly read: string | null
}
