import type { words as en } from './palette-en.ts'

export const words: Record<keyof typeof en, string> = {
  title: 'Suche und Befehle',
  input: 'Datensätze, Seiten und Befehle suchen',
  placeholder: 'Titel, Schlüssel oder Text',
  close: 'Schließen',
  pages: 'Seiten',
  commands: 'Befehle',
  records: 'Datensätze',
  archived: 'archiviert',
  count: '{count, plural, =0 {Nichts gefunden} one {# Treffer} other {# Treffer}}',
  more: 'Es gibt mehr. Tippe weiter, um es einzugrenzen.',
  none: 'Nichts heißt „{q}“ oder hat es im Text.',
  noneHint: 'Ein Teil eines Wortes genügt, und ein Tippfehler schadet nicht.',
  failed: 'Datensätze lassen sich gerade nicht durchsuchen.',
  keys: '↑ ↓ wählen · Enter öffnen · Esc schließen',
  'command.language': 'Auf Englisch umstellen',
  'command.theme.system': 'Darstellung wie im System',
  'command.theme.light': 'Helle Darstellung',
  'command.theme.dark': 'Dunkle Darstellung',
  'command.new': 'Neu: {name}',
}
