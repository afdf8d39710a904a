import { areaVerb, type AreaVerb } from '#kernel'
import { bringIn } from './bring-in.ts'
import { previewBringIn } from './preview-bring-in.ts'

const page = '/direction/bring-in'

const file = {
  name: { en: 'Name of the file.', de: 'Name der Datei.' },
  content: { en: 'The file in base64.', de: 'Die Datei in Base64.' },
  as: {
    en: 'bet or insight: what its rows become.',
    de: 'bet (Wette) oder insight (Erkenntnis): was aus den Zeilen wird.',
  },
  map: {
    en: 'By field a column, as in {"hypothesis": {"column": "Notes"}}, or for all rows a value, as in {"source": {"value": "sales"}}; null leaves it empty. Fields that are left out are taken as proposed.',
    de: 'Je Feld eine Spalte, wie {"hypothesis": {"column": "Notizen"}}, oder für alle Zeilen ein Wert, wie {"source": {"value": "sales"}}; null lässt es leer. Was fehlt, wird wie vorgeschlagen genommen.',
  },
  values: {
    en: 'By field what a text becomes, as in {"state": {"Waiting": "idea"}}; null leaves it empty.',
    de: 'Je Feld, was aus einem Text wird, wie {"state": {"Wartet": "idea"}}; null lässt es leer.',
  },
  identity: {
    en: 'Name of the column that tells rows apart, so that nothing comes in twice; without one their titles do.',
    de: 'Name der Spalte, die Zeilen unterscheidet, damit nichts doppelt hereinkommt; ohne sie tun es die Titel.',
  },
  source: {
    en: 'Whose numbers these are, where two sources count alike, as in productboard.',
    de: 'Wessen Nummern das sind, wo zwei Quellen gleich zählen, wie productboard.',
  },
} as const

/** What brings bets and insights in from files of other programs. */
export const bringInVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'roadmap',
    verb: 'bring-in-preview',
    operation: previewBringIn,
    takesFile: true,
    sendsBody: true,
    page,
    inputs: { ...file, language: { en: 'Language of the answer.', de: 'Sprache der Antwort.' } },
    answer: {
      en: 'What the file is, the mapping, how many rows would be new, changed, the same, kept or refused and why, and the first of them as they would be; what was left out, people among it.',
      de: 'Was die Datei ist, die Zuordnung, wie viele Zeilen neu, geändert, gleich, belassen oder abgelehnt würden und warum, und die ersten, wie sie würden; was weggelassen wurde, Menschen darunter.',
    },
  }),
  areaVerb({
    area: 'roadmap',
    verb: 'bring-in',
    operation: bringIn,
    takesFile: true,
    page,
    inputs: {
      ...file,
      refused: {
        en: 'stop brings nothing in where a row is refused, leave-out all others; stop where it is left out.',
        de: 'stop übernimmt nichts, wenn eine Zeile abgelehnt wird, leave-out alle anderen; ohne Angabe stop.',
      },
    },
    answer: {
      en: 'How many were made, changed, the same, kept and refused, and the keys of the first and the last that were made.',
      de: 'Wie viele angelegt, geändert, gleich, belassen und abgelehnt wurden, und die Schlüssel der ersten und der letzten neuen.',
    },
  }),
]
