import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { unpackChromium } from './unpack-chromium.ts'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A real browser without a window: the one that CHROME_PATH names, an installed one, else the one that came with the packages. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path))
  return own ? chromium.launch({ executablePath: own }) : launchPackagedBrowser()
}

/** The browser that came with the packages, whatever else is installed. */
export async function launchPackagedBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser for the tests: install Chrome or Chromium, or name one in CHROME_PATH.')
  }
  const { executable, libraries, fontConfiguration } = await unpackChromium()
  const env: Record<string, string | undefined> = { ...process.env, FONTCONFIG_FILE: fontConfiguration }
  if (await lacksLibraries(executable)) env['LD_LIBRARY_PATH'] = libraries
  return chromium.launch({ executablePath: executable, env })
}

/** Whether the system is without the few libraries beyond libc that the browser links; the package brings them along. */
async function lacksLibraries(executable: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ldd', [executable]).catch(() => ({ stdout: 'not found' }))
  return stdout.includes('not found')
}
