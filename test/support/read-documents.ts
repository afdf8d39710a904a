import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/root.js'

/** A page of prose, by its path from the root. */
export interface DocumentPage {
  readonly path: string
  readonly text: string
}

/** All pages that people read about the project. */
export function readDocuments(): DocumentPage[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(
    (path) => `docs/${path}`,
  )
  const paths = [...readdirSync(root), ...below].filter((path) => path.endsWith('.md'))
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The commands that stand in `sh` blocks, one a line. */
export function commandsOf({ text }: DocumentPage): string[] {
  return [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line !== ''),
  )
}

/** The words set as code in running text, fenced blocks aside. */
export function codeWordsOf({ text }: DocumentPage): string[] {
  return [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)
}

/** Where links lead that stay within the project, without their anchors. */
export function linksOf({ text }: DocumentPage): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('#'))
    .map((target) => target.replace(/#.*$/, ''))
}

/** The pictures that a page shows, with the words for those who do not see them. */
export function picturesOf({ text }: DocumentPage): { readonly words: string; readonly file: string }[] {
  return [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, words = '', file = '']) => ({
    words,
    file,
  }))
}
