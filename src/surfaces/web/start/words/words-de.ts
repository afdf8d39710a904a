import type { words as en } from './words-en.ts'

export const words: Record<keyof typeof en, string> = {
  'start.title': 'Womit soll Leitstand beginnen?',
  'start.lead': 'Noch ist hier nichts. Was Du auch wählst, es bleibt auf diesem Rechner.',
  'start.repository': 'Mein Repository',
  'start.repositoryText':
    'Seine Historie wird gelesen und nie verändert. Die ersten Zahlen erscheinen nach Sekunden, Ziele und Teams kommen später.',
  'start.repositoryHere': 'In diesem Repository hast Du Leitstand gestartet.',
  'start.sample': 'Beispielfirma',
  'start.sampleText':
    'Larkenfeld, frei erfunden: 24 Menschen in vier Teams, achtzehn Monate mit Zielen und einer Historie von Commits. Zum Umsehen ohne eigene Daten; ein Klick entfernt sie.',
  'start.sampleSubmit': 'Beispielfirma ansehen',
  'start.samplePending': 'Achtzehn Monate entstehen',
  'start.empty': 'Leer',
  'start.emptyText':
    'Schreib selbst das erste Ziel. Repositorys, Teams und Personen kannst Du jederzeit ergänzen.',
  'start.emptySubmit': 'Mit einem Ziel beginnen',
  'start.restore': 'Sicherung einspielen',
  'start.restoreText':
    'Die Datei, die leitstand backup geschrieben hat, mit Schlüssel oder Passphrase. Auch die Konten kommen aus der Sicherung: Danach meldest Du Dich an wie dort.',
  'start.restoreElsewhere':
    'Mit eigenem PostgreSQL kommt eine Sicherung in eine leere Datenbank, bei angehaltenem Server:',
  'start.restoreCommand': 'leitstand restore DATEI',
  'start.file': 'Sicherung',
  'start.chooseFile': 'Datei wählen',
  'start.noFile': 'noch keine gewählt',
  'start.secret': 'Schlüssel oder Passphrase',
  'start.secretHint': 'Der Schlüssel steht in DATEI.key: 64 Ziffern und Buchstaben.',
  'start.restoreSubmit': 'Einspielen',
  'start.restorePending': 'Wird eingespielt und verglichen',
  'start.restored': 'Eingespielt und mit dem Gesicherten verglichen.',
}
