import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The compiled WebAssembly of the embedded database. */
export interface DatabaseCode {
  readonly pgliteWasmModule: WebAssembly.Module
  readonly initdbWasmModule: WebAssembly.Module
}

// Its files lie beside its entry; the runner of the tests knows no import.meta.resolve.
const packageFolder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))

let code: Promise<DatabaseCode> | undefined

/** Compiled once in a process and shared by its database threads; each would take a third of its start for its own. */
export async function databaseCode(): Promise<DatabaseCode> {
  code ??= compile()
  return code
}

async function compile(): Promise<DatabaseCode> {
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([load('pglite.wasm'), load('initdb.wasm')])
  return { pgliteWasmModule, initdbWasmModule }
}

async function load(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(join(packageFolder, name)))
}
