import type { Language, Words } from '#kernel/shape.ts'
import { records as types } from '#areas/records.ts'
import { exportWorkspace, importWorkspace } from '#workspace'
import { readFolder } from '#surfaces/files/read-folder.ts'
import { writeFolder } from '#surfaces/files/write-folder.ts'
import { withWorkplace } from '../workplace/open-workplace.ts'
import type { FileArguments, Streams } from './read-data-arguments.ts'
import { harmless } from '../terminal/harmless.ts'
import { writeOut } from '../write-out.ts'

/** Writes the workspace into a new folder and hands out the head of the audit chain. */
export async function exportCommand(
  { place, data, json, language }: FileArguments,
  { output }: Streams,
): Promise<void> {
  const { files, attachments, head, ...rest } = await withWorkplace(data, 'refused', (workplace) =>
    workplace.perform(exportWorkspace, {}),
  )
  writeFolder(place, { files, attachments })
  const counts = { ...rest, attachments: attachments.length }
  const since = `${head.seq}:${head.hash}`
  const all = told(counts)
  const lines: Words[] = [
    { en: `Exported to ${place}: ${all.en}.`, de: `Exportiert nach ${place}: ${all.de}.` },
    ...counts.leftOut.types.map((type) => ({
      en: `Left out, because you may not see it: ${type}.`,
      de: `Weggelassen, weil Du es nicht sehen darfst: ${type}.`,
    })),
    ...counts.leftOut.fields.map((field) => ({ en: `Left out: ${field}.`, de: `Weggelassen: ${field}.` })),
    {
      en: `Head of the audit chain, for leitstand doctor --since: ${since}`,
      de: `Ende der Audit-Kette, für leitstand doctor --since: ${since}`,
    },
  ]
  const answer = { folder: place, ...counts, head: since }
  await writeOut(output, json ? `${JSON.stringify(answer)}\n` : textOf(lines, language))
}

/** Takes an exported folder in. */
export async function importCommand(
  { place, data, json, language }: FileArguments,
  { output }: Streams,
): Promise<void> {
  const folder = readFolder(place)
  const imported = await withWorkplace(data, 'made', (workplace) =>
    workplace.perform(importWorkspace, folder),
  )
  const all = told(imported)
  const line = { en: `Imported from ${place}: ${all.en}.`, de: `Importiert aus ${place}: ${all.de}.` }
  await writeOut(output, json ? `${JSON.stringify(imported)}\n` : textOf([line], language))
}

function told({
  records,
  links,
  attachments,
}: {
  readonly records: Readonly<Record<string, number>>
  readonly links: number
  readonly attachments: number
}): Words {
  const said = (language: Language) =>
    [
      ...Object.entries(records).map(([collection, count]) => {
        const names = types.find((type) => type.collection === collection)?.names.many
        return `${language === 'en' ? collection : (names?.de ?? collection)} ${count}`
      }),
      `${{ en: 'links', de: 'Verbindungen' }[language]} ${links}`,
      `${{ en: 'attachments', de: 'Dateien' }[language]} ${attachments}`,
    ].join(', ')
  return { en: said('en'), de: said('de') }
}

function textOf(lines: readonly Words[], language: Language): string {
  return lines.map((line) => `${harmless(line[language])}\n`).join('')
}
