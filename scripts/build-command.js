// Builds the command into dist/command: one bundle, with what is loaded on demand in files beside it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { publish } from './publish.js'
import { root } from './root.js'

const dir = join(root, 'dist/.next/command')
rmSync(dir, { recursive: true, force: true })
rmSync(join(root, 'dist/.compile-cache'), { recursive: true, force: true })

const bundle = await rolldown({
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  // PGlite finds its WebAssembly beside its own file; pg asks for its native part and lives without.
  external: [/^@electric-sql\/pglite/, 'pg-native'],
})
await bundle.write({
  dir,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  minify: false, // stack traces name what they name in the source
})
await bundle.close()
publish(dir, join(root, 'dist/command'))
