const whys = [
  'over',
  'declined',
  'down',
  'wrong',
  'unverified',
  'stranger',
  'known',
  'invitation',
  'other-address',
  'other-account',
] as const

export type Why = (typeof whys)[number]

/** The reason that an address gives; nothing for none that there is. */
export function whyIn(given: unknown): { readonly why?: Why } {
  const why = whys.find((each) => each === given)
  return why === undefined ? {} : { why }
}
