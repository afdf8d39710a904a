import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../scripts/root.js'

/** The browser from `@sparticuz/chromium`, ready to run, with libraries and fonts for systems that have none. */
export interface UnpackedChromium {
  readonly executable: string
  readonly libraries: string
  readonly fontConfiguration: string
}

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))

/** Unpacks once for each installation; whoever comes second at the same moment uses what the first has put in place. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const cache = join(root, 'node_modules/.cache')
  const folder = join(cache, 'chromium')
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    const fresh = await mkdtemp(join(cache, 'chromium-'))
    await inflate(fresh)
    await writeFile(join(fresh, 'fonts.conf'), fontConfiguration(join(folder, 'fonts')))
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }))
  }
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fontConfiguration: join(folder, 'fonts.conf'),
  }
}

/** The package unpacks into the temporary folder of its process, so it gets a process whose temporary folder is ours. */
async function inflate(folder: string): Promise<void> {
  const script = `
    import { inflate } from '@sparticuz/chromium'
    await Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => inflate('bin/' + name)))`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: folder },
  })
}

function fontConfiguration(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
</fontconfig>
`
}
