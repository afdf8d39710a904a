import { ago, say, the, type SampleRecord } from '#workspace'

interface Told {
  readonly whom: ReturnType<typeof say>
  readonly what: ReturnType<typeof say>
  readonly due: number
  /** Not yet, where it is missing. */
  readonly told?: number
}

const telling: readonly Told[] = [
  {
    whom: say('Everybody here', 'Alle hier'),
    what: say(
      'Which work ends on Friday, what is kept of it, and who begins with what on Monday.',
      'Welche Arbeit am Freitag endet, was davon bleibt und wer am Montag womit anfängt.',
    ),
    due: 211,
    told: 211,
  },
  {
    whom: say('Investors', 'Investoren'),
    what: say(
      'Fewer households this quarter, more for each signature after it.',
      'In diesem Quartal weniger Haushalte, danach mehr je Unterschrift.',
    ),
    due: 207,
    told: 208,
  },
  {
    whom: say('Street committee in Lindenried', 'Straßenkomitee in Lindenried'),
    what: say(
      'The promised start is off. Their six houses with several flats can go on alone.',
      'Der versprochene Start entfällt. Ihre sechs Mehrfamilienhäuser können für sich weitermachen.',
    ),
    due: 205,
    told: 197,
  },
  {
    whom: say(
      'Kornblau Direct, who would have traded for us',
      'Kornblau Direkt, über die wir gehandelt hätten',
    ),
    what: say(
      'We end the trial in the first month, as the contract allows.',
      'Wir beenden die Probe im ersten Monat, wie es im Vertrag steht.',
    ),
    due: 200,
    told: 201,
  },
  {
    whom: say('The eleven grid operators that were asked', 'Die elf gefragten Netzbetreiber'),
    what: say('We withdraw what we applied for.', 'Wir ziehen unsere Anträge zurück.'),
    due: 190,
    told: 162,
  },
  {
    whom: say('The town’s fund for shared roofs', 'Der Fonds der Stadt für gemeinsame Dächer'),
    what: say(
      'We give back what was granted for the first street, with a report.',
      'Wir geben zurück, was für die erste Straße bewilligt war, mit einem Bericht.',
    ),
    due: 12,
  },
]

const rows = (today: number) =>
  telling.map(({ whom, what, due, told }) => ({
    whom,
    what,
    due: ago(due),
    ...(told !== undefined && told >= today && { told: ago(told) }),
  }))

/** What counted on the streets. */
const broken = [
  {
    what: 'committed',
    of: the('street-sharing'),
    key: the('street-sharing'),
    title: say('Neighbours share across the street', 'Nachbarn teilen über die Straße'),
    day: ago(150),
    reason: say(
      'The street committee in Lindenried was promised a start within half a year.',
      'Dem Straßenkomitee in Lindenried ist der Start innerhalb eines halben Jahres versprochen.',
    ),
  },
  {
    what: 'committed',
    of: the('exchange'),
    key: the('exchange'),
    title: say(
      'The surplus is sold at the exchange overnight',
      'Der Überschuss wird über Nacht an der Börse verkauft',
    ),
  },
  {
    what: 'due',
    of: the('streets'),
    key: the('streets'),
    title: say(
      'A hundred streets share their power from house to house',
      'Hundert Straßen teilen ihren Strom von Haus zu Haus',
    ),
    day: ago(-65),
    reason: say('Streets in operation', 'Straßen in Betrieb'),
  },
  {
    what: 'due',
    of: the('exchange-earns'),
    key: the('exchange-earns'),
    title: say(
      'What a street does not use earns at the exchange',
      'Was eine Straße nicht braucht, verdient an der Börse',
    ),
    day: ago(-20),
    reason: say('Earnings for each kilowatt hour of surplus', 'Erlös je Kilowattstunde Überschuss'),
  },
]

/** Seven months ago Larkenfeld turned from streets to houses. */
export const pivot: SampleRecord = {
  name: 'to-houses',
  type: 'pivot',
  versions: [
    {
      daysAgo: 213,
      fields: {
        title: say('From streets to houses', 'Von Straßen zu Häusern'),
        scenario: the('houses-first'),
        why: say(
          'Eleven grid operators were asked, one agreed; nine say “not before next year” and mean the year after it. The replay of the exchange over twelve months is a loss. In the same weeks Wohnungsverein Uferlicht signed for 38 houses, without anybody of us having written a line for it.\n\nWe had taken metering for the difficulty. It is permission.',
          'Elf Netzbetreiber gefragt, einer hat zugestimmt; neun sagen „nicht vor nächstem Jahr“ und meinen das übernächste. Die Börse ist, über zwölf Monate nachgerechnet, ein Verlust. In denselben Wochen unterschrieb der Wohnungsverein Uferlicht für 38 Häuser, ohne dass jemand von uns dafür eine Zeile geschrieben hätte.\n\nWir hatten die Messung für das Schwierige gehalten. Es ist die Erlaubnis.',
        ),
        survives: say(
          '- The **sketch of one contract** for many houses: from the street, now for associations.\n- **Shares across several meters**: what was to split a street splits a house with three staircases.\n- The **shadow model** of each roof: for the forecast within ten per cent.\n- Not kept: the link to the exchange, the map of streets, eleven applications.',
          '- Der **Entwurf eines Vertrags** für viele Häuser: von der Straße, jetzt für Genossenschaften.\n- **Anteile über mehrere Zähler**: Was eine Straße aufteilen sollte, teilt ein Haus mit drei Aufgängen auf.\n- Das **Schattenmodell** jedes Dachs: für die Prognose auf zehn Prozent.\n- Bleibt nicht: der Anschluss an die Börse, die Karte der Straßen, elf Anträge.',
        ),
        telling: rows(999),
      },
    },
    {
      daysAgo: 212,
      fields: {
        state: 'taken',
        takenOn: ago(212),
        lost: [
          {
            bet: the('street-sharing'),
            team: the('residents'),
            changes: 41,
            inQuarter: 29,
            ofQuarter: 118,
          },
          { bet: the('street-sharing'), team: the('metering'), changes: 12, inQuarter: 9, ofQuarter: 96 },
          { bet: the('exchange'), team: the('metering'), changes: 6, inQuarter: 6, ofQuarter: 96 },
          { bet: the('street-contract'), changes: 0, inQuarter: 0 },
        ],
        goals: [
          { goal: the('streets'), change: 'drop' },
          { goal: the('exchange-earns'), change: 'drop' },
          { goal: the('associations'), change: 'add' },
        ],
        stopped: [
          { bet: the('street-sharing'), state: 'in-progress' },
          { bet: the('exchange'), state: 'in-progress' },
          { bet: the('street-contract'), state: 'shaped' },
        ],
        remaining: ['one-rounding', 'own-gateway', 'sign-up-alone', 'many-houses'].map((name) => ({
          bet: the(name),
        })),
        broken,
      },
    },
    { daysAgo: 208, fields: { telling: rows(208) } },
    { daysAgo: 197, fields: { telling: rows(197) } },
    { daysAgo: 162, fields: { telling: rows(162) } },
  ],
}
