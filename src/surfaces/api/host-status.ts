import type { StatusShape } from '#evidence/shape.ts'
import type { Language, Words } from '#kernel/shape.ts'

/** The status as the process knows it: its message in every language. */
export type HostStatus = Omit<StatusShape, 'message'> & { readonly message: Words | null }

/** The status in the reader's language. */
export function statusShape({ message, ...status }: HostStatus, language: Language): StatusShape {
  return { ...status, message: message && message[language] }
}
