import { stringify } from 'yaml'
import { harmless } from '../terminal/harmless.ts'

/** What has no page of its own, under the names that it has everywhere: as YAML, line by line harmless to a terminal. */
export function plainPage(output: unknown): string {
  return linesPage(stringify(output ?? {}, { lineWidth: 0, aliasDuplicateObjects: false }))
}

/** A text, set in as all pages are. */
export function linesPage(text: string): string {
  const lines = text.trimEnd().split('\n')
  return lines.map((line) => `${`  ${harmless(line)}`.trimEnd()}\n`).join('')
}
