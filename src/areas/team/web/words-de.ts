import type { words as en } from './words-en.ts'

export const words: Record<keyof typeof en, string> = {
  'knowledge.title': 'Wissen',
  'knowledge.lead': 'Wie viele Menschen gehen müssten, bis einen Teil des Codes niemand mehr kennt.',
  'figures.title': 'In Kürze',
  'figures.name': 'Kennzahlen des Wissens',
  'map.title': 'Wer es noch reparieren könnte',
  'map.name': 'Komponenten',
  'map.lead':
    'Fläche nach Dateien. Schraffiert: Nur eine Person kennt den Teil. Je schwächer die Farbe, desto mehr Menschen teilen das Wissen. Die Tabelle zählt Änderungen und Personen im letzten Jahr.',
  'map.chart':
    'Karte von {count, plural, one {# Komponente} other {# Komponenten}} nach Größe und Truck-Faktor',
  'map.component': 'Komponente',
  'map.files': 'Dateien',
  'map.changes': 'Änderungen',
  'map.people': 'Personen',
  'map.truckFactor': 'Truck-Faktor',
  'map.atRisk': 'eine Person',
  'map.known': '{count, plural, one {# Person} other {# Personen}}',
  'map.unknown': 'nicht bekannt',
  'map.none':
    'Noch keine Komponenten. Das sind die Ordner oder Pakete des Repositorys; sie erscheinen mit den ersten Dateien.',
  'silent.title': 'Stille Dateien',
  'silent.name': 'Stille Dateien',
  'silent.lead':
    'Dateien, deren Autoren alle seit einem halben Jahr still sind. Niemand muss sie auswendig kennen; jemand sollte sie lesen, bevor es sein muss.',
  'silent.path': 'Datei',
  'silent.component': 'Komponente',
  'silent.days': 'Tage seit der letzten Änderung',
  'silent.none': 'Keine stillen Dateien: Jede Datei hat einen Autor, der im letzten halben Jahr aktiv war.',

  'pace.title': 'Tempo',
  'pace.lead': 'Ob die Arbeit in die Woche passt. Ein Anlass nachzufragen, nie eine Note für jemanden.',
  'pace.figures': 'Arbeit außerhalb der Arbeitszeit',
  'pace.name': 'Tempo',
  'pace.ruleTitle': 'Warum es vielleicht keine Zahl gibt',
  'pace.rule':
    'Tempo handelt davon, wie Menschen arbeiten. Es wird nur für Gruppen ab fünf Personen gezeigt, über feste Zeiträume und ohne Liste von Commits, damit niemand herausgegriffen werden kann. Bei weniger Personen bleibt es leer, und das ist so gewollt.',
  'pace.hours':
    'Außerhalb heißt: nicht montags bis freitags zwischen 7 und 20 Uhr, nach der Ortszeit, die der Commit selbst festhält. Feiertage und selbst gewählte Zeiten sind nicht bekannt.',
  'pace.trend': 'Im Verlauf',
}
