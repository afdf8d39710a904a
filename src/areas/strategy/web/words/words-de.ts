import type { words as english } from './words-en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  title: 'Visionen',
  'none.title': 'Noch keine Vision',
  'none.text':
    'Eine Vision sagt, was in ein paar Jahren gilt, für wen, und woran man es merkt. Hier steht sie zum Lesen, mit der Strategie und den Zielen, die dorthin führen.',
  'none.write': 'Vision schreiben',
  'none.others': 'Schreiben können sie Inhaber:innen und Leitung.',
  'unpublished.title': '{key} ist noch nicht veröffentlicht',
  'unpublished.text': 'Hier steht, was veröffentlicht ist. Woran noch geschrieben wird, steht unter {key}.',
  'unpublished.lead':
    'Veröffentliche sie, wenn der Text gelten soll: Diese Ausgabe bleibt dann, wie sie ist.',
  'unpublished.draft': 'Entwurf öffnen',

  'line.edition': 'Ausgabe {edition} von {key}, veröffentlicht am {day}',
  'line.all': 'Alle Visionen',
  'line.record': '{key} öffnen',
  'older.text': 'Du liest Ausgabe {edition}. Die neueste ist Ausgabe {newest}.',
  'older.newest': 'Die neueste lesen',

  'draft.first': 'Hier steht sie, sobald Du sie veröffentlichst.',
  'draft.text':
    'Seit Ausgabe {edition} wurde daran geschrieben. Hier steht das, sobald Du es veröffentlichst.',
  'draft.readable':
    'Mitglieder können den Entwurf unter {key} lesen; was noch nichts für die Firma ist, gehört bis zur Veröffentlichung woandershin.',
  'draft.show': 'Was sich geändert hat',
  'draft.open': 'Entwurf öffnen',
  'draft.publish': 'Veröffentlichen',

  'publish.title': 'Ausgabe {edition} von {key} veröffentlichen',
  'publish.action': 'Ausgabe {edition} veröffentlichen',
  'publish.text': 'Von da an lesen alle in der Firma diesen Text. Die Ausgabe bleibt, wie sie ist.',
  'publish.anew': 'Wer die vorige gelesen hat, wird gebeten, sie neu zu lesen.',
  'publish.note': 'Was neu ist, in einer Zeile',
  'publish.changes': 'Seit Ausgabe {edition}',
  'publish.done': 'Ausgabe {edition} ist veröffentlicht.',

  'audience.label': 'Was sie bedeutet für',
  'audience.all': 'Alle',

  'read.mark': 'Ich habe sie gelesen',
  'read.ask': 'Hast Du Ausgabe {edition} gelesen?',
  'read.done': 'Du hast sie am {day} gelesen.',
  'read.back': 'Zurücknehmen',
  'read.noted': 'Vermerkt: Du hast Ausgabe {edition} gelesen.',
  'read.taken': 'Zurückgenommen.',
  'read.undo': 'Rückgängig',
  'readers.count': '{read} von {members} haben Ausgabe {edition} gelesen',
  'readers.title': 'Wer Ausgabe {edition} gelesen hat',
  'readers.lead':
    'Damit Du siehst, ob sie angekommen ist. Über die Arbeit von irgendwem sagt das nichts; Gäste werden nicht gefragt.',
  'readers.yes': 'Haben sie gelesen ({count})',
  'readers.no': 'Noch nicht ({count})',
  'readers.on': 'am {day}',
  'readers.all': 'Alle haben sie gelesen.',
  'readers.nobody': 'Das hat noch niemand gesagt.',

  'how.title': 'Wie wir dorthin kommen',
  'how.edition': 'Strategie, Ausgabe {edition}, veröffentlicht am {day}',
  'how.unpublished': 'Diese Strategie ist noch nicht veröffentlicht.',
  'how.diagnosis': 'Wie die Lage ist',
  'how.policies': 'Wonach wir entscheiden',
  'how.refusals': 'Was wir nicht tun',
  'how.none': 'Zu dieser Vision führt noch keine Strategie.',
  'how.write': 'Strategie schreiben',
  'goals.title': 'Was wir jetzt erreichen wollen',
  'goals.none':
    'Kein aktives Ziel dient dieser Strategie. Hierher kommt ein Ziel durch die Verbindung „dient“ zu ihr.',
  'goals.tree': 'Alle Ziele als Baum',
  'goals.due': 'bis {day}',
  'goals.way': '{baseline} → {value} → {target}',
  'goals.value': '{value}, soll {target} sein',

  'editions.title': 'Ausgaben',
  'editions.read': 'Ausgabe {edition}',
  'editions.compare': 'Mit Ausgabe {edition} vergleichen',
  'editions.here': 'Diese liest Du gerade',
  'since.title': 'Was seit Ausgabe {edition} anders ist',
  'since.none': 'Nichts.',
  'since.close': 'Schließen',
  'others.title': 'Andere Visionen',
}
