import { records } from '#areas/records.ts'
import { areaVerbs } from '#areas/verbs.ts'
import {
  addLinkOperation,
  listLinks,
  readAttachment,
  recordOperations,
  removeLinkOperation,
  type Operation,
  type RecordOperations,
  uploadAttachment,
} from '#kernel'
import {
  isAboutPerson,
  linkPerson,
  listMembers,
  privacyOperations,
  removeProvider,
  setProvider,
  showProvider,
  type PrivacyOperations,
} from '#workspace'
import { commandOperations } from './command-operations.ts'
import type { RecordDefinition } from '#kernel/shape.ts'

/** A type of record with all that can be done with it alike. */
export interface RecordVerbs {
  readonly definition: RecordDefinition
  readonly operations: RecordOperations
}

/** The records of all areas with their operations, which every surface derives its own from. */
export const recordVerbs: readonly RecordVerbs[] = records.map((definition) => ({
  definition,
  operations: recordOperations(definition),
}))

/** A type of record about people with what can be done besides. */
export interface PrivacyVerbs {
  readonly definition: RecordDefinition
  readonly operations: PrivacyOperations
}

/** The records about people, with giving out and erasing what is stored about one of them. */
export const privacyVerbs: readonly PrivacyVerbs[] = records
  .filter(isAboutPerson)
  .map((definition) => ({ definition, operations: privacyOperations(definition) }))

/** What can be done with links, between records of whatever types. */
export const linkOperations = { add: addLinkOperation, remove: removeLinkOperation, list: listLinks } as const

/** What can be done with files beside naming them in a record. */
export const attachmentOperations = { upload: uploadAttachment, read: readAttachment } as const
/** What the command line can do with members and the provider by which they sign in. */
export const accessOperations = {
  linkPerson,
  listMembers,
  removeProvider,
  setProvider,
  showProvider,
} as const

const byName = new Map(
  [
    ...recordVerbs.flatMap(({ operations }) => Object.values(operations)),
    ...Object.values(linkOperations),
    ...privacyVerbs.flatMap(({ operations }) => Object.values(operations)),
    ...commandOperations,
    ...areaVerbs.map(({ operation }) => operation),
    ...Object.values(attachmentOperations),
    ...Object.values(accessOperations),
  ].map(
    (operation) => [operation.name, operation as Operation<unknown, unknown>], // its own schema reads whatever it is given
  ),
)

/** The operation of this name that commands ask for; undefined where there is none. */
export function localOperationNamed(name: string): Operation<unknown, unknown> | undefined {
  return byName.get(name)
}
