import type { words as english } from './words-en.ts'

export const words: Record<keyof typeof english, string> = {
  title: 'Sicherungen',
  lead: 'Leitstand macht von selbst eine am Tag, wenn gerade niemand arbeitet. Jede wurde in eine zweite Datenbank eingespielt und verglichen, bevor sie hier steht.',
  kept: 'Aufbewahrt',
  keptLead:
    'Je eine für die letzten sieben Tage und vier Wochen; dazu zehn von Hand gemachte und fünf von vor einem Upgrade.',
  none: 'Noch gibt es keine',
  noneText:
    'Die erste entsteht, sobald fünf Minuten lang niemand gearbeitet hat. Du kannst auch jetzt eine machen.',
  make: 'Jetzt eine machen',
  onItsWay: 'Eine wird gerade gemacht und erprobt …',
  when: 'Wann',
  size: 'Größe',
  kind: 'Gemacht',
  file: 'Datei',
  'kind.by-itself': 'von selbst',
  'kind.by-hand': 'von Hand',
  'kind.before-upgrade': 'vor einem Upgrade',
  late: 'Die letzte Sicherung ist zu alt',
  lateText:
    'Älter als dreißig Stunden sollte sie nie sein. Mach jetzt eine, und sieh ins Protokoll des Servers.',
  failed: 'Die letzte Sicherung ist gescheitert',
  failedText: '{moment}: {message} Die älteren sind unberührt. Kennung im Protokoll: {id}',
  restore: 'Eine einspielen',
  restoreLead:
    'Auf diesem Rechner oder einem anderen, in einen neuen Ordner. Wer seither gelöscht wurde, wird wieder gelöscht, soweit es die Liste neben den Sicherungen sagt.',
  anyFile: 'DATEI.backup',
  newFolder: 'NEU',
  folder: 'Die Dateien liegen in',
  key: 'Geöffnet werden sie mit dem Schlüssel in',
  keyFromEnvironment: 'Geöffnet werden sie mit dem Schlüssel in der Variablen LEITSTAND_BACKUP_KEY.',
  keepKey:
    'Bewahre eine Kopie des Schlüssels woanders auf, etwa in einem Passwortspeicher. Ohne ihn kann niemand eine Sicherung öffnen, auf welchem Rechner auch immer.',
  disk: 'Solange die Dateien auf dem Datenträger des Datenordners liegen, helfen sie nicht, wenn er verloren geht. Setze LEITSTAND_BACKUPS auf einen Ordner auf einem anderen, oder kopiere sie dorthin.',
}
