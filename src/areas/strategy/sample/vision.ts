import { ago, say, type SampleRecord } from '#workspace'

const forResidents = {
  audience: say('Residents', 'Bewohnerinnen und Bewohner'),
  text: say(
    'You see by the hour what your roof gives you, and the bill says the same. Joining takes ten minutes, moving out one call.',
    'Du siehst jede Stunde, was Dein Dach Dir gibt, und auf der Rechnung steht dasselbe. Beitreten dauert zehn Minuten, ausziehen einen Anruf.',
  ),
}
const forEngineers = {
  audience: say('Engineers', 'Entwicklung'),
  text: say(
    'A reading that arrives late is a wrong bill. We build few things and run them ourselves; whatever makes others wait is the first thing that we mend.',
    'Ein Zählerstand, der zu spät kommt, ist eine falsche Rechnung. Wir bauen wenig und betreiben es selbst; worauf andere warten, reparieren wir zuerst.',
  ),
}

/** Where Larkenfeld is going; it was published twice, and the turn seven months ago lies between. */
export const vision: SampleRecord = {
  name: 'own-roof',
  type: 'vision',
  versions: [
    {
      daysAgo: 548,
      fields: {
        title: say(
          'Whoever lives under a roof lives on its sun',
          'Wer unter einem Dach wohnt, lebt von dessen Sonne',
        ),
        text: say(
          'In five years the power of a roof is used where it is made: by those who live below, next door and **across the street**. Nobody needs a lawyer to share it with a neighbour.\n\nWe notice it by this: a child who is asked where the power comes from points upwards.',
          'In fünf Jahren wird der Strom eines Dachs dort verbraucht, wo er entsteht: von denen, die darunter, nebenan und **gegenüber** wohnen. Niemand braucht einen Anwalt, um ihn mit der Nachbarin zu teilen.\n\nWir merken es daran: Ein Kind, das man fragt, woher der Strom kommt, zeigt nach oben.',
        ),
        audiences: [forResidents],
      },
    },
    {
      daysAgo: 546,
      fields: {
        editions: [{ edition: 1, version: 1, day: ago(546), note: say('The first one', 'Die erste') }],
      },
    },
    {
      daysAgo: 209,
      fields: {
        text: say(
          'In five years nine of ten tenants can live on the power of their own roof, and have to sign nothing but one page for it. A **house** is the unit: what is made on it is used in it, and nobody has to ask a grid operator.\n\nWe notice it by this: a child who is asked where the power comes from points upwards. And a landlord says “that runs by itself” and means it.\n\nStreets come later, once the law lets neighbours share without a contract for each meter.',
          'In fünf Jahren können neun von zehn Mieterinnen und Mietern vom Strom ihres eigenen Dachs leben und unterschreiben dafür eine einzige Seite. Die Einheit ist das **Haus**: Was darauf entsteht, wird darin verbraucht, und niemand muss einen Netzbetreiber fragen.\n\nWir merken es daran: Ein Kind, das man fragt, woher der Strom kommt, zeigt nach oben. Und ein Vermieter sagt „Das läuft von allein“ und meint es auch so.\n\nStraßen kommen später, sobald Nachbarn teilen dürfen, ohne dass jeder Zähler einen Vertrag braucht.',
        ),
        audiences: [
          forResidents,
          {
            audience: say('Landlords', 'Vermieter'),
            text: say(
              'Your house earns from its roof without you becoming a power company. You upload the papers; metering, bills and taxes are ours.',
              'Dein Haus verdient an seinem Dach, ohne dass Du zum Energieversorger wirst. Du lädst die Unterlagen hoch; Messung, Rechnungen und Steuern machen wir.',
            ),
          },
          forEngineers,
          {
            audience: say('Investors', 'Investoren'),
            text: say(
              'A house of forty flats costs us as much to win as one with two. That is why we begin with those who own a thousand.',
              'Ein Haus mit vierzig Wohnungen zu gewinnen kostet uns so viel wie eines mit zweien. Darum fangen wir bei denen an, denen tausend gehören.',
            ),
          },
        ],
      },
    },
    {
      daysAgo: 204,
      fields: {
        editions: [
          { edition: 1, version: 1, day: ago(546), note: say('The first one', 'Die erste') },
          {
            edition: 2,
            version: 3,
            day: ago(204),
            note: say(
              'Houses first, streets later; what it means for landlords',
              'Erst Häuser, dann Straßen; was es für Vermieter bedeutet',
            ),
          },
        ],
      },
    },
  ],
}
