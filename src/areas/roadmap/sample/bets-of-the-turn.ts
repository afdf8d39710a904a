import { ago, say, the, type SampleRecord } from '#workspace'
import { bet } from './bet-with-history.ts'

/** Those that the turn seven months ago stopped. */
export const betsOfTheTurn: readonly SampleRecord[] = [
  bet('street-sharing', {
    written: 298,
    shaped: 289,
    committed: 286,
    started: 280,
    end: [
      212,
      'stopped',
      say(
        'The software could do it after five weeks; permission would have taken a year and more. We began with what we were sure of. Next time the first change is the one that asks the question.',
        'Die Software konnte es nach fünf Wochen, die Erlaubnis hätte über ein Jahr gebraucht. Wir hatten mit dem angefangen, was wir sicher konnten. Nächstes Mal ist die erste Änderung die, die die Frage stellt.',
      ),
    ],
    by: ['nia', 'ilka'],
    teams: ['residents', 'metering'],
    goals: ['streets'],
    size: [60, 110],
    fields: {
      title: say('Neighbours share across the street', 'Nachbarn teilen über die Straße'),
      hypothesis: say(
        'If neighbours share from house to house, a street joins as a whole: one talks, twelve sign.',
        'Teilen Nachbarn von Haus zu Haus, macht eine Straße als Ganzes mit: Eine erzählt es, zwölf unterschreiben.',
      ),
      horizon: 'next',
      investment: 'feature',
      teamSizes: [{ team: the('metering'), low: 10, high: 25 }],
      risks: [
        {
          risk: say(
            'A grid operator wants a contract for each meter',
            'Ein Netzbetreiber will für jeden Zähler einen Vertrag',
          ),
          chance: 30,
          low: 10,
          high: 30,
        },
      ],
      wanted: ago(150),
      wantedReason: say(
        'The street committee in Lindenried was promised a start within half a year.',
        'Dem Straßenkomitee in Lindenried ist der Start innerhalb eines halben Jahres versprochen.',
      ),
      stopCriteria: say(
        'Fewer than three operators agree within a quarter.',
        'Weniger als drei Netzbetreiber stimmen innerhalb eines Quartals zu.',
      ),
    },
    later: [
      {
        daysAgo: 236,
        fields: {
          risks: [
            {
              risk: say(
                'A grid operator wants a contract for each meter',
                'Ein Netzbetreiber will für jeden Zähler einen Vertrag',
              ),
              chance: 90,
              low: 40,
              high: 120,
            },
          ],
        },
      },
    ],
  }),
  bet('exchange', {
    written: 290,
    shaped: 252,
    committed: 246,
    started: 240,
    end: [
      212,
      'stopped',
      say(
        'With an error of thirteen per cent we buy back on the next day what we sold the day before. Replayed over a year: a loss of 0.4 cents for each kilowatt hour.',
        'Mit dreizehn Prozent Fehler kaufen wir am nächsten Tag zurück, was wir am Vortag verkauft haben. Über ein Jahr nachgerechnet: 0,4 Cent Verlust je Kilowattstunde.',
      ),
    ],
    by: ['nia', 'aino'],
    teams: ['metering'],
    goals: ['exchange-earns'],
    size: [20, 45],
    after: ['roof-model'],
    fields: {
      title: say(
        'The surplus is sold at the exchange overnight',
        'Der Überschuss wird über Nacht an der Börse verkauft',
      ),
      hypothesis: say(
        'What a street has left over is worth nine cents in the evening and five at noon. With tomorrow’s forecast we sell it at the right hour.',
        'Was in einer Straße übrig bleibt, ist abends neun Cent wert und mittags fünf. Mit der Prognose von morgen verkaufen wir es zur richtigen Stunde.',
      ),
      horizon: 'later',
      investment: 'feature',
      stopCriteria: say(
        'The forecast stays above eight per cent: then the trade eats its earnings.',
        'Die Prognose bleibt über acht Prozent: Dann frisst der Handel seinen Erlös.',
      ),
      labels: [say('forecast', 'prognose')],
    },
  }),
  bet('street-contract', {
    written: 275,
    shaped: 243,
    end: [
      212,
      'stopped',
      say(
        'Never begun. The sketch of one contract for many houses lives on in “Many houses, one contract”.',
        'Nie angefangen. Der Entwurf eines Vertrags für viele Häuser lebt weiter in „Viele Häuser, ein Vertrag“.',
      ),
    ],
    by: ['jonte', 'bahar'],
    teams: ['landlords'],
    goals: ['streets'],
    size: [15, 35],
    after: ['street-sharing'],
    fields: {
      title: say('One contract for a whole street', 'Ein Vertrag für eine ganze Straße'),
      hypothesis: say(
        'If a street signs once instead of house by house, it is decided in one evening.',
        'Unterschreibt eine Straße einmal statt Haus für Haus, ist es an einem Abend entschieden.',
      ),
      horizon: 'later',
      investment: 'feature',
      stopCriteria: say(
        'No notary finds a form that two owners understand.',
        'Kein Notar findet eine Form, die zwei Eigentümer verstehen.',
      ),
    },
  }),
]
