import { join } from 'node:path'
import type { Command } from './time-command.ts'

export const projectFolder: string = join(import.meta.dirname, '..')

/** The bundled command, called directly. */
export function leitstandCommand(name: string, folder: string, args: readonly string[]): Command {
  return { name, args: [process.execPath, join(projectFolder, 'bin/leitstand.js'), ...args], folder }
}
