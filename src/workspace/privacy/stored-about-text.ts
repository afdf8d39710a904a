import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { kindOf, type FieldValue } from '#kernel/record/fields/field-kinds.ts'
import type { Language, Words } from '#kernel/record/words.ts'
import { sizeText } from '#kernel/record/fields/attachments.ts'
import { oneLine } from './one-line.ts'
import type { StoredAbout } from './stored-about.ts'

/** What is stored about a person as a Markdown page for that person. */
export function storedAboutText(
  definition: RecordDefinition,
  stored: StoredAbout,
  language: Language,
): string {
  const say = (words: Words) => words[language]
  const { account } = stored
  const sections: readonly [Words, readonly string[]][] = [
    [{ en: 'Record', de: 'Datensatz' }, fieldLines(definition, stored.record.fields, language)],
    [
      { en: 'Account', de: 'Konto' },
      account
        ? [
            line({ en: 'Name', de: 'Name' }, account.name),
            line({ en: 'E-mail', de: 'E-Mail' }, account.email),
            line({ en: 'Role', de: 'Rolle' }, account.role),
            line({ en: 'Member since', de: 'Mitglied seit' }, account.joinedAt),
            line({ en: 'Browsers signed in', de: 'Angemeldete Browser' }, String(account.sessions)),
            line({ en: 'Keys', de: 'Schlüssel' }, account.keys.join(', ')),
            line({ en: 'Passkeys', de: 'Passkeys' }, account.passkeys.join(', ')),
            line(
              { en: 'Has read', de: 'Hat gelesen' },
              account.read.map(({ key, edition, day }) => `${key} ${edition} (${day})`).join(', '),
            ),
            line({ en: 'Has done', de: 'Hat getan' }, account.did.join(', ')),
          ]
        : [],
    ],
    [
      { en: 'Links', de: 'Verbindungen' },
      stored.links.map(({ relation, key, title }) => `- ${relation} ${key} ${oneLine(title)}`),
    ],
    [
      { en: 'Files', de: 'Dateien' },
      stored.files.map(
        ({ name, size, id }) => `- ${oneLine(name)}, ${sizeText(size, language)}, SHA-256 ${id}`,
      ),
    ],
    [{ en: 'Mentioned in the text of', de: 'Im Text erwähnt von' }, stored.mentions.map((key) => `- ${key}`)],
    [
      { en: 'Versions', de: 'Versionen' },
      stored.versions.flatMap(({ version, at, by, operation, fields }) => [
        `- ${version}, ${at}, ${operation}, ${by}`,
        ...fieldLines(definition, fields, language).map((each) => `  ${each}`),
      ]),
    ],
    [
      { en: 'Audit', de: 'Protokoll' },
      stored.audit.map(({ number, at, by, operation }) => `- ${number}, ${at}, ${operation}, ${by}`),
    ],
  ]

  function line(name: Words, value: string): string {
    return `- ${say(name)}: ${oneLine(value)}`
  }

  const head = say({
    en: `# What is stored about ${stored.key}`,
    de: `# Was über ${stored.key} gespeichert ist`,
  })
  const none = say({ en: 'Nothing.', de: 'Nichts.' })
  return `${[head, ...sections.map(([title, lines]) => `## ${say(title)}\n\n${lines.join('\n') || none}`)].join('\n\n')}\n`
}

function fieldLines(
  { fields }: RecordDefinition,
  values: Readonly<Record<string, unknown>>,
  language: Language,
): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name] ?? null
    if (value === null) return []
    const text = kindOf(field).toText(field, value as FieldValue, language) // a version holds what was read as this kind
    return [`- ${field.label[language]}: ${oneLine(text)}`]
  })
}
