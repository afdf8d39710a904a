import { posix } from 'node:path'
import { codeWordsOf, commandsOf, linksOf } from './read-documents.ts'
import type { DocumentPage } from './read-documents.ts'

/** What a page may name. */
export interface Named {
  readonly pathExists: (path: string) => boolean
  readonly scripts: readonly string[]
  readonly packages: readonly string[]
  /** What the command says about its use: verbs and options are looked up in it. */
  readonly usage: string
}

/** What a page names and does not exist, in sentences. */
export function faultsOf(page: DocumentPage, named: Named): string[] {
  const links = linksOf(page)
    .filter((target) => !named.pathExists(posix.join(posix.dirname(page.path), target)))
    .map((target) => `links to ${target}, which is not there`)
  const words = codeWordsOf(page)
  const paths = words
    .filter((word) => isPath(word) && !named.packages.includes(word) && !named.pathExists(word))
    .map((word) => `names ${word}, which is not there`)
  const packages = words
    .filter((word) => /^@[\w-]+\/[\w-]+$/.test(word) && !named.packages.includes(word))
    .map((word) => `names the package ${word}, which is not installed`)
  const inline = words.filter((word) => /^(npm|npx) /.test(word))
  const commands = [...commandsOf(page), ...inline].flatMap((command) => commandFaults(command, named))
  return [...links, ...paths, ...packages, ...commands].map((fault) => `${page.path} ${fault}`)
}

/** A path has a folder or the ending of a file, and is neither an address (`/healthz`) nor a package nor a pattern. */
function isPath(word: string): boolean {
  return /^[\w.-]+(\/[\w.-]+)+\/?$/.test(word) || /^[\w-][\w.-]*\.(md|ts|tsx|js|json|jsonc)$/.test(word)
}

/** Deny by default: a command of a kind that nobody checks is a fault. */
function commandFaults(command: string, named: Named): string[] {
  const [program = '', ...words] = command.split(/\s+/)
  if (program === 'export' || program === 'cd' || program === 'git') return []
  if (program === 'npm') return npmFaults(words, named)
  if (program === 'node')
    return named.pathExists(words[0] ?? '') ? [] : [`runs ${words[0]}, which is not there`]
  if (program === 'npx' && words[0] === '--no-install' && words[1] === 'leitstand')
    return useFaults(words.slice(2), named.usage)
  return [`runs ${program}, which nobody checks: ${command}`]
}

function npmFaults([verb = '', ...rest]: readonly string[], named: Named): string[] {
  if (['ci', 'install'].includes(verb)) return []
  const script = verb === 'run' ? (rest[0] ?? '') : verb
  const own = rest.includes('--') ? rest.slice(rest.indexOf('--') + 1) : []
  if (!named.scripts.includes(script)) return [`runs npm ${script}, which is no script`]
  return script === 'start' ? useFaults(['serve', ...own], named.usage) : []
}

function useFaults(words: readonly string[], usage: string): string[] {
  const [verb = ''] = words
  const known = (word: string) => new RegExp(`(^|\\s)${RegExp.escape(word)}(\\s|:|$)`, 'm').test(usage)
  const verbs =
    verb.startsWith('--') || known(`leitstand ${verb}`)
      ? []
      : [`calls leitstand ${verb}, which it does not know`]
  const given = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*/, ''))
  const options = given.filter((word) => !known(word))
  return [...verbs, ...options.map((option) => `gives ${option}, which leitstand does not know`)]
}
