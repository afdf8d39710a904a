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

const brokenInGerman: Record<Extract<Examination['chain'], { holds: false }>['reason'], string> = {
  'the head that was handed out is of another workspace':
    'das ausgegebene Ende stammt von einem anderen Arbeitsbereich',
  'the row is not the one whose head was handed out': 'es ist nicht die Zeile, deren Ende ausgegeben wurde',
  'the row is missing': 'sie fehlt',
  'the row does not follow the one before it': 'sie folgt nicht auf die davor',
  'the row was altered': 'sie wurde verändert',
  'the payload was altered': 'ihr Inhalt wurde verändert',
  'the end of the chain is missing': 'das Ende der Kette fehlt',
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
          de: `Die Audit-Kette ist in Zeile ${chain.seq} gebrochen: ${brokenInGerman[chain.reason]}.`,
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
      de: `Mit ihrem Verlauf verglichen: Datensätze ${checked.records}, Verbindungen ${checked.links}; mit ihrer Prüfsumme: Dateien ${checked.files}.`,
    },
    ...findings.map(({ key, message }) => ({ en: `${key}: ${message.en}`, de: `${key}: ${message.de}` })),
    ...(more > 0 ? [{ en: `And ${more} more.`, de: `Und ${more} weitere.` }] : []),
  ]
}
