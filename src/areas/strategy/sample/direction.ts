import { ago, say, the, type SampleRecord } from '#workspace'

const measureOurselves = {
  policy: say(
    'We measure ourselves; we do not buy readings.',
    'Wir messen selbst und kaufen keine Messwerte ein.',
  ),
  why: say(
    'Each bill rests on a reading. Whoever buys it finds out about gaps from the customer.',
    'Jede Rechnung steht auf einem Messwert. Wer ihn einkauft, erfährt von Lücken durch die Kundschaft.',
  ),
}
const ownTeam = {
  policy: say('Whoever builds something runs it.', 'Wer etwas baut, betreibt es.'),
  why: say(
    'With two dozen people nobody is left over to whom one could hand things.',
    'Bei zwei Dutzend Leuten ist niemand übrig, dem man etwas übergeben könnte.',
  ),
}
const noHardware = {
  refusal: say('Build meters', 'Zähler bauen'),
  why: say(
    'There are forty makers; we speak with their meters.',
    'Es gibt vierzig Hersteller; wir sprechen mit deren Zählern.',
  ),
}
const noTariffGames = {
  refusal: say(
    'Tariffs that only pay for those who read the small print',
    'Tarife, die sich nur lohnen, wenn man das Kleingedruckte liest',
  ),
}

/** How the vision is to be reached, before and after the turn. */
export const direction: SampleRecord = {
  name: 'direction',
  type: 'strategy',
  versions: [
    {
      daysAgo: 547,
      fields: {
        title: say('From three houses to every street', 'Von drei Häusern in jede Straße'),
        vision: the('own-roof'),
        diagnosis: say(
          'The roofs are there, and so are the cells. What is missing is the last metre: nobody can tell whose sun it was, so nobody can bill it. Whoever measures that best supplies the street.',
          'Die Dächer sind da, die Module auch. Es fehlt der letzte Meter: Niemand kann sagen, wessen Sonne es war, also kann sie niemand abrechnen. Wer das am besten misst, versorgt die Straße.',
        ),
        policies: [measureOurselves, ownTeam],
        refusals: [noHardware, noTariffGames],
      },
    },
    {
      daysAgo: 545,
      fields: {
        editions: [{ edition: 1, version: 1, day: ago(545) }],
      },
    },
    {
      daysAgo: 210,
      fields: {
        title: say('House by house, with those who own many', 'Haus für Haus, mit denen, die viele haben'),
        diagnosis: say(
          'We believed that metering is the difficulty. It was for a year; that is solved. Now **permission** is: whatever leaves a house needs one of more than eight hundred grid operators, and each says “not before next year”. Inside a house we need nobody. So growth is limited by how many houses one signature brings, and by whether their papers are complete.',
          'Wir dachten, die Messung sei das Schwierige. Ein Jahr lang war sie es; das ist gelöst. Jetzt ist es die **Erlaubnis**: Was ein Haus verlässt, braucht einen von über achthundert Netzbetreibern, und jeder sagt „nicht vor nächstem Jahr“. Innerhalb eines Hauses brauchen wir niemanden. Das Wachstum hängt also daran, wie viele Häuser eine Unterschrift bringt und ob deren Unterlagen vollständig sind.',
        ),
        policies: [
          {
            policy: say(
              'Nothing that needs a grid operator’s consent goes on the roadmap.',
              'Was die Zustimmung eines Netzbetreibers braucht, kommt nicht auf die Roadmap.',
            ),
            why: say(
              'We lost four months to waiting that no team could shorten.',
              'Wir haben vier Monate mit Warten verloren, das kein Team verkürzen konnte.',
            ),
          },
          {
            policy: say(
              'If one house and a hundred differ, we build for a hundred.',
              'Wo sich ein Haus und hundert unterscheiden, bauen wir für hundert.',
            ),
            why: say(
              'Housing associations sign for all of their houses or for none.',
              'Wohnungsgenossenschaften unterschreiben für alle ihre Häuser oder für keines.',
            ),
          },
          measureOurselves,
          ownTeam,
          {
            policy: say(
              'A fifth of the effort keeps what is there.',
              'Ein Fünftel des Aufwands hält, was da ist.',
            ),
            why: say(
              'In the quarter before the turn it was a twelfth, and the outages came from there.',
              'Im Quartal vor dem Kurswechsel war es ein Zwölftel, und daher kamen die Ausfälle.',
            ),
          },
        ],
        refusals: [
          {
            refusal: say('Share power across the street', 'Strom über die Straße teilen'),
            why: say(
              'Not until the law does without a contract for each meter. We look again once a year.',
              'Nicht, solange das Gesetz für jeden Zähler einen Vertrag will. Einmal im Jahr sehen wir wieder hin.',
            ),
          },
          {
            refusal: say('Trade at the exchange', 'An der Börse handeln'),
            why: say(
              'A mean error of twelve per cent eats what the trade earns.',
              'Ein mittlerer Fehler von zwölf Prozent frisst auf, was der Handel einbringt.',
            ),
          },
          noHardware,
          noTariffGames,
        ],
      },
    },
    {
      daysAgo: 204,
      fields: {
        editions: [
          { edition: 1, version: 1, day: ago(545) },
          {
            edition: 2,
            version: 3,
            day: ago(204),
            note: say('After the turn to houses', 'Nach dem Schwenk auf Häuser'),
          },
        ],
      },
    },
  ],
}
