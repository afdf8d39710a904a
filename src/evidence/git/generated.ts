import type { TreeFile } from '#evidence/history/history.ts'
import { generatedNames } from './generated-names.ts'
import type { GitRepository } from './open-repository.ts'
import { literalPattern } from './path-pattern.ts'
import { pathPatterns } from './path-patterns.ts'
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
  return byDepth
    .flatMap(({ path, blob }) => parseRules(texts.get(blob) ?? '', path.slice(0, -'.gitattributes'.length)))
    .slice(0, mostRules)
}

/** Tells generated, vendored and lock files by their paths. */
export function isGenerated(rules: GeneratedRules): (path: string) => boolean {
  const latestFirst = rules.toReversed()
  const told = pathPatterns(latestFirst.map(patternOf))
  return (path) => {
    const rule = latestFirst[told.first(path)]
    return rule === undefined ? known.first(path) !== -1 : !rule.startsWith('!')
  }
}

const known = pathPatterns(generatedNames)

/**
 * The same as patterns for git, the known names first; a leading `!` takes files out again. Those that no path of the
 * history matches are left out: git holds every path against every pattern.
 */
export function generatedPatterns(rules: GeneratedRules, paths: readonly string[]): string[] {
  const generated = paths.filter(isGenerated(rules))
  const told = pathPatterns(rules.map(patternOf))
  const usedNames = new Set(generated.flatMap((path) => known.all(path)))
  const usedRules = new Set(generated.flatMap((path) => told.all(path)))
  return [
    ...generatedNames.filter((_name, place) => usedNames.has(place)),
    ...rules.filter((rule, place) => rule.startsWith('!') || usedRules.has(place)),
  ]
}

function patternOf(rule: string): string {
  return rule.replace(/^!/, '')
}

const mostRules = 10_000
const longestPattern = 1024
/** Git passes over longer lines, too. */
const longestLine = 2048

/**
 * Reads the rules of one `.gitattributes` file, at most 10,000; `folder` ends in a slash, or is empty at the top. Lines
 * and patterns of more than 2,048 and 1,024 characters are passed over.
 */
export function parseRules(text: string, folder = ''): string[] {
  const rules = text.split(/\r?\n/).flatMap((line) => {
    if (line.length > longestLine) return []
    const [, quoted, plain, attributes = ''] =
      /^\s*(?!\[attr\])(?:"((?:[^"\\]|\\.)*)"|([^\s"#]\S*))\s+(.*)$/.exec(line) ?? []
    const pattern = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? ''
    const generated = saysGenerated(attributes)
    if (generated === null || pattern === '' || pattern.startsWith('!')) return []
    return pattern.length > longestPattern ? [] : [(generated ? '' : '!') + inFolder(pattern, folder)]
  })
  return rules.slice(0, mostRules)
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
