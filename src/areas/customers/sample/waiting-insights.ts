import { say, type SampleRecord } from '#workspace'
import { insight, resident } from './insight-with-history.ts'

/** Kept without a bet, or heard in the last days and looked at by nobody yet. */
export const waitingInsights: readonly SampleRecord[] = [
  insight('lift-on-sun', {
    heard: 33,
    title: say(
      'Tenants ask whether the lift runs on the sun, too',
      'Mieter fragen, ob auch der Aufzug mit Sonne fährt',
    ),
    source: 'support',
    segment: resident,
    count: 11,
    kept: [31],
  }),
  insight('shown-in-class', {
    heard: 21,
    title: say(
      'A school wants to show the values of its roof in class',
      'Eine Schule will die Werte ihres Dachs im Unterricht zeigen',
    ),
    text: say(
      '“Year nine reads the meter every Monday. By hand, on the board.”',
      '„Die Neunte liest jeden Montag den Zähler ab. Von Hand, an der Tafel.“',
    ),
    source: 'interview',
    count: 1,
    kept: [20],
    labels: [say('readings', 'messwerte')],
  }),
  insight('bills-in-francs', {
    heard: 12,
    title: say(
      'A cooperative in Chur would sign if bills went into its accounting',
      'Eine Genossenschaft in Chur würde unterschreiben, wenn die Rechnungen in ihre Buchhaltung kämen',
    ),
    source: 'sales',
    from: 'rosengarten',
    kept: [10, 'bill-interface'],
  }),
  insight('third-asks-for-certificate', {
    heard: 6,
    title: say(
      'A third association asks for the certificate before it signs for more',
      'Eine dritte Genossenschaft fragt nach dem Zertifikat, bevor sie für mehr unterschreibt',
    ),
    text: say(
      '“You are in thirty-eight of our cellars. Show me that nobody else is.”',
      '„Sie sind in achtunddreißig unserer Keller. Zeigen Sie mir, dass es sonst niemand ist.“',
    ),
    source: 'sales',
    from: 'uferlicht',
    contact: 'Ottokar Brandiss, o.brandiss@uferlicht.example',
    labels: [say('trust', 'vertrauen')],
  }),
  insight('papers-by-post', {
    heard: 3,
    title: say(
      'Every tenth landlord sends the papers by post after all',
      'Jeder zehnte Vermieter schickt die Unterlagen am Ende doch per Post',
    ),
    source: 'usage',
    count: 17,
  }),
  insight('hums-at-night', {
    heard: 2,
    title: say('The gateway hums in the stairwell at night', 'Das Gateway brummt nachts im Treppenhaus'),
    text: say(
      '“It is the only thing in this house that does not sleep.”',
      '„Es ist das Einzige in diesem Haus, das nicht schläft.“',
    ),
    source: 'support',
    from: 'sonnhalde',
    contact: 'Walburga Ohnsorg-Petri, w.ohnsorg@sonnhalde.example',
    ticket: 1041,
  }),
]
