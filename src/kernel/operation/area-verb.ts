import type { Words } from '../record/words.ts'
import type { Operation } from './define-operation.ts'

/** A file as the answer of a verb. */
export interface FileAnswer {
  readonly name: string
  /** One of the media types that the verb declares. */
  readonly type: string
  readonly content: string
}

/** A verb of an area beside what all records share. Every surface takes it from here. */
export interface AreaVerb {
  readonly area: string
  /** The type of record that it is done to, whose key its input then holds as `key`; null where it is about the area. */
  readonly record: string | null
  /** As in `agree`: the command, the end of the address and of the name of the tool. */
  readonly verb: string
  readonly operation: Operation<unknown, unknown>
  /** What each part of its input is, in a sentence; of `key` that is known. */
  readonly inputs: Readonly<Record<string, Words>>
  /** What comes back, in a sentence. */
  readonly answer: Words
  /** Whether what is asked is too much for an address. */
  readonly sendsBody: boolean
  /** The media types of the file that comes back, each of which is text; null where no file does. */
  readonly file: readonly string[] | null
  /** Whether its input is a file, its name as `name` and its bytes in base64 as `content`: a command takes its path instead. */
  readonly takesFile: boolean
  /** Where in the pages a person does it. */
  readonly page: string
  /** Makes the answer of what the operation read, outside of its transaction: what takes long is reckoned here. */
  finish(read: unknown): Promise<unknown>
}

interface Declared<Input, Read> {
  readonly area: string
  readonly record?: string
  readonly verb: string
  readonly operation: Operation<Input, Read>
  readonly inputs: Readonly<Record<string, Words>>
  readonly answer: Words
  readonly sendsBody?: true
  readonly takesFile?: true
  readonly page: string
  readonly finish?: (read: Read) => Promise<unknown>
}

/** What answers with a file says with which, and makes it. */
interface DeclaredFile<Input, Read> extends Declared<Input, Read> {
  readonly file: readonly string[]
  readonly finish: (read: Read) => Promise<FileAnswer>
}

/** Declares a verb of an area. */
export function areaVerb<Input, Read>({
  record,
  operation,
  sendsBody,
  takesFile,
  finish,
  ...verb
}: (Declared<Input, Read> & { readonly file?: never }) | DeclaredFile<Input, Read>): AreaVerb {
  return {
    file: null,
    ...verb,
    record: record ?? null,
    operation: operation as Operation<unknown, unknown>, // its own schema reads whatever it is given
    takesFile: takesFile === true,
    sendsBody: sendsBody ?? operation.writes,
    finish: async (read) => (finish ? finish(read as Read) : read), // what this very operation answered
  }
}
