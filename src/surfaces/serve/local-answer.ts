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
/** Where a backup is sent to be restored; no operation is named so. */
export const restorePath = '/restore'
/** The key of the backup and the name of a list in the data folder, percent-encoded JSON. */
export const restoreHeader = 'x-leitstand-restore'
export const rowsHeader = 'x-leitstand-rows'
