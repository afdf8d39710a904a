import { fsyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EmscriptenOptions = Parameters<NodeFS['init']>[1]

/** The part of the WebAssembly module that writes files of this machine. */
interface NodeFsModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => void } }
}

/** PGlite's file system over a folder, with the fsync that PGlite's own lacks: without it nothing survives a power cut. */
export class DurableNodeFs extends NodeFS {
  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const flush = (module: object) => {
      // PGlite types the module without the file systems it holds.
      const nodeFs: NodeFsModule['NODEFS'] = Reflect.get(module, 'NODEFS')
      nodeFs.stream_ops.fsync = (stream) => fsyncSync(stream.nfd)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), flush] } }
  }
}

/** Start parameters that make every commit reach the disk and keep the log from growing. */
export function durableStartParams(defaults: readonly string[]): string[] {
  const settings = {
    fsync: 'on',
    wal_sync_method: 'fsync',
    // Reached, it makes somebody's commit wait for a fifth of a second; the store sees to it before, in a quiet moment.
    max_wal_size: '512MB',
    work_mem: '32MB',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return [...defaults.filter((flag) => flag !== '-F'), ...flags]
}
