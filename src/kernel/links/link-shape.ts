/** A record at the other end of a link, as seen from the one that was asked about. */
export interface NeighbourShape {
  /** Name of the relation, or its inverse where the link comes in; `field:parent` for what a field refers to. */
  readonly relation: string
  readonly direction: 'out' | 'in'
  readonly key: string
  readonly type: string
  readonly title: string
  readonly archived: boolean
}

/** A record on a line of sight, with its distance from the one that was asked about: above it positive, below negative. */
export interface SightShape {
  readonly key: string
  readonly type: string
  readonly title: string
  readonly archived: boolean
  readonly distance: number
}

/** A step of a line of sight: `from` is what was done for `to`. */
export interface SightStep {
  readonly from: string
  readonly relation: string
  readonly to: string
}
