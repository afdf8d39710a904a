// Builds the command into dist/command: one bundle, with what is loaded on demand in files beside it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { publish } from './publish.js'
import { root } from './root.js'

const outDir = join(root, 'dist/.next/command')

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  // All packages go into the bundle, where they load faster, but PGlite: it finds its WebAssembly beside its own file.
  ssr: { noExternal: true, external: ['@electric-sql/pglite', '@electric-sql/pglite/worker'] },
  build: {
    ssr: true,
    target: 'node26',
    outDir,
    emptyOutDir: true,
    minify: false, // stack traces name what the sources name
    rolldownOptions: {
      // The threads of the database and of forecasts, and the process that starts git, are started by file name.
      input: {
        main: 'src/main.ts',
        'pglite-worker': 'src/kernel/store/pglite/pglite-worker.ts',
        'forecast-worker': 'src/areas/roadmap/forecast-worker.ts',
        'launcher-process': 'src/evidence/git/launcher/launcher-process.ts',
      },
      external: ['pg-native'], // pg asks for it and lives without
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
rmSync(join(root, 'dist/.compile-cache'), { recursive: true, force: true })
publish(outDir, join(root, 'dist/command'))
