import { ago, the, type say, type SampleRecord } from '#workspace'

type Fields = SampleRecord['versions'][number]['fields']
type Version = SampleRecord['versions'][number]

interface Told {
  /** Days ago on which it was written, and on which it went on from there. */
  readonly written: number
  readonly shaped?: number
  readonly committed?: number
  readonly started?: number
  /** How it ended, when, and what was learned. */
  readonly end?: readonly [daysAgo: number, state: 'shipped' | 'stopped', learned: ReturnType<typeof say>]
  /** Who stands for it: product and engineering; there is one designer. */
  readonly by: readonly [product: string, engineering: string]
  /** Those who work on it, those who gain by it. */
  readonly teams: readonly string[]
  readonly goals: readonly string[]
  /** Changes in each team, at least and at most. */
  readonly size?: readonly [low: number, high: number]
  readonly after?: readonly string[]
  readonly fields: Fields
  /** What was changed besides. */
  readonly later?: readonly Version[]
}

/** A bet on its way from idea to its end, each step a version of its own. */
export function bet(name: string, told: Told): SampleRecord {
  const { written, shaped, committed, started, end, by, teams, goals, size, after, fields, later = [] } = told
  const [product, engineering] = by
  const first = {
    ...(size && { low: size[0], high: size[1] }),
    ...(after && { after: after.map(the) }),
    teams: teams.map(the),
    goals: goals.map(the),
    product: the(product),
    design: the('yuki'),
    engineering: the(engineering),
    ...fields,
  }
  const agreedTo = 1 + later.filter(({ daysAgo }) => shaped !== undefined && daysAgo > shaped).length
  const steps: Version[] = [
    ...(shaped === undefined
      ? []
      : [
          {
            daysAgo: shaped,
            fields: { state: 'shaped', agreements: agreed({ written, shaped, by }, agreedTo) },
          },
        ]),
    ...(committed === undefined ? [] : [{ daysAgo: committed, fields: { state: 'committed' } }]),
    ...(started === undefined
      ? []
      : [
          {
            daysAgo: started,
            fields: { state: 'in-progress', horizon: 'now', started: ago(started) },
          },
        ]),
    ...later,
    ...(end ? [{ daysAgo: end[0], fields: ended(end, started !== undefined) }] : []),
  ]
  return {
    name,
    type: 'bet',
    versions: [
      { daysAgo: written, fields: first },
      ...steps.toSorted((one, other) => other.daysAgo - one.daysAgo),
    ],
  }
}

function agreed(
  { written, shaped, by }: Pick<Told, 'written' | 'by'> & { readonly shaped: number },
  version: number,
) {
  const [product, engineering] = by
  return [
    { side: 'product', person: the(product), day: ago(Math.min(written, shaped + 3)), version },
    { side: 'design', person: the('yuki'), day: ago(Math.min(written, shaped + 1)), version },
    { side: 'engineering', person: the(engineering), day: ago(shaped), version },
  ]
}

function ended([daysAgo, state, learned]: NonNullable<Told['end']>, wasBegun: boolean): Fields {
  return { state, horizon: null, order: null, learned, ...(wasBegun && { ended: ago(daysAgo) }) }
}
