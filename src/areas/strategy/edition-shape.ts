import type { FieldChange } from '#kernel/shape.ts'

/** One of the editions of a record, without its text. */
export interface EditionLine {
  readonly edition: number
  /** The version of the record that it is. */
  readonly version: number
  readonly day: string
  readonly note: string | null
}

/** A published edition of a vision as it is read, with what leads there. */
export interface VisionEditionShape extends EditionLine {
  readonly key: string
  readonly title: string
  readonly text: string | null
  readonly audiences: readonly { readonly audience: string; readonly text: string }[]
  /** All that were published, the newest first. */
  readonly editions: readonly EditionLine[]
  /** What is otherwise than in an earlier edition; null where none was asked for. */
  readonly since: { readonly edition: number; readonly changes: readonly FieldChange[] } | null
  readonly strategies: readonly StrategyText[]
  /** Active goals that serve these strategies, each behind the one that it is part of; none beside an earlier edition. */
  readonly goals: readonly GoalLine[]
  /** The day on which whoever asks has read it; null for not yet. */
  readonly read: string | null
  /** How many have read it, for those who lead; null for others. */
  readonly readers: ReadersCount | null
  /** What was written since the newest edition, for those who may publish it; null where there is nothing. */
  readonly draft: DraftShape | null
}

/** What was written since the newest edition; no changes where none was published. */
export interface DraftShape {
  readonly version: number
  readonly changes: readonly FieldChange[]
}

export interface ReadersCount {
  readonly read: number
  readonly members: number
}

/** A strategy in the edition that stood when the vision did; a null edition where none was published by then. */
export interface StrategyText {
  readonly key: string
  readonly title: string
  readonly edition: number | null
  readonly day: string | null
  readonly diagnosis: string | null
  readonly policies: readonly Point[]
  readonly refusals: readonly Point[]
  /** For those who may publish it, and beside the newest edition of the vision alone. */
  readonly draft: DraftShape | null
}

/** What is decided by, or left undone, and why. */
export interface Point {
  readonly what: string
  readonly why: string | null
}

export interface GoalLine {
  readonly key: string
  readonly title: string
  /** Key of the goal in this list that it is part of. */
  readonly parent: string | null
  readonly due: string | null
  readonly unit: string | null
  readonly baseline: number | null
  readonly target: number | null
  /** The last value that was checked in. */
  readonly value: number | null
}
