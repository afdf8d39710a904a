interface Named {
  readonly key: string
  readonly title: string
}

/** What is not of the sample company itself and goes with it nevertheless. */
export interface AddedToSample {
  readonly records: readonly Named[]
  /** Records of the company that were changed. */
  readonly changed: readonly Named[]
  readonly links: number
  /** Names of components and bots. */
  readonly others: readonly string[]
}

/** What a workspace holds: nothing yet, the sample company, or something real. */
export interface StartShape {
  /** Which workspace it is: another one, as after a restore, has another id. */
  readonly workspace: string
  readonly holds: 'nothing' | 'sample' | 'real'
  readonly sample: {
    readonly begunAt: string
    /** Null for whoever may not remove it. */
    readonly added: AddedToSample | null
  } | null
  /** The repository in whose folder the server was started, for owners. */
  readonly repository: string | null
  /** Whether the server can restore a backup while it runs. */
  readonly canRestore: boolean
}
