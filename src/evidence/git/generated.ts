import type { TreeFile } from '#evidence/history/history.ts'
import { generatedNames } from './generated-names.ts'
import type { GitRepository } from './open-repository.ts'
import { literalPattern, pathExpression, patternSource } from './path-pattern.ts'
import { readTexts } from './read-texts.ts'

/**
 * What a repository itself says about generated and vendored files: patterns of a `.gitattributes` file for the whole
 * tree, a leading `!` where it says that the files are not; the later rule wins.
 */
export type GeneratedRules = readonly string[]

/** The rules of all `.gitattributes` files in a tree. */
export async function readGeneratedRules(
  repository: GitRepository,
  tree: readonly TreeFile[],
  signal?: AbortSignal,
): Promise<GeneratedRules> {
  const files = tree.filter(({ path }) => path === '.gitattributes' || path.endsWith('/.gitattributes'))
  const texts = await readTexts(
    repository,
    files.map((file) => file.blob),
    signal,
  )
  // The file that lies deeper has the last word, as in git.
  const byDepth = files.sort((a, b) => a.path.split('/').length - b.path.split('/').length)
  return byDepth.flatMap(({ path, blob }) =>
    parseRules(texts.get(blob) ?? '', path.slice(0, -'.gitattributes'.length)),
  )
}

/** Tells generated, vendored and lock files by their paths. */
export function isGenerated(rules: GeneratedRules): (path: string) => boolean {
  const told = rules.map((rule) => ({
    generated: !rule.startsWith('!'),
    expression: expressionOf([rule.replace(/^!/, '')]),
  }))
  const isKnown = knownNames()
  return (path) => told.findLast(({ expression }) => expression.test(path))?.generated ?? isKnown(path)
}

/**
 * The same as patterns for git, the known names first; a leading `!` takes files out again. Those that no path of the
 * history matches are left out: git holds every path against every pattern.
 */
export function generatedPatterns(rules: GeneratedRules, paths: readonly string[]): string[] {
  const generated = paths.filter(isGenerated(rules))
  const isUsed = (pattern: string) => {
    const expression = pathExpression([patternSource(pattern)].filter((source) => source !== null))
    return generated.some((path) => expression.test(path))
  }
  return [...generatedNames.filter(isUsed), ...rules.filter((rule) => rule.startsWith('!') || isUsed(rule))]
}

/** Reads the rules of one `.gitattributes` file; `folder` ends in a slash, or is empty at the top. */
export function parseRules(text: string, folder = ''): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, quoted, plain, attributes = ''] =
      /^\s*(?!\[attr\])(?:"((?:[^"\\]|\\.)*)"|([^\s"#]\S*))\s+(.*)$/.exec(line) ?? []
    const pattern = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? ''
    const generated = saysGenerated(attributes)
    if (generated === null || pattern === '' || pattern.startsWith('!')) return []
    return [(generated ? '' : '!') + inFolder(pattern, folder)]
  })
}

/**
 * Compares with the known names, of which most are plain file names: patterns with slashes are only tried in folders
 * that have one of the names they begin with, since every file of a history is asked for.
 */
function knownNames(): (path: string) => boolean {
  const [inFolders = [], names = []] = [true, false].map((slash) =>
    generatedNames.filter((name) => name.includes('/') === slash),
  )
  const plain = new Set(names.filter((name) => !name.includes('*')))
  const wild = expressionOf(names.filter((name) => name.includes('*')).map((name) => `/${name}`))
  const starts = new Set(inFolders.map((pattern) => pattern.split('/')[1]))
  const whole = expressionOf(inFolders)
  const startsHere = new Map<string, boolean>()

  function mayBeIn(folder: string): boolean {
    const found = startsHere.get(folder) ?? folder.split('/').some((part) => starts.has(part))
    startsHere.set(folder, found)
    return found
  }

  return (path) => {
    const slash = path.lastIndexOf('/')
    const name = path.slice(slash + 1)
    return (
      plain.has(name) || wild.test(name) || (slash > 0 && mayBeIn(path.slice(0, slash)) && whole.test(path))
    )
  }
}

function expressionOf(patterns: readonly string[]): RegExp {
  return pathExpression(patterns.map((pattern) => patternSource(pattern)).filter((source) => source !== null))
}

/** Null when the attributes say neither; either of the two kinds makes a file generated. */
function saysGenerated(attributes: string): boolean | null {
  const said = [...attributes.matchAll(/(?:^|\s)([-!]?)linguist-(?:generated|vendored)(?:=(\S+))?(?=\s|$)/g)]
  if (said.length === 0) return null
  return said.some(([, sign, value]) => sign === '' && value !== 'false')
}

function inFolder(pattern: string, folder: string): string {
  if (folder === '') return pattern
  const top = literalPattern(folder)
  return pattern.includes('/') ? top + pattern.replace(/^\//, '') : `${top}**/${pattern}`
}
