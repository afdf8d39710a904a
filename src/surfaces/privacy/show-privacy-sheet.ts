import { z } from 'zod'
import { areaStoredTables } from '#areas/stored-tables.ts'
import { evidenceStoredTables } from '#evidence/facts/evidence-stored-tables.ts'
import { defineOperation, type StoredTable } from '#kernel'
import { kernelTables, tableNames } from '#workspace'
import { languages } from '#kernel/shape.ts'
import { privacySheet } from './privacy-sheet.ts'

const known = [...kernelTables, ...evidenceStoredTables, ...areaStoredTables]

/** What is stored about people and which evaluations are impossible, from the definitions and the tables that there are. */
export const showPrivacySheet = defineOperation({
  name: 'privacy.sheet',
  summary: {
    en: 'Show what is stored about people, what for, who sees it, until when, and which evaluations are impossible.',
    de: 'Zeigen, was über Menschen gespeichert ist, wofür, wer es sieht, bis wann, und welche Auswertungen unmöglich sind.',
  },
  input: z.strictObject({ language: z.enum(languages).default('en') }),
  access: ['owner', 'leader', 'member', 'guest'],
  writes: false,
  async run(context, { language }) {
    const names = await tableNames(context)
    const isThere = ({ table }: StoredTable) =>
      names.some((name) => (table.endsWith('*') ? name.startsWith(table.slice(0, -1)) : name === table))
    return privacySheet(context.records.all, known.filter(isThere), language)
  },
})
