import type { words as en } from './banner-en.ts'

export const words: Record<keyof typeof en, string> = {
  title: 'Beispielfirma.',
  text: 'Hier ist alles erfunden.',
  remove: 'Beispielfirma entfernen',
  removeTitle: 'Beispielfirma entfernen?',
  removeText:
    'Larkenfeld verschwindet mit Zielen, Teams, Personen, Verlauf und Repository, und Leitstand beginnt neu. Konten bleiben. Das lässt sich nicht zurücknehmen.',
  added: 'Was zu ihr hinzukam, verschwindet mit:',
  nothingAdded: 'Es kam nichts hinzu.',
  links: '{count, plural, one {# Verbindung} other {# Verbindungen}}',
  changed: 'geändert',
  removeSubmit: 'Endgültig entfernen',
  removing: 'Wird entfernt',
}
