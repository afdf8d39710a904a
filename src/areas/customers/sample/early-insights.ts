import { say, type SampleRecord } from '#workspace'
import { insight, resident } from './insight-with-history.ts'

/** Heard before the turn to houses. */
export const earlyInsights: readonly SampleRecord[] = [
  insight('whose-sun', {
    heard: 546,
    title: say('Residents ask whose sun it was', 'Bewohner fragen, wessen Sonne es war'),
    text: say(
      '“I was away for two weeks. Who used my sun then?”',
      '„Ich war zwei Wochen weg. Wer hat da meine Sonne verbraucht?“',
    ),
    source: 'interview',
    segment: resident,
    count: 6,
    kept: [543, 'share-by-hour'],
    end: [446, 'acted', say('The app shows it by the hour.', 'Die App zeigt es stündlich.')],
    toldBack: 440,
  }),
  insight('deploy-waits', {
    heard: 533,
    title: say(
      'A mended fault took nine days to reach the first house',
      'Ein behobener Fehler brauchte neun Tage bis ins erste Haus',
    ),
    source: 'support',
    from: 'sonnhalde',
    contact: 'Walburga Ohnsorg-Petri, w.ohnsorg@sonnhalde.example',
    ticket: 112,
    kept: [517, 'one-pipeline'],
    end: [
      314,
      'acted',
      say(
        'Now it takes an hour from the change to the house.',
        'Heute dauert es eine Stunde von der Änderung bis ins Haus.',
      ),
    ],
    toldBack: 309,
  }),
  insight('signature-first', {
    heard: 452,
    title: say(
      'Half of those who give up stop at the signature',
      'Die Hälfte derer, die abbrechen, hört bei der Unterschrift auf',
    ),
    source: 'usage',
    segment: resident,
    count: 61,
    kept: [437, 'signature-last'],
    end: [
      301,
      'acted',
      say('It comes last now; 8.5 minutes instead of 55.', 'Sie kommt jetzt zuletzt; 8,5 Minuten statt 55.'),
    ],
  }),
  insight('bill-on-19th', {
    heard: 441,
    title: say(
      'The bill comes after the rent is booked',
      'Die Rechnung kommt, wenn die Miete schon gebucht ist',
    ),
    text: say(
      '“On the nineteenth I have closed the month. Then I open it again for you, every time.”',
      '„Am Neunzehnten habe ich den Monat zu. Dann mache ich ihn für Sie wieder auf, jedes Mal.“',
    ),
    source: 'interview',
    from: 'quast',
    contact: 'Edeltraud Quast-Imhoff, e.quast@quast-hausverwaltung.example',
    kept: [422, 'month-end'],
    end: [254, 'acted', say('Bills leave by the fifth.', 'Rechnungen gehen bis zum Fünften raus.')],
    toldBack: 214,
  }),
  insight('which-operator', {
    heard: 415,
    title: say(
      'Landlords do not know who their grid operator is',
      'Vermieter wissen nicht, wer ihr Netzbetreiber ist',
    ),
    source: 'sales',
    count: 9,
    kept: [406, 'operator-forms'],
    end: [
      318,
      'let-go',
      say(
        'We no longer need to know: a house is supplied without its operator.',
        'Wir brauchen es nicht mehr zu wissen: Ein Haus wird ohne ihn versorgt.',
      ),
    ],
  }),
  insight('paper-bill', {
    heard: 388,
    title: say('Some want the bill on paper', 'Einige wollen die Rechnung auf Papier'),
    source: 'support',
    segment: resident,
    count: 4,
    ticket: 297,
    end: [
      371,
      'let-go',
      say(
        'Four of 410. The caretaker prints it; we told them so.',
        'Vier von 410. Der Hausmeister druckt sie aus; das haben wir ihnen gesagt.',
      ),
    ],
    toldBack: 369,
  }),
  insight('one-cent', {
    heard: 341,
    title: say(
      'The sum on the bill is a cent off the sum of its lines',
      'Die Summe auf der Rechnung weicht um einen Cent von ihren Zeilen ab',
    ),
    text: say(
      '“A cent is nothing. But then I check everything else, too.”',
      '„Ein Cent ist nichts. Aber dann rechne ich auch den Rest nach.“',
    ),
    source: 'support',
    from: 'quast',
    count: 38,
    contact: 'Edeltraud Quast-Imhoff, e.quast@quast-hausverwaltung.example',
    ticket: 348,
    kept: [334, 'one-rounding'],
    end: [160, 'acted', say('Rounding is done in one place.', 'Gerundet wird an einer Stelle.')],
    toldBack: 158,
  }),
  insight('across-the-street', {
    heard: 308,
    title: say(
      'A street wants to share across the pavement',
      'Eine Straße will über den Gehweg hinweg teilen',
    ),
    text: say(
      '“My roof faces east, hers faces west. Why do we both buy at six in the evening?”',
      '„Mein Dach schaut nach Osten, ihres nach Westen. Warum kaufen wir beide abends um sechs zu?“',
    ),
    source: 'interview',
    from: 'lindenried',
    contact: 'Hildburg Sommerfeldt-Ruiz, komitee@lindenried.example',
    kept: [297, 'street-sharing'],
    end: [
      210,
      'let-go',
      say(
        'Not possible without a contract for each meter. Their six larger houses go on alone.',
        'Geht nicht ohne Vertrag je Zähler. Ihre sechs größeren Häuser machen für sich weiter.',
      ),
    ],
    toldBack: 197,
  }),
  insight('late-readings', {
    heard: 306,
    title: say('Readings stand still for an hour at noon', 'Mittags stehen die Werte eine Stunde lang'),
    source: 'issue',
    segment: resident,
    count: 27,
    kept: [298, 'own-gateway'],
    end: [
      111,
      'acted',
      say(
        'They come within a minute in 90 houses of 100.',
        'In 90 von 100 Häusern kommen sie innerhalb einer Minute.',
      ),
    ],
  }),
  insight('evening-price', {
    heard: 295,
    title: say('A trader offers nine cents for the evening', 'Ein Händler bietet neun Cent für den Abend'),
    source: 'sales',
    count: 1,
    consent: 'not-needed',
    kept: [289, 'exchange'],
    end: [
      209,
      'let-go',
      say(
        'The forecast eats the earnings; the trial is over.',
        'Die Prognose frisst den Erlös auf; die Probe ist beendet.',
      ),
    ],
    toldBack: 201,
  }),
  insight('what-is-missing', {
    heard: 262,
    title: say('Landlords call to hear what is missing', 'Vermieter rufen an, um zu hören, was fehlt'),
    source: 'support',
    count: 44,
    kept: [252, 'sign-up-alone'],
    end: [117, 'acted', say('A list says so while they upload.', 'Eine Liste sagt es beim Hochladen.')],
  }),
  insight('thirty-eight-houses', {
    heard: 224,
    title: say(
      'An association signs for 38 houses at once',
      'Eine Genossenschaft unterschreibt für 38 Häuser auf einmal',
    ),
    text: say(
      '“We have one board and thirty-eight roofs. Do not make me sign thirty-eight times.”',
      '„Wir haben einen Vorstand und achtunddreißig Dächer. Lassen Sie mich nicht achtunddreißig Mal unterschreiben.“',
    ),
    source: 'sales',
    from: 'uferlicht',
    contact: 'Ottokar Brandiss, o.brandiss@uferlicht.example',
    kept: [213, 'many-houses'],
    end: [77, 'acted', say('One contract for all of them.', 'Ein Vertrag für alle.')],
    toldBack: 72,
  }),
]
