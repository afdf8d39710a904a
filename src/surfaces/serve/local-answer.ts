import type { Refusal } from '#kernel'

/**
 * How the server answers commands of the same user: in the form in which Node hands values from process to process, so
 * that dates and bytes come as they went. Both ends are this program.
 */
export type LocalAnswer =
  | { readonly output: unknown }
  | { readonly refusal: Pick<Refusal, 'code' | 'words' | 'hintWords' | 'fields' | 'details'> }
  | { readonly message: string }

export const localContent = 'application/x-leitstand-v8'
/** Where a backup is asked for; no operation is named so. */
export const backupPath = '/backup'
export const rowsHeader = 'x-leitstand-rows'
