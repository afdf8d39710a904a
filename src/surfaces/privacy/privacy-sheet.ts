import { allMeasures } from '#evidence/measures/all-measures.ts'
import type { Measure } from '#evidence/measures/measure.ts'
import type { StoredTable } from '#kernel'
import type { Audience, Language, RecordDefinition, Words } from '#kernel/shape.ts'
import type { SheetSection, SheetShape } from './sheet-shape.ts'

/** The sheet, from the definitions of records and measures and from the tables that there are. */
export function privacySheet(
  records: readonly RecordDefinition[],
  tables: readonly StoredTable[],
  language: Language,
): SheetShape {
  const say = (words: Words) => words[language]
  return {
    title: say({ en: 'What is stored about people', de: 'Was über Menschen gespeichert ist' }),
    lead: say({
      en: 'This page is made from the program itself: from the definitions of its records, its measures and its tables.',
      de: 'Diese Seite entsteht aus dem Programm selbst: aus den Definitionen seiner Datensätze, Kennzahlen und Tabellen.',
    }),
    sections: [
      fieldsSection(records, say),
      namingSection(records, say),
      tablesSection(records, tables, say),
      impossibleSection(say),
      measuresSection(say),
      rightsSection(say),
    ],
  }
}

type Say = (words: Words) => string

const audiences: Readonly<Record<Audience, Words>> = {
  company: { en: 'everybody but guests', de: 'alle außer Gästen' },
  leadership: { en: 'owners and leaders', de: 'Inhaber:innen und Leitung' },
  self: { en: 'who wrote it, alone', de: 'nur, wer es geschrieben hat' },
  pair: { en: 'the two people of the conversation', de: 'die beiden Menschen des Gesprächs' },
  panel: {
    en: 'who wrote it, the people it names, and owners',
    de: 'wer es geschrieben hat, die genannten Menschen und Inhaber:innen',
  },
}

function fieldsSection(records: readonly RecordDefinition[], say: Say): SheetSection {
  return {
    title: say({ en: 'Fields about people', de: 'Felder über Menschen' }),
    lead: say({
      en: 'The days count from the day on which the record was archived or ended, whichever came first; then the values go by themselves, with their history.',
      de: 'Die Tage zählen ab dem Tag, an dem der Datensatz archiviert wurde oder endete, je nachdem, was früher war; dann verschwinden die Werte von selbst, mit ihrem Verlauf.',
    }),
    lines: [],
    table: {
      head: [
        say({ en: 'Record', de: 'Datensatz' }),
        say({ en: 'Field', de: 'Feld' }),
        say({ en: 'What for', de: 'Wofür' }),
        say({ en: 'Who sees it', de: 'Wer es sieht' }),
        say({ en: 'Until', de: 'Bis' }),
      ],
      rows: records.flatMap(({ names, fields, audience }) =>
        Object.values(fields).flatMap(({ label, personal }) =>
          personal
            ? [
                [
                  say(names.one),
                  say(label),
                  say(personal.purpose),
                  say(audiences[personal.audience ?? audience]),
                  say({
                    en: `${personal.deleteAfterDays} days after`,
                    de: `${personal.deleteAfterDays} Tage danach`,
                  }),
                ],
              ]
            : [],
        ),
      ),
    },
  }
}

/** Fields of records about something else that name somebody. */
function namingSection(records: readonly RecordDefinition[], say: Say): SheetSection {
  return {
    title: say({ en: 'Where people are named elsewhere', de: 'Wo Menschen sonst genannt werden' }),
    lead: say({
      en: 'These fields refer to a person by key. What somebody writes into texts is up to them; an erasure says which texts hold the name.',
      de: 'Diese Felder verweisen mit dem Schlüssel auf eine Person. Was jemand in Texte schreibt, liegt bei ihm; eine Löschung nennt die Texte, in denen der Name steht.',
    }),
    lines: records.flatMap(({ names, fields }) =>
      Object.values(fields).flatMap(({ kind, label, personal }) =>
        kind === 'person' && !personal ? [`${say(names.one)}: ${say(label)}`] : [],
      ),
    ),
    table: null,
  }
}

function tablesSection(
  records: readonly RecordDefinition[],
  tables: readonly StoredTable[],
  say: Say,
): SheetSection {
  const about = tables.flatMap(({ table, ofPeople }) => (ofPeople ? [{ table, ...ofPeople }] : []))
  const own = records.map(({ type }) => type.replaceAll('-', '_'))
  const others = tables.flatMap(({ table, ofPeople }) => (ofPeople ? [] : [table]))
  return {
    title: say({ en: 'All tables', de: 'Alle Tabellen' }),
    lead: say({
      en: `Fields of records are in ${own.join(', ')}, each as said above. Nothing about anybody is in ${others.join(', ')}.`,
      de: `Felder von Datensätzen stehen in ${own.join(', ')}, jeweils wie oben gesagt. Nichts über irgendwen steht in ${others.join(', ')}.`,
    }),
    lines: [],
    table: {
      head: [
        say({ en: 'Table', de: 'Tabelle' }),
        say({ en: 'What of people is in it', de: 'Was von Menschen darin ist' }),
        say({ en: 'Until', de: 'Bis' }),
      ],
      rows: about.map(({ table, what, until }) => [table, say(what), say(until)]),
    },
  }
}

const scopeNames: Readonly<Record<Measure['scopes'][number], Words>> = {
  workspace: { en: 'the workspace', de: 'den Arbeitsbereich' },
  repository: { en: 'a repository', de: 'ein Repository' },
  component: { en: 'a component', de: 'eine Komponente' },
}

function impossibleSection(say: Say): SheetSection {
  const scopes = [...new Set(allMeasures.flatMap((measure) => measure.scopes))]
  const near = allMeasures.filter(({ personNear }) => personNear).map(({ title }) => say(title))
  return {
    title: say({ en: 'What cannot be evaluated', de: 'Was sich nicht auswerten lässt' }),
    lead: '',
    lines: [
      say({
        en: `How much, how fast or how well one person works: a measure is about ${scopes.map((scope) => scopeNames[scope].en).join(' or ')}, and there is none about a person.`,
        de: `Wie viel, wie schnell oder wie gut ein einzelner Mensch arbeitet: Eine Kennzahl gilt für ${scopes.map((scope) => scopeNames[scope].de).join(' oder ')}, und für eine Person gibt es keine.`,
      }),
      say({
        en: 'Who wrote which commit: lists of facts and exports carry no author and cannot be grouped by one.',
        de: 'Wer welchen Commit geschrieben hat: Listen von Fakten und Exporte führen keinen Autor und lassen sich nicht nach einem gliedern.',
      }),
      say({
        en: `How single people fare in ${near.join(', ')}: shown only for five people at least, in fixed windows, and without a list of facts.`,
        de: `Wie es Einzelnen geht bei ${near.join(', ')}: nur ab fünf Personen, in festen Zeiträumen und ohne Liste von Fakten.`,
      }),
      say({
        en: 'How many commits anybody made: people are counted in bands (1, 2–4, 5 and more) and never listed.',
        de: 'Wie viele Commits jemand gemacht hat: Menschen werden in Stufen gezählt (1, 2–4, 5 und mehr) und nie aufgelistet.',
      }),
      say({
        en: 'Which person stands behind a commit, from the database alone: addresses are kept as a hash under a key that lies apart from it.',
        de: 'Welcher Mensch hinter einem Commit steht, aus der Datenbank allein: Adressen liegen als Hash unter einem Schlüssel, der nicht in ihr liegt.',
      }),
    ],
    table: null,
  }
}

function measuresSection(say: Say): SheetSection {
  return {
    title: say({ en: 'All measures', de: 'Alle Kennzahlen' }),
    lead: '',
    lines: [],
    table: {
      head: [
        say({ en: 'Measure', de: 'Kennzahl' }),
        say({ en: 'About', de: 'Für' }),
        say({ en: 'Who sees it', de: 'Wer es sieht' }),
        say({ en: 'Person-near', de: 'Personennah' }),
      ],
      rows: allMeasures.map(({ title, scopes, audience, personNear }) => [
        say(title),
        scopes.map((scope) => say(scopeNames[scope])).join(', '),
        say(audiences[audience]),
        personNear
          ? say({ en: 'yes: five people at least, no facts', de: 'ja: ab fünf Personen, ohne Fakten' })
          : say({ en: 'no', de: 'nein' }),
      ]),
    },
  }
}

function rightsSection(say: Say): SheetSection {
  return {
    title: say({ en: 'Rights and limits', de: 'Rechte und Grenzen' }),
    lead: '',
    lines: [
      say({
        en: 'An owner can give out everything that is stored about a person, and erase it: an empty record with its key stays, and the audit keeps that something was erased, not what.',
        de: 'Wer ein Inhaberkonto hat, kann alles herausgeben, was über eine Person gespeichert ist, und es löschen: Ein leerer Datensatz mit seinem Schlüssel bleibt, und das Protokoll behält, dass etwas gelöscht wurde, nicht was.',
      }),
      say({
        en: 'What is in the history of git stays there: this program reads it and cannot change it.',
        de: 'Was in der Historie von Git steht, bleibt dort: Dieses Programm liest sie und kann sie nicht ändern.',
      }),
      say({
        en: 'A backup is encrypted and complete until newer ones take its place, at most four weeks for those made by themselves. A restore erases again what the list of ids beside the backups says was erased since; where there is no such list it has to be done by hand.',
        de: 'Eine Sicherung ist verschlüsselt und vollständig, bis neuere sie ablösen, die von selbst gemachten höchstens vier Wochen. Wird eine eingespielt, wird noch einmal gelöscht, was nach der Liste von Kennungen neben den Sicherungen seither gelöscht wurde; wo es keine solche Liste gibt, ist das von Hand zu tun.',
      }),
      say({
        en: 'Whoever operates the machine and its disk can read everything that is stored.',
        de: 'Wer den Rechner und seinen Datenträger betreibt, kann alles lesen, was gespeichert ist.',
      }),
    ],
    table: null,
  }
}
