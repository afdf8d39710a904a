import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../scripts/root.js'
import type { Operation } from '../../src/kernel/operation/define-operation.ts'

type AnyOperation = Operation<unknown, unknown>

/** Every operation that a file of the sources exports, by name, alone or within lists and objects. */
export async function allOperations(): Promise<Map<string, AnyOperation>> {
  const found = new Map<string, AnyOperation>()
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('testing/'),
  )
  for (const path of files) {
    const file = join(root, 'src', path)
    if (!/defineOperation|operations\.ts$/.test(readFileSync(file, 'utf8') + path)) continue
    const exported: unknown = await import(pathToFileURL(file).href)
    gather(exported, found, 0)
  }
  return found
}

function gather(value: unknown, found: Map<string, AnyOperation>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 4) return
  if (isOperation(value)) {
    found.set(value.name, value)
    return
  }
  for (const part of Object.values(value)) gather(part, found, depth + 1)
}

function isOperation(value: object): value is AnyOperation {
  return 'name' in value && 'input' in value && 'access' in value && 'writes' in value && 'run' in value
}
