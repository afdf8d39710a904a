import { ago, say, the, type SampleRecord } from '#workspace'
import { bet } from './bet-with-history.ts'

/** What is at work, what was promised, and what may come. */
export const openBets: readonly SampleRecord[] = [
  bet('controls', {
    written: 97,
    shaped: 71,
    committed: 34,
    by: ['jonte', 'zofia'],
    teams: ['platform'],
    goals: ['certificate', 'associations'],
    size: [30, 55],
    fields: {
      title: say(
        'Access, backups and suppliers stand an audit',
        'Rechte, Sicherungen und Lieferanten bestehen eine Prüfung',
      ),
      hypothesis: say(
        'Of 93 controls 31 are in place and forty are only not written down. If that is so, the certificate is a question of months, not of a year.',
        'Von 93 Maßnahmen sind 31 umgesetzt und vierzig nur nicht aufgeschrieben. Stimmt das, ist das Zertifikat eine Frage von Monaten, nicht von einem Jahr.',
      ),
      horizon: 'next',
      investment: 'foundation',
      splitLow: 1,
      splitHigh: 1.5,
      risks: [
        {
          risk: say(
            'The auditor wants the meters’ gateways in scope',
            'Die Prüferin will die Gateways der Zähler einbeziehen',
          ),
          chance: 35,
          low: 10,
          high: 25,
        },
        {
          risk: say(
            'A supplier has no contract for processing data',
            'Ein Lieferant hat keinen Vertrag zur Auftragsverarbeitung',
          ),
          chance: 60,
          low: 2,
          high: 6,
        },
      ],
      earliest: ago(-14),
      wanted: ago(-160),
      wantedReason: say(
        'The audit is booked; moving it costs 4,000 euros and a quarter.',
        'Die Prüfung ist gebucht; sie zu verschieben kostet 4.000 Euro und ein Quartal.',
      ),
      stopCriteria: say(
        'Both associations sign without it.',
        'Beide Genossenschaften unterschreiben auch ohne.',
      ),
      order: 30,
    },
    later: [{ daysAgo: 40, fields: { after: [the('database-copy')], low: 35, high: 60 } }],
  }),
  bet('resend', {
    written: 96,
    shaped: 92,
    committed: 90,
    started: 88,
    by: ['nia', 'aino'],
    teams: ['metering'],
    goals: ['minute', 'right-bills'],
    size: [70, 110],
    fields: {
      title: say(
        'A meter that was offline sends again what is missing',
        'Ein Zähler, der offline war, schickt nach, was fehlt',
      ),
      hypothesis: say(
        'The last four per cent of late readings are houses whose cellar has no network for hours. If they send again, 99 per cent are possible.',
        'Die letzten vier Prozent sind Häuser, deren Keller stundenlang kein Netz hat. Schicken sie nach, sind 99 Prozent möglich.',
      ),
      horizon: 'next',
      investment: 'reliability',
      resembles: [the('own-gateway')],
      paths: [
        { repository: 'larkenfeld', pattern: 'services/metering/src/resend*' },
        { repository: 'larkenfeld', pattern: 'services/metering/src/gap-filler*' },
      ],
      wanted: ago(-40),
      wantedReason: say(
        'The goal of a minute ends five days later.',
        'Das Ziel der einen Minute endet fünf Tage danach.',
      ),
      stopCriteria: say(
        'The memory of the gateways does not last a day.',
        'Der Speicher der Gateways reicht keinen Tag.',
      ),
      order: 10,
    },
  }),
  bet('old-papers', {
    written: 73,
    shaped: 68,
    committed: 67,
    started: 65,
    by: ['nia', 'bahar'],
    teams: ['landlords'],
    goals: ['landlord-alone'],
    size: [55, 85],
    after: ['sign-up-alone'],
    fields: {
      title: say(
        'Papers of old houses are read by machine and checked by a person',
        'Unterlagen alter Häuser liest eine Maschine, und ein Mensch prüft sie',
      ),
      hypothesis: say(
        'Floor plans from before 1970 are the reason why every second landlord calls. If a machine reads them and Rasmus only checks, that drops to a quarter.',
        'Grundrisse von vor 1970 sind der Grund, warum jeder zweite Vermieter anruft. Liest sie eine Maschine und prüft Rasmus nur noch, sinkt das auf ein Viertel.',
      ),
      horizon: 'next',
      investment: 'feature',
      risks: [
        {
          risk: say('Handwriting on plans cannot be read', 'Handschrift auf Plänen ist nicht lesbar'),
          chance: 45,
          low: 8,
          high: 20,
        },
      ],
      paths: [{ repository: 'larkenfeld', pattern: 'apps/landlord/src/papers-*' }],
      wanted: ago(-75),
      wantedReason: say(
        'Baugenossenschaft Morgentau brings 61 houses, most of them from 1958.',
        'Die Baugenossenschaft Morgentau bringt 61 Häuser, die meisten von 1958.',
      ),
      stopCriteria: say('Checking takes longer than typing it in.', 'Prüfen dauert länger als Abtippen.'),
      order: 11,
    },
  }),
  bet('database-copy', {
    written: 58,
    shaped: 54,
    committed: 52,
    started: 50,
    by: ['nia', 'priya'],
    teams: ['platform'],
    goals: ['back-in-an-hour'],
    size: [40, 60],
    fields: {
      title: say('A copy of the database in ten minutes', 'Eine Kopie der Datenbank in zehn Minuten'),
      hypothesis: say(
        'Of 85 minutes 40 are waiting for a copy on which one dares to try the repair. In ten minutes we would be below an hour.',
        'Von 85 Minuten sind 40 Warten auf eine Kopie, an der man die Reparatur zu probieren wagt. Mit zehn Minuten wären wir unter einer Stunde.',
      ),
      horizon: 'next',
      investment: 'reliability',
      paths: [{ repository: 'larkenfeld', pattern: 'platform/deploy/src/database-copy*' }],
      inside: true,
      wanted: ago(-25),
      wantedReason: say(
        'Before the audit begins with what a restore takes.',
        'Bevor die Prüfung damit anfängt, wie lange ein Zurückspielen dauert.',
      ),
      stopCriteria: say(
        'Copies cost more than 300 euros a month.',
        'Die Kopien kosten mehr als 300 Euro im Monat.',
      ),
      order: 12,
    },
  }),
  bet('tomorrow-on-screen', {
    written: 53,
    shaped: 48,
    committed: 46,
    started: 44,
    by: ['nia', 'ilka'],
    teams: ['residents', 'metering'],
    goals: ['surplus-ten', 'roofs'],
    size: [40, 60],
    after: ['bought-weather'],
    fields: {
      title: say(
        'The home screen says when tomorrow’s sun is free',
        'Der Startbildschirm sagt, wann morgen die Sonne reicht',
      ),
      hypothesis: say(
        'If people know at eight in the evening when there will be too much, they wash then. Wrong, if the share used in the house does not rise by two points.',
        'Wer abends um acht weiß, wann es zu viel gibt, wäscht dann. Falsch, wenn der Eigenverbrauch im Haus nicht um zwei Punkte steigt.',
      ),
      horizon: 'next',
      investment: 'feature',
      teamSizes: [{ team: the('metering'), low: 6, high: 14 }],
      stopCriteria: say(
        'After three weeks fewer than one of ten has looked.',
        'Nach drei Wochen hat weniger als jeder Zehnte hingesehen.',
      ),
      order: 13,
    },
  }),
  bet('car-charge', {
    written: 47,
    by: ['nia', 'ilka'],
    teams: ['residents', 'metering'],
    goals: ['cars'],
    size: [40, 110],
    after: ['tomorrow-on-screen'],
    fields: {
      title: say('A car charges when the roof gives', 'Ein Auto lädt, wenn das Dach etwas hergibt'),
      hypothesis: say(
        'A car takes as much as four flats. If it charges at noon, a house needs no storage.',
        'Ein Auto braucht so viel wie vier Wohnungen. Lädt es mittags, kommt ein Haus ohne Speicher aus.',
      ),
      horizon: 'later',
      investment: 'feature',
      order: 50,
    },
  }),
  bet('bill-interface', {
    written: 45,
    shaped: 16,
    by: ['jonte', 'bahar'],
    teams: ['landlords'],
    goals: ['associations'],
    size: [20, 45],
    after: ['old-papers'],
    fields: {
      title: say(
        'Bills arrive in the software that an association has',
        'Rechnungen kommen in der Software an, die eine Genossenschaft hat',
      ),
      hypothesis: say(
        'Four of seven associations type our bills into theirs. With two interfaces nobody does any more, and the next one does not ask first.',
        'Vier von sieben Genossenschaften tippen unsere Rechnungen in ihre Software ab. Mit zwei Schnittstellen tut das niemand mehr, und die nächste fragt nicht erst.',
      ),
      horizon: 'next',
      investment: 'feature',
      wanted: ago(-130),
      wantedReason: say(
        'Wohnungsverein Uferlicht moves its books over on that day.',
        'Der Wohnungsverein Uferlicht stellt an diesem Tag seine Buchhaltung um.',
      ),
      stopCriteria: say(
        'Neither of the two vendors gives us a test system.',
        'Keiner der beiden Hersteller gibt uns ein Testsystem.',
      ),
      order: 31,
    },
  }),
  bet('heat-pumps', {
    written: 15,
    by: ['nia', 'aino'],
    teams: ['metering'],
    goals: ['roofs'],
    fields: {
      title: say(
        'A heat pump warms the water while the sun is up',
        'Eine Wärmepumpe macht das Wasser warm, solange die Sonne scheint',
      ),
      hypothesis: say(
        'Three associations have asked within a month. Nobody has measured it yet.',
        'Drei Genossenschaften haben in einem Monat danach gefragt. Gemessen hat es noch niemand.',
      ),
      horizon: 'later',
      investment: 'learning',
      order: 60,
    },
  }),
]
