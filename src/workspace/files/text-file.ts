/** A file of an export: its path below the folder, with slashes, and its text. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** The one file that makes a folder an export. */
export const manifestPath = 'leitstand.yaml'
/** Every link that no field speaks of. */
export const linksPath = 'links.jsonl'

/** Where the history of a record lies. */
export const historyPath = (key: string) => `history/${key}.jsonl`
