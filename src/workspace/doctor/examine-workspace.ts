import { z } from 'zod'
import { verifyChainIn, type ChainState } from '#kernel/audit/verify-chain.ts'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { inWords } from '#kernel/operation/input-faults.ts'
import { checkAttachments } from './check-attachments.ts'
import { checkLinks } from './check-links.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkRecords } from './check-records.ts'
import { Findings, type Finding } from './findings.ts'
import { readLinkTrail } from './read-link-trail.ts'
import { readImports, startOfTrail } from './read-trail.ts'

/** What an examination found. */
export interface Examination {
  /** Whether nothing is wrong, neither with the chain nor with what it speaks of. */
  readonly holds: boolean
  /** Where the chain does not hold, its first broken row by `seq`. */
  readonly chain: ChainState
  readonly checked: { readonly records: number; readonly links: number; readonly files: number }
  /** The first two hundred. */
  readonly findings: readonly Finding[]
  readonly found: number
}

const head = z
  .string()
  .refine(
    (text) => /^\d{1,15}:[0-9a-f]{64}$/.test(text),
    inWords({
      en: 'must be a head as an export hands it out: a number, a colon and 64 hexadecimal digits',
      de: 'muss ein Kopf sein, wie ihn ein Export nennt: eine Zahl, ein Doppelpunkt und 64 hexadezimale Ziffern',
    }),
  )
  .transform((text) => {
    const [seq = '', hash = ''] = text.split(':')
    return { seq: Number(seq), hash }
  })

/** Checks the audit chain, also against a head that was handed out, and whether all records, versions and links fit to it. */
export const examineWorkspace = defineOperation({
  name: 'workspace.examine',
  summary: {
    en: 'Check the audit chain and whether records, history, links, files and numbers are what operations left behind.',
    de: 'Die Audit-Kette prüfen, und ob Datensätze, Verlauf, Verbindungen, Dateien und Nummern so sind, wie sie entstanden.',
  },
  input: z.strictObject({ since: head.optional() }),
  access: ['owner'],
  writes: false,
  run: examine,
})

async function examine(
  asked: OperationContext,
  { since }: { readonly since?: z.infer<typeof head> | undefined },
): Promise<Examination> {
  // What is for single people is looked at too; what is found says of it that something is wrong, not what it holds.
  const context: OperationContext = { ...asked, actor: { kind: 'system', job: 'doctor' } }
  const chain = await verifyChainIn(context.transaction, context.workspaceId, since)
  const findings = new Findings()
  const start = await startOfTrail(context)
  const imports = await readImports(context, start)
  const references: string[] = []
  let records = 0
  for (const definition of context.records.all) {
    const checked = await checkRecords(context, definition, imports, findings)
    records += checked.count
    references.push(...checked.references)
  }
  const links = await checkLinks(
    context,
    { references, trail: await readLinkTrail(context, start) },
    findings,
  )
  await checkNumbers(context, { imports, start }, findings)
  const files = await checkAttachments(context, findings)
  return {
    holds: chain.holds && findings.count === 0,
    chain,
    checked: { records, links, files },
    findings: findings.all,
    found: findings.count,
  }
}
