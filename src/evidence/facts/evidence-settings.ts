import { EventEmitter } from 'node:events'
import type { Kernel } from '#kernel'
import type { SourceRules } from '../git/allowed-source.ts'

/** Tells within this process that something about a repository has changed. */
export interface EvidenceChanges {
  tell(repositoryId: string, what?: 'changed' | 'removed'): void
  /** Gives the function that ends the listening. */
  listen(listener: (repositoryId: string, what: 'changed' | 'removed') => void): () => void
}

/** Where repositories may come from and go to; set once by the process that opens the kernel. */
export interface EvidenceSettings {
  /** Folder of the bare clones. */
  readonly cloneFolder: string
  /** Folders below which a local path may be added. */
  readonly allowedRoots: readonly string[]
  /** True where hosts in private address ranges may be cloned from. */
  readonly allowPrivateHosts: boolean
  /** The history of a repository that exists nowhere else but is made up, as `git fast-import` takes it; null for any other source. */
  readonly madeUp?: (source: string) => (() => Promise<Buffer>) | null
  readonly changes: EvidenceChanges
}

const settingsByKernel = new WeakMap<Kernel, EvidenceSettings>()

/** Gives the kernel its settings of evidence. */
export function configureEvidence(
  kernel: Kernel,
  settings: Omit<EvidenceSettings, 'changes'>,
): EvidenceSettings {
  const complete = { ...settings, changes: evidenceChanges() }
  settingsByKernel.set(kernel, complete)
  return complete
}

/** The settings of the kernel; a kernel without them is a programming error. */
export function evidenceSettings(kernel: Kernel): EvidenceSettings {
  const settings = settingsByKernel.get(kernel)
  if (!settings) throw new Error('This kernel was not configured for evidence.')
  return settings
}

/** What may be added, in the words of the git source. */
export function sourceRules({ allowedRoots, allowPrivateHosts }: EvidenceSettings): SourceRules {
  return { roots: allowedRoots, privateAddresses: allowPrivateHosts }
}

function evidenceChanges(): EvidenceChanges {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    tell: (repositoryId, what = 'changed') => void emitter.emit('change', repositoryId, what),
    listen(listener) {
      emitter.on('change', listener)
      return () => emitter.off('change', listener)
    },
  }
}
