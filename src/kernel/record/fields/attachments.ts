import type { Language } from '../words.ts'
import { fault, type FieldBase, type FieldKind, type Reading } from './field.ts'
import { cleanFileName } from './file-name.ts'
import { fileEndings, mostFileBytes, typeOfName } from './file-types.ts'
import { isShape } from './is-shape.ts'

/** Files, in the order given. They are uploaded first; the value names them, and the server checks that they are there. */
export interface AttachmentsField extends FieldBase {
  readonly kind: 'attachments'
  /** How many; 10 unless said. */
  readonly most?: number
}

/** A file that a record names. The order of the parts is the one in which a database gives them back. */
export interface Attachment {
  /** SHA-256 of its bytes in lower-case hexadecimal. */
  readonly id: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Its media type, which its name says too. */
  readonly type: string
}

const idForm = /^[0-9a-f]{64}$/

export const attachments: FieldKind<AttachmentsField, readonly Attachment[]> = {
  column: 'jsonb',
  ordering: 'none',
  control: 'attachments',
  cell: 'attachments',
  place: 'front-matter',
  read({ most = 10 }, given) {
    if (!Array.isArray(given)) return fault('must be a list of files', 'muss eine Liste von Dateien sein')
    if (given.length === 0) return fault('must not be empty', 'darf nicht leer sein')
    if (given.length > most) return fault(`has more than ${most} files`, `hat mehr als ${most} Dateien`)
    const kept: Attachment[] = []
    for (const each of given) {
      const read = readAttachment(each)
      if ('fault' in read) return read
      if (kept.some(({ id }) => id === read.value.id))
        return fault('holds the same file twice', 'enthält dieselbe Datei zweimal')
      kept.push(read.value)
    }
    return { value: kept }
  },
  jsonSchema: ({ most = 10 }) => ({
    type: 'array',
    minItems: 1,
    maxItems: most,
    items: {
      type: 'object',
      properties: {
        id: { type: 'string', pattern: idForm.source, description: 'SHA-256 of its bytes.' },
        name: { type: 'string', minLength: 1, description: `Ends in ${fileEndings.join(', ')}.` },
        size: { type: 'integer', minimum: 1, maximum: mostFileBytes, description: 'In bytes.' },
        type: { type: 'string', description: 'Media type.' },
      },
      required: ['id', 'name', 'size', 'type'],
      additionalProperties: false,
    },
  }),
  // A file is no text: the surfaces upload it and name it.
  fromText: (_field, text) => text,
  toText: (_field, value, language) =>
    value.map(({ name, size }) => `${name} (${sizeText(size, language)})`).join('\n'),
  searchText: (_field, value) => value.map(({ name }) => name).join('\n'),
}

/** Bytes as people say them, as in `12.5 kB`. */
export function sizeText(bytes: number, language: Language): string {
  const [amount, unit] =
    bytes < 1000 ? [bytes, 'B'] : bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const rounded = amount < 10 && unit !== 'B' ? amount.toFixed(1) : String(Math.round(amount))
  return `${language === 'de' ? rounded.replace('.', ',') : rounded} ${unit}`
}

function readAttachment(given: unknown): Reading<Attachment> {
  // What a page puts there until the upload has ended.
  if (isShape(given, ['uploading'])) return fault('is still being uploaded', 'wird noch hochgeladen')
  if (!isShape(given, ['id', 'name', 'size', 'type']))
    return fault(
      'must hold files as the upload answered them: id, name, size and type',
      'muss Dateien enthalten, wie das Hochladen sie beantwortet hat: id, name, size und type',
    )
  const { id, name, size, type } = given
  if (typeof id !== 'string' || !idForm.test(id))
    return fault(
      'names a file by something that is no id',
      'nennt eine Datei mit etwas, das keine Kennung ist',
    )
  if (typeof name !== 'string' || name === '' || cleanFileName(name) !== name)
    return fault('has a name that no file can have here', 'hat einen Namen, den hier keine Datei haben kann')
  if (typeof type !== 'string' || typeOfName(name) !== type)
    return fault(
      'has a file whose name and type differ',
      'hat eine Datei, deren Name und Art nicht zusammenpassen',
    )
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > mostFileBytes)
    return fault('has a file of a size that cannot be', 'hat eine Datei, deren Größe nicht sein kann')
  return { value: { id, name, size, type } }
}
