import { ago, say, the, type SampleRecord } from '#workspace'
import { goal } from './goal-with-history.ts'

/** What was given up seven months ago, and what took its place. */
export const goalsOfTheTurn: readonly SampleRecord[] = [
  goal('streets', {
    written: 302,
    active: 297,
    end: [212, 'dropped'],
    fields: {
      title: say(
        'A hundred streets share their power from house to house',
        'Hundert Straßen teilen ihren Strom von Haus zu Haus',
      ),
      why: say(
        'A street has roofs that face east and roofs that face west; together they last from morning to evening.',
        'Eine Straße hat Dächer nach Osten und Dächer nach Westen; zusammen reichen sie vom Morgen bis zum Abend.',
      ),
      metric: say('Streets in operation', 'Straßen in Betrieb'),
      baseline: 0,
      target: 100,
      from: ago(297),
      due: ago(-65),
      parent: the('roofs'),
      owner: the('jonte'),
      labels: [say('growth', 'wachstum')],
    },
    checkIns: [
      [268, 0, 60],
      [
        240,
        1,
        40,
        say(
          'One, because its grid operator belongs to the town.',
          'Eine, weil der Netzbetreiber der Stadt gehört.',
        ),
      ],
      [
        220,
        1,
        10,
        say(
          'Eleven operators asked: nine “not before next year”.',
          'Elf Netzbetreiber gefragt: neunmal „nicht vor nächstem Jahr“.',
        ),
      ],
    ],
  }),
  goal('exchange-earns', {
    written: 293,
    active: 288,
    end: [212, 'dropped'],
    archived: 150,
    fields: {
      title: say(
        'What a street does not use earns at the exchange',
        'Was eine Straße nicht braucht, verdient an der Börse',
      ),
      metric: say('Earnings for each kilowatt hour of surplus', 'Erlös je Kilowattstunde Überschuss'),
      unit: 'ct',
      baseline: 5.1,
      target: 9,
      from: ago(288),
      due: ago(-20),
      parent: the('streets'),
      owner: the('rhea'),
      labels: [say('forecast', 'prognose')],
    },
    checkIns: [
      [250, 5.3, 45],
      [
        218,
        5.2,
        15,
        say(
          'What the forecast gets wrong we buy back dearly.',
          'Was die Prognose verfehlt, kaufen wir teuer zurück.',
        ),
      ],
    ],
  }),
  goal('associations', {
    written: 216,
    active: 211,
    fields: {
      title: say(
        'Ten housing associations supply their tenants with us',
        'Zehn Wohnungsgenossenschaften versorgen ihre Mieter mit uns',
      ),
      why: say(
        'One signature brings forty houses on average, and no grid operator has to agree.',
        'Eine Unterschrift bringt im Schnitt vierzig Häuser, und kein Netzbetreiber muss zustimmen.',
      ),
      metric: say('Associations under contract', 'Genossenschaften unter Vertrag'),
      baseline: 1,
      target: 10,
      from: ago(211),
      due: ago(-120),
      parent: the('roofs'),
      owner: the('jonte'),
      labels: [say('growth', 'wachstum')],
    },
    checkIns: [
      [165, 2, 55],
      [110, 4, 65],
      [62, 5, 60, say('Two wait for the certificate.', 'Zwei warten auf das Zertifikat.')],
      [20, 7, 70, say('Two signed in one month.', 'Zwei Unterschriften in einem Monat.')],
    ],
  }),
]
