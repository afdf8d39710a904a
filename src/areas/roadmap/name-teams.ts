/** The calculation knows teams by their keys; whoever reads a reason knows their names. */
export function nameTeams(
  reason: string,
  teams: readonly { readonly key: string; readonly name: string }[],
): string {
  const names = new Map(teams.map(({ key, name }) => [key, name]))
  return reason.replaceAll(/\bTEAM-\d+\b/g, (key) => names.get(key) ?? key)
}
