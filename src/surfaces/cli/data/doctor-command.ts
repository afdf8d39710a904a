import type { Words } from '#kernel/shape.ts'
import { examineWorkspace, type Examination } from '#workspace'
import { withWorkplace } from '../workplace/open-workplace.ts'
import type { DoctorArguments, Streams } from './read-data-arguments.ts'
import { harmless } from '../terminal/harmless.ts'
import { writeOut } from '../write-out.ts'

/** Examines the workspace; answers 1 where something does not hold. */
export async function doctorCommand(
  { data, json, since, language }: DoctorArguments,
  { output }: Streams,
): Promise<number> {
  const examination = await withWorkplace(data, 'refused', (workplace) =>
    workplace.perform(examineWorkspace, since === null ? {} : { since }),
  )
  const lines = linesOf(examination).map((line) => harmless(line[language]))
  await writeOut(output, `${json ? JSON.stringify(examination) : lines.join('\n')}\n`)
  return examination.holds ? 0 : 1
}

function linesOf({ chain, checked, findings, found }: Examination): Words[] {
  const more = found - findings.length
  return [
    chain.holds
      ? {
          en: `The audit chain holds, ${chain.head.seq} rows; its head is ${chain.head.seq}:${chain.head.hash}.`,
          de: `Die Audit-Kette hält, ${chain.head.seq} Zeilen; ihr Ende ist ${chain.head.seq}:${chain.head.hash}.`,
        }
      : {
          en: `The audit chain is broken at row ${chain.seq}: ${chain.reason}.`,
          de: `Die Audit-Kette ist in Zeile ${chain.seq} gebrochen: ${chain.reason}.`,
        },
    ...(chain.holds && chain.erased > 0
      ? [
          {
            en: `What ${chain.erased} rows said was erased.`,
            de: `Was ${chain.erased} Zeilen sagten, wurde gelöscht.`,
          },
        ]
      : []),
    {
      en: `${checked.records} records and ${checked.links} links were compared with their history, ${checked.files} files with their hash.`,
      de: `${checked.records} Datensätze und ${checked.links} Verbindungen wurden mit ihrem Verlauf verglichen, ${checked.files} Dateien mit ihrer Prüfsumme.`,
    },
    ...findings.map(({ key, message }) => ({ en: `${key}: ${message.en}`, de: `${key}: ${message.de}` })),
    ...(more > 0 ? [{ en: `And ${more} more.`, de: `Und ${more} weitere.` }] : []),
  ]
}
