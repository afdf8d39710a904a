import type { words as en } from './words-en.ts'

export const words: Record<keyof typeof en, string> = {
  open: 'Mitnehmen',
  title: 'Die Roadmap mitnehmen',
  for: 'Für',
  'for.team': 'Team',
  'for.board': 'Beirat und Investoren',
  'for.outside': 'Kunden und andere',
  'says.team':
    'Alles, was hier steht: Schlüssel, Stände, Tage und Wahrscheinlichkeiten. Nicht zum Weitergeben.',
  'says.board':
    'Ziele, Quartale mit ihrer Wahrscheinlichkeit, und wie die Prognose zustande kam. Keine Tage, keine Wunschtermine, keine Gründe.',
  'says.outside':
    'Reihenfolge und Zeiträume in Quartalen, von dem, was mindestens ausgearbeitet ist. Keine Tage, Ziele, Teams oder Stände, und keine Wette, die intern bleibt.',
  names: 'Mit Schlüsseln und Namen der Teams',
  language: 'Sprache',
  care: '{count, plural, one {Eine Prognose ist mit Vorsicht zu lesen, deshalb steht die Wette ohne Zeitraum da.} other {# Prognosen sind mit Vorsicht zu lesen, deshalb stehen diese Wetten ohne Zeitraum da.}}',
  preview: 'Vorschau: Roadmap für {audience}',
  drawing: 'Das Bild wird gezeichnet',
  download: 'Herunterladen',
  'download.as': 'Als {form} herunterladen',
  markdown: 'Markdown',
  ics: 'Kalenderdatei',
  failed: 'Das Bild ließ sich in diesem Browser nicht zeichnen. Als SVG kannst Du es trotzdem herunterladen.',

  'feed.title': 'Den Kalender abonnieren',
  'feed.lead':
    'Wunschtermine mit ihrer Wahrscheinlichkeit, Tage, bis zu denen Wetten voraussichtlich fertig sind, Ziele, freie Tage und was zu entscheiden ist. Kalenderprogramme fragen danach unter einer geheimen Adresse, die jeder Änderung folgt.',
  'feed.open':
    'Solange es kein Konto gibt, können Programme auf diesem Rechner den Kalender hier lesen; mit dem ersten Konto endet das.',
  'feed.make': 'Adresse anlegen',
  'feed.made': 'Die Adresse, nur jetzt zu sehen. Wer sie hat, liest alle Termine der Roadmap:',
  'feed.copy': 'Kopieren',
  'feed.copied': 'Kopiert',
  'feed.name': 'Kalender',
  'feed.yours': 'Deine Adressen',
  'feed.used': 'zuletzt gelesen {moment}',
  'feed.unused': 'nie gelesen',
  'feed.end': 'Zurückziehen',
  'feed.endOf': 'Die Adresse …{end} zurückziehen',
  'feed.endAsk': 'Die Adresse …{end} zurückziehen?',
  'feed.endText':
    'Kalender, die sie benutzen, finden dort nichts mehr. Eine neue Adresse kannst Du jederzeit anlegen.',

  'print.for': 'Für das Team, nicht zum Weitergeben',
}
