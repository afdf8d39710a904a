import { ago, say, the, type SampleRecord } from '#workspace'
import { goal } from './goal-with-history.ts'

/** Of the time with four teams. */
export const laterGoals: readonly SampleRecord[] = [
  goal('surplus', {
    written: 372,
    active: 365,
    end: [180, 'missed'],
    fields: {
      title: say(
        'Tomorrow’s surplus is known within five per cent',
        'Der Überschuss von morgen ist auf fünf Prozent genau bekannt',
      ),
      metric: say('Mean error of the day ahead', 'Mittlerer Fehler für den nächsten Tag'),
      unit: '%',
      baseline: 22,
      target: 5,
      from: ago(365),
      due: ago(180),
      owner: the('rhea'),
      labels: [say('forecast', 'prognose')],
    },
    checkIns: [
      [320, 19, 55],
      [270, 15.5, 45],
      [
        225,
        13,
        25,
        say('The weather model is the limit, not ours.', 'Die Grenze ist das Wettermodell, nicht unseres.'),
      ],
      [185, 12.4, 5],
    ],
  }),
  goal('minute', {
    written: 305,
    active: 298,
    fields: {
      title: say('Every reading arrives within a minute', 'Jeder Zählerstand ist innerhalb einer Minute da'),
      metric: say('Readings within a minute', 'Zählerstände innerhalb einer Minute'),
      unit: '%',
      baseline: 61,
      target: 99,
      from: ago(298),
      due: ago(-45),
      parent: the('roofs'),
      owner: the('aino'),
    },
    checkIns: [
      [230, 72, 60],
      [160, 84, 65],
      [90, 91, 70],
      [25, 95.5, 75],
    ],
  }),
  goal('landlord-alone', {
    written: 255,
    active: 250,
    fields: {
      title: say(
        'A landlord signs up without talking to us',
        'Vermieter melden ihr Haus an, ohne mit uns zu sprechen',
      ),
      metric: say('Sign-ups without a call', 'Anmeldungen ohne Anruf'),
      unit: '%',
      baseline: 5,
      target: 70,
      from: ago(250),
      due: ago(-90),
      parent: the('roofs'),
      owner: the('bahar'),
      labels: [say('growth', 'wachstum')],
    },
    checkIns: [
      [190, 18, 50],
      [120, 37, 60],
      [
        45,
        52,
        65,
        say('Papers of old houses stop most.', 'An Unterlagen alter Häuser scheitern die meisten.'),
      ],
    ],
  }),
  goal('surplus-ten', {
    written: 178,
    active: 174,
    fields: {
      title: say(
        'Tomorrow’s surplus is known within ten per cent on four days of five',
        'Der Überschuss von morgen ist an vier von fünf Tagen auf zehn Prozent genau bekannt',
      ),
      metric: say('Days within ten per cent', 'Tage innerhalb von zehn Prozent'),
      unit: '%',
      baseline: 48,
      target: 80,
      from: ago(174),
      due: ago(-30),
      owner: the('leyla'),
      labels: [say('forecast', 'prognose')],
    },
    checkIns: [
      [120, 57, 60],
      [60, 68, 65],
      [12, 74, 70],
    ],
  }),
  goal('back-in-an-hour', {
    written: 200,
    active: 195,
    fields: {
      title: say(
        'Whatever fails is back within an hour',
        'Was ausfällt, ist innerhalb einer Stunde wieder da',
      ),
      metric: say('Recovery, 75th percentile', 'Wiederherstellung, 75. Perzentil'),
      unit: say('minutes', 'Minuten'),
      baseline: 340,
      target: 60,
      from: ago(195),
      due: ago(-20),
      owner: the('priya'),
      labels: [say('reliability', 'zuverlässigkeit')],
    },
    checkIns: [
      [140, 210, 55],
      [80, 130, 65],
      [18, 85, 70],
    ],
  }),
  goal('certificate', {
    written: 100,
    fields: {
      title: say('Our information security is certified', 'Unsere Informationssicherheit ist zertifiziert'),
      why: say(
        'Two housing associations ask for a certificate before they sign.',
        'Zwei Wohnungsgenossenschaften verlangen vor der Unterschrift ein Zertifikat.',
      ),
      due: ago(-240),
      owner: the('zofia'),
      labels: [say('trust', 'vertrauen')],
    },
    later: [
      {
        daysAgo: 40,
        fields: { metric: say('Controls in place', 'Umgesetzte Maßnahmen'), target: 93, baseline: 31 },
      },
    ],
  }),
  goal('cars', {
    written: 50,
    fields: {
      title: say('Cars charge when the roof gives', 'Autos laden, wenn das Dach etwas hergibt'),
      parent: the('roofs'),
      owner: the('nia'),
    },
  }),
]
