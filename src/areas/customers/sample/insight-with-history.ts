import { ago, say, the, type SampleRecord } from '#workspace'

type Said = ReturnType<typeof say>
type Version = SampleRecord['versions'][number]

interface Customer {
  readonly name: string
  readonly segment: Said
  /** A year, in whole units. */
  readonly revenue: number
  /** Of another country. */
  readonly currency?: 'CHF'
}

const association = say('Housing association', 'Wohnungsgenossenschaft')
const landlord = say('Landlord with one house', 'Vermieter mit einem Haus')
export const resident = say('Resident', 'Bewohner')

/** None of them exists. */
const customers = {
  morgentau: { name: 'Baugenossenschaft Morgentau eG', segment: association, revenue: 88_000 },
  uferlicht: { name: 'Wohnungsverein Uferlicht', segment: association, revenue: 54_000 },
  rosengarten: {
    name: 'Wohnbaugenossenschaft Rosengarten, Chur',
    segment: association,
    revenue: 41_000,
    currency: 'CHF',
  },
  neuland: { name: 'Siedlerbund Neuland', segment: association, revenue: 31_500 },
  sonnhalde: { name: 'Hausgemeinschaft Sonnhalde 14', segment: landlord, revenue: 3_900 },
  quast: {
    name: 'Quast Hausverwaltung',
    segment: say('Property management', 'Hausverwaltung'),
    revenue: 22_400,
  },
  lindenried: {
    name: 'Straßenkomitee Lindenried',
    segment: say('Street', 'Straße'),
    revenue: 6_200,
  },
} as const satisfies Readonly<Record<string, Customer>>

interface Told {
  readonly heard: number
  readonly title: Said
  readonly text?: Said
  readonly source: 'interview' | 'support' | 'sales' | 'usage' | 'survey' | 'issue' | 'other'
  readonly from?: keyof typeof customers
  readonly segment?: Said
  readonly count?: number
  /** Who said it, who agreed that it is kept for two years from then on. */
  readonly contact?: string
  readonly consent?: 'not-needed' | 'given' | 'asked' | 'withdrawn'
  readonly ticket?: number
  /** Days ago on which it was looked at, and the bets that it speaks for. */
  readonly kept?: readonly [daysAgo: number, ...bets: string[]]
  readonly end?: readonly [daysAgo: number, state: 'acted' | 'let-go', outcome: Said]
  readonly toldBack?: number
  readonly labels?: readonly Said[]
}

/** What somebody said, from the day on which it was heard to the one on which they were told what became of it. */
export function insight(name: string, told: Told): SampleRecord {
  const { heard, title, text, source, from, segment, count, contact, ticket, kept, end, toldBack, labels } =
    told
  const customer: Customer | undefined = from && customers[from]
  const first = {
    title,
    source,
    heard: ago(heard),
    consent: told.consent ?? (contact === undefined ? 'not-needed' : 'given'),
    ...(text && { text }),
    ...(customer && {
      customer: customer.name,
      segment: customer.segment,
      revenue: { amount: customer.revenue * 100, currency: customer.currency ?? 'EUR' },
    }),
    ...(segment && { segment }),
    ...(count !== undefined && { count }),
    ...(contact !== undefined && { contact, consentUntil: ago(heard - 730) }),
    ...(ticket !== undefined && { link: `https://support.larkenfeld.example/tickets/${ticket}` }),
    ...(labels && { labels }),
  }
  const after: Version[] = [
    ...(kept
      ? [
          {
            daysAgo: kept[0],
            fields: {
              state: 'kept',
              ...(kept.length > 1 && { bets: kept.slice(1).map((bet) => the(String(bet))) }),
            },
          },
        ]
      : []),
    ...(end ? [{ daysAgo: end[0], fields: { state: end[1], outcome: end[2] } }] : []),
    ...(toldBack === undefined ? [] : [{ daysAgo: toldBack, fields: { toldOn: ago(toldBack) } }]),
  ]
  return {
    name,
    type: 'insight',
    versions: [
      { daysAgo: heard, fields: first },
      ...after.toSorted((one, other) => other.daysAgo - one.daysAgo),
    ],
  }
}
