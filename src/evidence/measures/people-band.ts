export type PeopleBand = '1' | '2-4' | '5+'

/** People in bands, so that no number leads to one of them; the lowest band is one at most. */
export function peopleBand(people: number): PeopleBand {
  if (people >= 5) return '5+'
  return people >= 2 ? '2-4' : '1'
}

/** The least number of people in the band of so many: 0, 1, 2 or 5. */
export function bandStart(people: number): number {
  return people === 0 ? 0 : Number.parseInt(peopleBand(people), 10)
}
