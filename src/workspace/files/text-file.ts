import { endingOf } from '#kernel/record/fields/file-types.ts'

/** A file of an export: its path below the folder, with slashes, and its text. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** A file of an export that is no text; `content` is base64. */
export interface AttachedFile {
  readonly path: string
  readonly content: string
}

/** The one file that makes a folder an export. */
export const manifestPath = 'leitstand.yaml'
/** Every link that no field speaks of. */
export const linksPath = 'links.jsonl'

/** Where the history of a record lies. */
export const historyPath = (key: string) => `history/${key}.jsonl`

/** Where an attached file lies: by its hash, with the ending of what is in it. */
export const attachmentPath = (id: string, type: string) => `attachments/${id}.${endingOf(type)}`
