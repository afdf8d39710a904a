// Builds the pages into dist/web.
import { join } from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { firstPaint } from './first-paint.js'
import { publish } from './publish.js'
import { root } from './root.js'

const outDir = join(root, 'dist/.next/web')

await build({
  root: join(root, 'src/surfaces/web'),
  configFile: false,
  logLevel: 'warn',
  plugins: [react(), tailwind(), firstPaint(join(root, 'src/surfaces/web/first-paint.ts'))],
  build: {
    outDir,
    emptyOutDir: true,
    // Says which files the first load needs.
    manifest: true,
    // Fonts stay files of their own: inlined, each would be paid for by every first load.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
publish(outDir, join(root, 'dist/web'))
