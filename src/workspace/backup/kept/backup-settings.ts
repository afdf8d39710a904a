import type { Kernel } from '#kernel/operation/kernel.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/record/words.ts'
import type { BackupPlace } from './keep-backup.ts'

/** What a process that makes backups knows of them. */
export interface BackupSettings extends BackupPlace {
  /** The file of the key that opens them; null where it comes from the environment. */
  readonly keyFile: string | null
}

/** Why the last one was not made. */
export interface BackupFailure {
  readonly at: Date
  /** Under which it is in the log. */
  readonly id: string
  readonly message: Words
}

interface Known extends BackupSettings {
  failure: BackupFailure | null
}

// The registry of records is what a kernel and the inside of its operations have in common.
const knownByRecords = new WeakMap<Kernel['records'], Known>()

/** Lets the process of this kernel make backups. */
export function configureBackups(kernel: Kernel, settings: BackupSettings): void {
  knownByRecords.set(kernel.records, { ...settings, failure: null })
}

/** What is known of backups; refuses where the process makes none. */
export function backupSettings({ records }: Pick<OperationContext, 'records'>): Readonly<Known> {
  const known = knownByRecords.get(records)
  if (known) return known
  throw new Refusal(
    'conflict',
    { en: 'This process makes no backups.', de: 'Dieser Prozess macht keine Sicherungen.' },
    { en: 'Ask the server.', de: 'Frage den Server.' },
  )
}

/** Keeps why the last one was not made, until one is. */
export function noteFailure({ records }: Pick<Kernel, 'records'>, failure: BackupFailure | null): void {
  const known = knownByRecords.get(records)
  if (known) known.failure = failure
}
