#!/usr/bin/env node
// The command `leitstand`: the bundle, under the Node it is built for. A clone that was never built is built first.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const bundle = new URL('../dist/command/main.js', import.meta.url)

if (existsSync(bundle) && Number(process.versions.node.split('.')[0]) >= 26) {
  module.enableCompileCache(fileURLToPath(new URL('../dist/.compile-cache', import.meta.url)))
  await import(bundle.href)
} else {
  const { prepareAndRun } = await import('../scripts/prepare.js')
  await prepareAndRun('command', process.argv.slice(2))
}
