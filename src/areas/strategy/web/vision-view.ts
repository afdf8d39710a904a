/** What the address of the reading page says. */
export interface VisionView {
  /** Key of the vision; the one published last where it is left out. */
  readonly of?: string
  readonly edition?: number
  /** The audience whose text is read. */
  readonly for?: string
  /** The earlier edition that it is compared with. */
  readonly since?: number
  /** The edition whose readers are shown. */
  readonly readers?: number
}

/** Reads an address; what it does not understand is left out. */
export function parseVisionView(search: Readonly<Record<string, unknown>>): VisionView {
  const { of, edition, for: audience, since, readers } = search
  return {
    ...(typeof of === 'string' && /^VISION-[1-9]\d{0,8}$/.test(of) && { of }),
    ...numbered('edition', edition),
    // An address holds a name that looks like a number as one.
    ...((typeof audience === 'string' || typeof audience === 'number') &&
      audience !== '' && { for: String(audience) }),
    ...numbered('since', since),
    ...numbered('readers', readers),
  }
}

function numbered<Name extends string>(name: Name, value: unknown): { readonly [Key in Name]?: number } {
  const number = Number(value)
  return typeof value !== 'boolean' && Number.isInteger(number) && number >= 1 && number < 10_000
    ? ({ [name]: number } as { [Key in Name]: number }) // the one name that was given
    : {}
}
