import { z } from 'zod'
import { defineOperation, type Operation } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { noSuchRecord } from '#kernel/record/record-registry.ts'
import { languages } from '#kernel/record/words.ts'
import { eraseRecord, type Erasure } from './erase-record.ts'
import { storedAbout, type StoredAbout } from './stored-about.ts'
import { storedAboutText } from './stored-about-text.ts'

const own = z.strictObject({ key: z.string().max(40) })
const asked = own.extend({ language: z.enum(languages).default('en') })

/** What can be done with records about a person besides what can be done with all records. */
export interface PrivacyOperations {
  readonly erase: Operation<z.infer<typeof own>, Erasure>
  readonly export: Operation<z.infer<typeof asked>, StoredAbout & { readonly text: string }>
}

/** Whether records of the type are about a person: what they are called by is personal. */
export function isAboutPerson({ fields, title }: RecordDefinition): boolean {
  return fields[title]?.personal !== undefined
}

/** The operations of a type that is about people. */
export function privacyOperations(definition: RecordDefinition): PrivacyOperations {
  const mine = (key: string) => {
    if (key.trim().toUpperCase().startsWith(`${definition.prefix}-`)) return key
    throw noSuchRecord(key)
  }
  return {
    erase: defineOperation({
      name: `${definition.type}.erase`,
      summary: {
        en: 'Erase for good what is stored about a person, history and account too; an empty record with its key stays.',
        de: 'Endgültig löschen, was über eine Person gespeichert ist, auch Verlauf und Konto; ein leerer Datensatz mit seinem Schlüssel bleibt.',
      },
      input: own,
      access: ['owner'],
      by: 'person',
      writes: true,
      run: (context, { key }) => eraseRecord(context, mine(key)),
    }),
    export: defineOperation({
      name: `${definition.type}.export`,
      summary: {
        en: 'Give out everything that is stored about a person: record, versions, links, audit and account.',
        de: 'Alles herausgeben, was über eine Person gespeichert ist: Datensatz, Versionen, Verbindungen, Protokoll und Konto.',
      },
      input: asked,
      access: ['owner'],
      writes: false,
      async run(context, { key, language }) {
        const stored = await storedAbout(context, mine(key))
        return { ...stored, text: storedAboutText(definition, stored, language) }
      },
    }),
  }
}
