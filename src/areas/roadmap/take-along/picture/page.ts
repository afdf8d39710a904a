/** As wide and as high as a slide; it grows where there is more. */
export const page = { width: 1600, height: 900, margin: 64 } as const

/** What lies between the heading and the notes: drawn from a height on, with the height where it ends. */
export interface Drawn {
  readonly parts: readonly string[]
  readonly end: number
}
