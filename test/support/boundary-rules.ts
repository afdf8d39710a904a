import { cyclesIn } from './cycles-in.ts'
import type { SourceFile } from './source-file.ts'
import type { SourceTree } from './source-tree.ts'

/** What may not be, each as a function from the sources to the sentences that say where it is. */
export const boundaryRules = {
  'every file has its place': (tree) =>
    each(tree, ({ path }) => (layerOf(path) ? [] : [`${path} lies in no known place under src`])),

  'arrows point down': (tree) =>
    each(tree, (file) =>
      tree.inside(file).flatMap(({ target, typeOnly }) => {
        const [from, to] = [layerOf(file.path), layerOf(target)]
        if (!from || !to || from === to || below[from].includes(to)) return []
        // The browser-safe doors describe what the API answers with; describing is all that is taken from them.
        if (typeOnly && from === 'kit' && shapes.has(target)) return []
        return [`${file.path} imports ${target}: ${from} must not know ${to}`]
      }),
    ),

  'areas do not know each other': (tree) =>
    each(tree, (file) =>
      tree.inside(file).flatMap(({ target }) => {
        const [from, to] = [areaOf(file.path), areaOf(target)]
        return from && to && from !== to
          ? [`${file.path} imports ${target}: the areas ${from} and ${to} meet by links`]
          : []
      }),
    ),

  'imports lead somewhere': (tree) =>
    each(tree, (file) =>
      tree
        .inside(file)
        .flatMap(({ target, specifier }) =>
          tree.has(target) ? [] : [`${file.path} imports ${specifier}, which is not there`],
        ),
    ),

  'imports across the top folders have their names': (tree) =>
    each(tree, (file) =>
      tree
        .inside(file)
        .flatMap(({ target, specifier }) =>
          file.path !== 'src/main.ts' && specifier.startsWith('.') && layerOf(target) !== layerOf(file.path)
            ? [`${file.path} imports ${specifier}: write #${target.slice('src/'.length)}`]
            : [],
        ),
    ),

  'what runs in the browser is safe there': (tree) =>
    each(tree, (file) => {
      if (!isForBrowser(file.path) || isTest(file.path)) return []
      const behindDoors = tree.inside(file).flatMap(({ target, specifier }) => {
        const layer = layerOf(target)
        if ((layer !== 'kernel' && layer !== 'workspace') || target === `src/${layer}/shape.ts`) return []
        return [`${file.path} imports ${specifier}: the browser gets #${layer}/shape.ts only`]
      })
      return [...behindDoors, ...reaches(tree, file, serverOnly, isForBrowser)]
    }),

  'calculation is pure': (tree) =>
    each(tree, (file) => {
      if (!isPure(file.path) || isTest(file.path)) return []
      const uses = impure
        .filter((name) => file.uses.has(name))
        .map((name) => `${file.path} uses ${name}: let it be handed in`)
      return [...uses, ...reaches(tree, file, serverOnly, isPure)]
    }),

  'a scan and a forecast load neither server nor database': (tree) =>
    each(tree, (file) =>
      isLight(file.path) && !isTest(file.path) ? reaches(tree, file, serverParts, isLight) : [],
    ),

  'only the git source starts programs': (tree) =>
    each(tree, (file) =>
      !file.path.startsWith('src/evidence/git/') &&
      !isTest(file.path) &&
      file.imports.some(({ specifier }) => /^(node:)?child_process$/.test(specifier))
        ? [`${file.path} imports node:child_process`]
        : [],
    ),

  'only the command speaks to the console': (tree) =>
    each(tree, (file) =>
      file.uses.has('console') &&
      file.path !== 'src/main.ts' &&
      !file.path.startsWith('src/surfaces/cli/') &&
      !isTest(file.path)
        ? [`${file.path} uses console`]
        : [],
    ),

  'imports have no cycles': cyclesIn,

  'only the doors hand on': (tree) =>
    each(tree, (file) =>
      file.barrel && !doors.has(file.path) ? [`${file.path} only hands on what others export`] : [],
    ),

  'casts say why': (tree) =>
    each(tree, ({ path, silentCasts }) =>
      isTest(path) ? [] : silentCasts.map((line) => `${path}:${line} casts without a reason on the line`),
    ),

  'unit tests need nothing real': (tree) =>
    each(tree, (file) => {
      if (!/\.test\.tsx?$/.test(file.path) || file.path.endsWith('.real.test.ts')) return []
      const loaded = tree.loadedBy(file)
      const real = [
        ...loaded.map(({ path }) => path).filter((path) => makesReal.test(path)),
        ...tree
          .outside(file)
          .flatMap(({ specifier }) => (specifier.endsWith('child_process') ? [specifier] : [])),
      ]
      return real.length > 0 ? [`${file.path} needs ${real[0]}: name it .real.test.ts`] : []
    }),

  'exports have names': (tree) =>
    each(tree, (file) => (file.defaultExport ? [`${file.path} has a default export`] : [])),
} satisfies Record<string, (tree: SourceTree) => string[]>

type Layer = 'main' | 'surfaces' | 'areas' | 'workspace' | 'evidence' | 'engines' | 'kit' | 'kernel'

const layers: readonly Layer[] = ['surfaces', 'areas', 'workspace', 'evidence', 'engines', 'kit', 'kernel']

const below: Record<Layer, readonly Layer[]> = {
  main: ['surfaces', 'areas', 'workspace', 'evidence', 'engines', 'kernel'],
  surfaces: ['areas', 'workspace', 'evidence', 'engines', 'kit', 'kernel'],
  areas: ['workspace', 'evidence', 'engines', 'kit', 'kernel'],
  workspace: ['kernel'],
  evidence: ['kernel'],
  engines: ['kernel'],
  kit: ['kernel'],
  kernel: [],
}

const doors = new Set([
  'src/kernel/index.ts',
  'src/kernel/shape.ts',
  'src/workspace/index.ts',
  'src/workspace/shape.ts',
  'src/evidence/shape.ts',
  'src/areas/index.ts',
])

/** The browser-safe doors that the kit may take types from. */
const shapes = new Set(['src/evidence/shape.ts', 'src/workspace/shape.ts'])

/** Packages and modules that do not belong into a browser: Node's own, the validator, the database, the server. */
const serverOnly = /^(node:|zod(\/|$)|kysely(\/|$)|pg(\/|$)|pg-boss(\/|$)|@electric-sql\/|hono(\/|$)|@hono\/)/

/** What takes its time to load and is of no use to somebody who asked for figures in a terminal. */
const serverParts = /^(kysely(\/|$)|pg(\/|$)|pg-boss(\/|$)|@electric-sql\/|hono(\/|$)|@hono\/|zod(\/|$))/

/** What makes a calculation depend on more than what it is given. */
const impure = [
  'Date.now',
  'new Date()',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Temporal.Now',
  'process.env',
  'process.cwd',
  'fetch',
  'setTimeout',
  'setInterval',
]

/** Where databases are opened, repositories made and programs started. */
const makesReal =
  /\/(testing\/(a-store|a-repository)|launcher\/start-launcher|store\/open-store|pglite\/worker-client)\.ts$/

function layerOf(path: string): Layer | undefined {
  if (path === 'src/main.ts') return 'main'
  return layers.find((layer) => path.startsWith(`src/${layer}/`))
}

const areaOf = (path: string) => /^src\/areas\/([^/]+)\//.exec(path)?.[1]
const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path)
const isForBrowser = (path: string) => /^src\/kit\/|\/web\/|\.record\.ts$/.test(path)
const isLight = (path: string) => /^src\/(evidence\/(scan|git)\/|surfaces\/cli\/(scan|forecast)-)/.test(path)
const isPure = (path: string) => /^src\/(engines|evidence\/(measures|history))\//.test(path)

/** Forbidden packages that a file loads, itself or by its imports; those that the rule looks at anyway answer for themselves. */
function reaches(
  tree: SourceTree,
  file: SourceFile,
  forbidden: RegExp,
  isUnderTheRule: (path: string) => boolean,
): string[] {
  const found = forbiddenIn(tree, file, forbidden).map((specifier) => `${file.path} reaches ${specifier}`)
  const byImports = tree.inside(file).flatMap(({ target, typeOnly, specifier }) => {
    const next = tree.files.find(({ path }) => path === target)
    if (!next || typeOnly || isUnderTheRule(target)) return []
    const reached = new Set(tree.loadedBy(next).flatMap((loaded) => forbiddenIn(tree, loaded, forbidden)))
    return reached.size > 0
      ? [`${file.path} reaches ${[...reached].sort().join(', ')} through ${specifier}`]
      : []
  })
  return [...found, ...byImports]
}

function forbiddenIn(tree: SourceTree, file: SourceFile, forbidden: RegExp): string[] {
  return tree
    .outside(file)
    .filter(({ typeOnly, specifier }) => !typeOnly && forbidden.test(specifier))
    .map(({ specifier }) => specifier)
}

function each(tree: SourceTree, look: (file: SourceFile) => readonly string[]): string[] {
  return tree.files.flatMap((file) => look(file))
}
