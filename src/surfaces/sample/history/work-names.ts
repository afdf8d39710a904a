/** A commit’s message with its trailers below. */
export function withTrailers(subject: string, trailers: readonly string[]): string {
  return trailers.length > 0 ? `${subject}\n\n${trailers.join('\n')}\n` : `${subject}\n`
}

/** As in `bet-7-the-signature-step` or `platform/GOAL-4-access-by-team`. */
export function branchOf(team: string, trailer: string | null, thing: string): string {
  const slug = thing
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .slice(0, 32)
  const key = trailer?.split(' ')[1]
  if (key === undefined) return `${team}/${slug}`
  return key.startsWith('BET-') ? `${key.toLowerCase()}-${slug}` : `${team}/${key}-${slug}`
}
