/** A bet that an insight may speak for, and why that is thought. Safe in a browser. */
export interface Proposal {
  readonly key: string
  readonly title: string
  readonly state: string
  readonly because: readonly Reason[]
}

/** A word of the insight and where the bet has it: in its title, in its texts or labels, or in the title of a goal. */
export interface Reason {
  readonly word: string
  readonly in: 'title' | 'text' | 'goal'
  /** Key of the goal; null where it is the bet itself. */
  readonly goal: string | null
}
