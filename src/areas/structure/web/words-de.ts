import type { words as en } from './words-en.ts'

export const words: Record<keyof typeof en, string> = {
  title: 'Struktur',
  lead: 'Wo Änderung und Komplexität zusammentreffen, und was sich gemeinsam ändert, ohne es zu sagen.',
  'figures.title': 'In Kürze',
  'figures.name': 'Kennzahlen der Struktur',
  'hotspots.title': 'Hotspots',
  'hotspots.name': 'Hotspots',
  'hotspots.lead':
    'Fläche nach Zeilen, Farbe nach Punktzahl: wie oft sich eine Datei in einem Jahr geändert hat, mal ihre Komplexität. Wo die Farbe am kräftigsten ist, lohnt sich das Aufräumen zuerst.',
  'hotspots.chart': 'Karte der {count, number} Dateien mit der höchsten Punktzahl',
  'hotspots.path': 'Datei',
  'hotspots.component': 'Komponente',
  'hotspots.changes': 'Änderungen',
  'hotspots.complexity': 'Komplexität',
  'hotspots.lines': 'Zeilen',
  'hotspots.score': 'Punktzahl',
  'hotspots.none':
    'Im letzten Jahr hat sich keine Datei geändert, also sticht nichts heraus. Dateien erscheinen hier mit ihrer ersten Änderung.',
  'coupling.title': 'Änderungskopplung',
  'coupling.name': 'Änderungskopplung',
  'coupling.lead':
    'Dateien, die sich gemeinsam ändern. Dick heißt eng; gestrichelt geht über eine Komponentengrenze, wo es niemand erwartet. Gezeichnet sind die engsten Paare, höchstens drei je Datei.',
  'coupling.chart': '{count, plural, one {Das engste Paar} other {Die # engsten Paare}} von Dateien',
  'coupling.pair': 'Paar',
  'coupling.degree': 'Grad',
  'coupling.shared': 'Gemeinsam',
  'coupling.average': 'Je Seite',
  'coupling.crosses': 'über Komponenten',
  'coupling.border': 'Grenze',
  'coupling.none':
    'Keine zwei Dateien ändern sich oft genug gemeinsam: Nötig sind fünf gemeinsame Änderungen und ein Grad von 30 Prozent.',
  'components.title': 'Kopplung der Komponenten',
  'components.name': 'Kopplung der Komponenten',
  'components.lead':
    'Dasselbe für ganze Komponenten: Ein hoher Grad sagt, dass die Grenze nicht dort liegt, wo die Änderungen sind.',
  'components.chart':
    '{count, plural, one {# Paar} other {# Paare}} von Komponenten, die sich gemeinsam ändern',
  'components.none': 'Keine zwei Komponenten ändern sich oft genug gemeinsam.',
  'time.age': 'Alter',
  'time.churn': 'Hinzugefügte und gelöschte Zeilen',
  'time.churnName': 'Zeilenbewegung',
}
