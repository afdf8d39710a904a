import { ago, say, the, type SampleRecord } from '#workspace'

/** One that was adopted and became the turn, one that is open, one that was discarded. */
export const scenarios: readonly SampleRecord[] = [
  {
    name: 'houses-first',
    type: 'scenario',
    versions: [
      {
        daysAgo: 213,
        fields: {
          title: say(
            'Houses with many flats instead of streets',
            'Häuser mit vielen Wohnungen statt Straßen',
          ),
          question: say(
            'What if we let the streets be and put everything into houses that one owner decides about? How many of them by the end of the year, and what do we lose?',
            'Was, wenn wir die Straßen lassen und alles in Häuser stecken, über die eine Eigentümerin entscheidet? Wie viele bis zum Jahresende, und was verlieren wir?',
          ),
          bets: [
            { bet: the('street-sharing'), change: 'drop' },
            { bet: the('exchange'), change: 'drop' },
            { bet: the('street-contract'), change: 'drop' },
            { bet: the('many-houses'), change: 'add', order: 1 },
          ],
          goals: [
            { goal: the('streets'), change: 'drop' },
            { goal: the('exchange-earns'), change: 'drop' },
            { goal: the('associations'), change: 'add' },
          ],
        },
      },
      {
        daysAgo: 212,
        fields: {
          state: 'adopted',
          adoptedOn: ago(212),
          adoptedWhy: say(
            'Every third change was for a permission that nobody of us can bring about. With houses the first result comes in four months at 85 per cent.',
            'Jede dritte Änderung galt einer Erlaubnis, die niemand von uns herbeiführen kann. Mit Häusern kommt das erste Ergebnis mit 85 Prozent in vier Monaten.',
          ),
        },
      },
    ],
  },
  {
    name: 'without-certificate',
    type: 'scenario',
    versions: [
      {
        daysAgo: 42,
        fields: {
          title: say('Without the certificate this year', 'Dieses Jahr ohne Zertifikat'),
          question: say(
            'What if the audit waits and the interface for bills comes first: do more associations sign earlier?',
            'Was, wenn die Prüfung wartet und die Schnittstelle für Rechnungen vorgeht: Unterschreiben dann früher mehr Genossenschaften?',
          ),
          bets: [
            { bet: the('controls'), change: 'drop' },
            { bet: the('bill-interface'), change: 'move', order: 5 },
          ],
          goals: [{ goal: the('certificate'), change: 'drop' }],
        },
      },
      {
        daysAgo: 35,
        fields: {
          state: 'discarded',
          question: say(
            'What if the audit waits and the interface for bills comes first: do more associations sign earlier?\n\n**No.** The interface is done five weeks earlier, but the two largest do not sign without a certificate.',
            'Was, wenn die Prüfung wartet und die Schnittstelle für Rechnungen vorgeht: Unterschreiben dann früher mehr Genossenschaften?\n\n**Nein.** Die Schnittstelle ist fünf Wochen früher fertig, aber die beiden größten unterschreiben nicht ohne Zertifikat.',
          ),
        },
      },
    ],
  },
  {
    name: 'two-engineers',
    type: 'scenario',
    versions: [
      {
        daysAgo: 24,
        fields: {
          title: say('Two engineers more for landlords', 'Zwei mehr für die Vermieter'),
          question: say(
            'What if two engineers start in a quarter: does the interface for bills make its day, and what does their first month cost the others?',
            'Was, wenn in einem Quartal zwei Entwickler anfangen: Schafft die Schnittstelle für Rechnungen ihren Termin, und was kostet ihr erster Monat die anderen?',
          ),
          people: [
            { team: the('landlords'), change: 'join', count: 2, day: ago(-95), rampUp: 60, mentoring: 40 },
          ],
        },
      },
      {
        daysAgo: 11,
        fields: {
          people: [
            { team: the('landlords'), change: 'join', count: 2, day: ago(-95), rampUp: 45, mentoring: 30 },
          ],
          bets: [{ bet: the('bill-interface'), change: 'resize', low: 25, high: 50 }],
        },
      },
    ],
  },
]
