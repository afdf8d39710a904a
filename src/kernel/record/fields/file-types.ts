/** How large one file may be, in bytes. */
export const mostFileBytes = 10 * 2 ** 20

/**
 * The types of file that may be kept, each with the endings that its names may have, the usual one first. None of them is
 * a page or a program: what a browser would run is not taken.
 */
const fileTypes = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log'],
  'text/markdown': ['md', 'markdown'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

/** A media type that may be kept. */
export type FileType = keyof typeof fileTypes

/** Every ending that a name may have, without its dot. */
export const fileEndings: readonly string[] = Object.values(fileTypes).flat()

const typeByEnding = new Map(
  Object.entries(fileTypes).flatMap(
    ([type, endings]) => endings.map((ending) => [ending as string, type as FileType] as const), // the keys of this very object
  ),
)

/** The type that a name says by its ending; null for one that is not kept. */
export function typeOfName(name: string): FileType | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]
  return (ending === undefined ? undefined : typeByEnding.get(ending.toLowerCase())) ?? null
}

/** What is in files of a type as far as bytes tell it: all texts are the same there. */
export function contentOf(type: FileType): FileType {
  return type.startsWith('text/') ? 'text/plain' : type
}

/** The ending by which an export calls files of this content. */
export function endingOf(type: string): string {
  return type in fileTypes ? fileTypes[type as FileType][0] : 'bin' // looked at in this line
}

/** Whether it is a picture made of dots, which a browser shows without running anything. */
export function isPicture(type: string): boolean {
  return type.startsWith('image/')
}
