import { say, the, yearly, type SampleRecord } from '#workspace'

type Day = Parameters<typeof yearly>[0]

interface Told {
  readonly title: ReturnType<typeof say>
  readonly first: Day
  readonly isMonday?: boolean
  /** How many days it has beyond the first. */
  readonly more?: number
}

/** Holidays that there are all over Germany, with the days between them that nobody works on either. */
const everyYear: Readonly<Record<string, Told>> = {
  easter: { title: say('Easter', 'Ostern'), first: -2, more: 3 },
  'may-day': { title: say('May Day', 'Tag der Arbeit'), first: '05-01' },
  ascension: {
    title: say('Ascension and the Friday after it', 'Himmelfahrt und Brückentag'),
    first: 39,
    more: 1,
  },
  whitsun: { title: say('Whit Monday', 'Pfingstmontag'), first: 50 },
  unity: { title: say('Day of German Unity', 'Tag der Deutschen Einheit'), first: '10-03' },
  'company-week': {
    title: say('Company week in Lindenried', 'Firmenwoche in Lindenried'),
    first: '09-15',
    isMonday: true,
    more: 4,
  },
  'between-the-years': { title: say('Between the years', 'Zwischen den Jahren'), first: '12-23', more: 10 },
}

/** Days ago of the begin of a year of breaks, and of the day on which it was written. */
const years = [
  { since: 548, written: 547 },
  { since: 183, written: 240 },
  { since: -182, written: 28 },
] as const

/** The days on which nobody works, for the year behind, this one and the next. */
export const breaks: readonly SampleRecord[] = [
  ...years.flatMap(({ since, written }) =>
    Object.entries(everyYear).map(([name, { title, first, isMonday = false, more = 0 }]): SampleRecord => {
      const day = { from: yearly(first, since, { isMonday }) }
      const until = more > 0 && { until: yearly(first, since, { isMonday, later: more }) }
      const later =
        name === 'company-week' && since === -182
          ? [
              {
                daysAgo: 9,
                fields: {
                  from: yearly('09-08', since, { isMonday }),
                  until: yearly('09-08', since, { isMonday, later: more }),
                },
              },
            ]
          : []
      return {
        name: `${name}-${since}`,
        type: 'break',
        versions: [{ daysAgo: written, fields: { title, ...day, ...until } }, ...later],
      }
    }),
  ),
  {
    name: 'gateway-days',
    type: 'break',
    versions: [
      {
        daysAgo: 26,
        fields: {
          title: say('Metering at the makers’ test benches', 'Messung an den Prüfständen der Hersteller'),
          from: yearly('02-01', -10, { isMonday: true }),
          until: yearly('02-01', -10, { isMonday: true, later: 2 }),
          teams: [the('metering')],
        },
      },
    ],
  },
]
