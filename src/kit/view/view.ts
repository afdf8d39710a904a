/** What the address says about a page besides its path. Every page has the same words for it. */
export interface View {
  readonly repository?: string
  readonly component?: string
  readonly weeks?: Weeks
  /** Measure whose evidence drawer is open. */
  readonly figure?: string
  /** Table, column and direction, `hotspots.score.down`. */
  readonly sort?: string
  /** Row that is marked in table and picture. */
  readonly selected?: string
}

export const windows = [4, 13, 26, 52] as const
export type Weeks = (typeof windows)[number]
export const usualWeeks: Weeks = 13

/** Reads the search part of an address; what is not understood is left out. */
export function parseView(search: Readonly<Record<string, unknown>>): View {
  const weeks = windows.find((one) => one === Number(search['weeks']))
  const repository = text(search['repository'])
  const component = text(search['component'])
  const figure = text(search['figure'])
  const sort = text(search['sort'])
  const selected = text(search['selected'])
  return {
    ...(repository !== undefined && { repository }),
    ...(component !== undefined && { component }),
    ...(weeks !== undefined && weeks !== usualWeeks && { weeks }),
    ...(figure !== undefined && { figure }),
    ...(sort !== undefined && { sort }),
    ...(selected !== undefined && { selected }),
  }
}

/** What stays when one goes to another page: which repository, which part of it, over which time. */
export function keptView({ repository, component, weeks }: View): View {
  return {
    ...(repository !== undefined && { repository }),
    ...(component !== undefined && { component }),
    ...(weeks !== undefined && { weeks }),
  }
}

/** The view with some things changed; undefined takes one away. */
export function changedView(
  view: View,
  change: { readonly [Key in keyof View]?: View[Key] | undefined },
): View {
  return parseView({ ...view, ...change })
}

/** An address holds text that looks like a number or a truth value as one. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
