import { quarter, say, the, type SampleRecord } from '#workspace'

type Said = ReturnType<typeof say>
type Split = readonly [
  feature: number,
  foundation: number,
  reliability: number,
  learning: number,
  upkeep: number,
]
type Floor = readonly [investment: string, share: number, risk: Said]

interface Told {
  /** How many quarters ago. */
  readonly at: number
  readonly written: number
  readonly title: Said
  readonly split: Split
  readonly floors?: readonly Floor[]
  readonly why?: Said
  readonly later?: { readonly daysAgo: number; readonly split: Split; readonly why: Said }
}

const backInAnHour: Floor = [
  'reliability',
  15,
  say(
    'Back within an hour: the goal would be missed, and an association may leave after the third outage.',
    'Wieder da in einer Stunde: Das Ziel wäre verfehlt, und nach dem dritten Ausfall darf eine Genossenschaft kündigen.',
  ),
]
const nothingOld = (share: number): Floor => [
  'upkeep',
  share,
  say(
    'Packages older than a quarter; two of the last outages came from there.',
    'Pakete, die älter sind als ein Quartal; zwei der letzten Ausfälle kamen daher.',
  ),
]

const company: readonly Told[] = [
  {
    at: 5,
    written: 546,
    title: say('Company: three houses first', 'Firma: erst drei Häuser'),
    split: [65, 20, 5, 5, 5],
    why: say('Without three houses nothing else matters.', 'Ohne drei Häuser ist alles andere egal.'),
  },
  {
    at: 4,
    written: 450,
    title: say('Company: bills and joining', 'Firma: Rechnungen und Beitritt'),
    split: [55, 25, 5, 5, 10],
    floors: [nothingOld(5)],
  },
  {
    at: 3,
    written: 358,
    title: say('Company: measuring well', 'Firma: gut messen'),
    split: [50, 20, 15, 7.5, 7.5],
    floors: [nothingOld(5)],
  },
  {
    at: 2,
    written: 262,
    title: say('Company: streets, then houses', 'Firma: Straßen, dann Häuser'),
    split: [65, 10, 10, 7, 8],
    floors: [nothingOld(5)],
    why: say('The street in Lindenried has a date.', 'Die Straße in Lindenried hat einen Termin.'),
    later: {
      daysAgo: 211,
      split: [45, 20, 15, 5, 15],
      why: say(
        'Changed with the turn to houses: what was put off for the street comes first.',
        'Mit dem Schwenk auf Häuser geändert: Was für die Straße liegen blieb, kommt zuerst.',
      ),
    },
  },
  {
    at: 1,
    written: 168,
    title: say('Company: associations and rest', 'Firma: Genossenschaften und Ruhe'),
    split: [40, 15, 20, 5, 20],
    floors: [backInAnHour, nothingOld(10)],
  },
  {
    at: 0,
    written: 76,
    title: say('Company: old houses and the audit', 'Firma: alte Häuser und die Prüfung'),
    split: [40, 20, 20, 5, 15],
    floors: [
      backInAnHour,
      nothingOld(10),
      [
        'foundation',
        15,
        say(
          'The certificate: the audit is booked, and two associations wait for it.',
          'Das Zertifikat: Die Prüfung ist gebucht, und zwei Genossenschaften warten darauf.',
        ),
      ],
    ],
    why: say(
      'A fifth keeps what is there, a fifth makes us fit for the audit; what is left goes to landlords of old houses.',
      'Ein Fünftel hält, was da ist, ein Fünftel macht uns bereit für die Prüfung; der Rest geht an Vermieter alter Häuser.',
    ),
  },
]

const platform: readonly Told[] = [
  {
    at: 5,
    written: 540,
    title: say('Platform: one pipeline', 'Plattform: eine Pipeline'),
    split: [0, 80, 10, 0, 10],
  },
  {
    at: 4,
    written: 448,
    title: say('Platform: every service on it', 'Plattform: alle Dienste darauf'),
    split: [0, 70, 15, 5, 10],
  },
  {
    at: 3,
    written: 355,
    title: say('Platform: access by team', 'Plattform: Rechte je Team'),
    split: [0, 60, 20, 10, 10],
  },
  {
    at: 2,
    written: 260,
    title: say('Platform: money in one place', 'Plattform: Geld an einer Stelle'),
    split: [5, 50, 30, 0, 15],
  },
  {
    at: 1,
    written: 166,
    title: say('Platform: woken by one’s own', 'Plattform: vom Eigenen geweckt'),
    split: [0, 15, 55, 0, 30],
    floors: [backInAnHour, nothingOld(20)],
  },
  {
    at: 0,
    written: 74,
    title: say('Platform: copies and controls', 'Plattform: Kopien und Maßnahmen'),
    split: [0, 40, 40, 0, 20],
    floors: [backInAnHour, nothingOld(15)],
  },
]

/** How effort was meant to be split in six quarters, by the company and by Platform. */
export const allocations: readonly SampleRecord[] = [
  ...company.map((told) => allocation(`company-${told.at}`, told)),
  ...platform.map((told) => allocation(`platform-${told.at}`, told, 'platform')),
]

function allocation(name: string, told: Told, team?: string): SampleRecord {
  const { at, written, title, split, floors = [], why, later } = told
  return {
    name,
    type: 'allocation',
    versions: [
      {
        daysAgo: written,
        fields: {
          title,
          quarter: quarter(at),
          ...(team !== undefined && { team: the(team) }),
          ...shares(split),
          ...(floors.length > 0 && {
            floors: floors.map(([investment, share, risk]) => ({ investment, share, risk })),
          }),
          ...(why && { why }),
        },
      },
      ...(later ? [{ daysAgo: later.daysAgo, fields: { ...shares(later.split), why: later.why } }] : []),
    ],
  }
}

function shares([feature, foundation, reliability, learning, upkeep]: Split) {
  return { feature, foundation, reliability, learning, upkeep }
}
