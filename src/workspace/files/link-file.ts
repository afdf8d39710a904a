import { z } from 'zod'
import type { FileFaults } from './file-faults.ts'
import { filedInstant, readJsonLines, type JsonLine } from './json-lines.ts'
import { linksPath, type TextFile } from './text-file.ts'

const link = z.strictObject({
  from: z.string().max(40),
  relation: z.string().max(40),
  to: z.string().max(40),
  at: filedInstant,
  by: z.string().min(1).max(200),
})

/** A link between two records by their keys, with when and by whom it was made. */
export type FiledLink = z.infer<typeof link>

/** All links as lines of JSON, in the order given. */
export function writeLinkFile(links: readonly FiledLink[]): TextFile {
  return { path: linksPath, text: links.map((each) => `${JSON.stringify(each)}\n`).join('') }
}

/** Reads the links with their lines; notes those that are none. */
export function readLinkFile(file: TextFile, faults: FileFaults): JsonLine<FiledLink>[] {
  return readJsonLines(file, () => link, faults)
}
