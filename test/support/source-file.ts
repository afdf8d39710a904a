import { parseSync } from 'vite'

/** One import or re-export: what is asked for, and whether anything of it is left at run time. */
export interface ImportEdge {
  readonly specifier: string
  readonly typeOnly: boolean
  readonly lazy: boolean
}

/** A file of the sources as the boundaries see it. */
export interface SourceFile {
  /** From the root of the checkout, as in `src/kernel/index.ts`. */
  readonly path: string
  readonly imports: readonly ImportEdge[]
  /** Whether it does nothing but hand on what other files export. */
  readonly barrel: boolean
  readonly defaultExport: boolean
  /** Lines with a cast (`as const` and `satisfies` are none) on which nothing says why. */
  readonly silentCasts: readonly number[]
  /** Names used as `a`, `a.b` and `a.b.c`, and constructions as `new A()` when they get no argument. */
  readonly uses: ReadonlySet<string>
}

/** Reads a file with the parser that also builds it. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const exported = module.staticExports.flatMap(({ entries }) => entries)
  const handedOn = exported.flatMap(({ moduleRequest, isType }) =>
    moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType, lazy: false }] : [],
  )
  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    lazy: false,
  }))
  const lazy = module.dynamicImports.map(({ moduleRequest }) => ({
    specifier: text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    typeOnly: false,
    lazy: true,
  }))
  return {
    path,
    imports: [...imported, ...handedOn, ...lazy],
    barrel:
      handedOn.length > 0 &&
      program.body.every(({ type }) => /^(Import|ExportAll|ExportNamed)/.test(type)) &&
      exported.every(({ moduleRequest }) => moduleRequest),
    defaultExport: exported.some(
      ({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default',
    ),
    silentCasts: castsIn(program)
      .filter(({ start, end }) => !linesOf(text, start, end).includes('// '))
      .map(({ end }) => text.slice(0, end).split('\n').length),
    uses: usesIn(program),
  }
}

function usesIn(program: unknown): Set<string> {
  const uses = new Set<string>()
  visitNodes(program, (node) => {
    const name = nameOf(node)
    if (name) uses.add(name)
    if ('type' in node && node.type === 'NewExpression' && 'callee' in node && 'arguments' in node) {
      if (Array.isArray(node.arguments) && node.arguments.length === 0)
        uses.add(`new ${nameOf(node.callee)}()`)
    }
  })
  return uses
}

function castsIn(program: unknown): { start: number; end: number }[] {
  const casts: { start: number; end: number }[] = []
  visitNodes(program, (node) => {
    if (!('type' in node) || node.type !== 'TSAsExpression' || !('start' in node) || !('end' in node)) return
    const toConst = 'typeAnnotation' in node && JSON.stringify(node.typeAnnotation).includes('"name":"const"')
    if (!toConst) casts.push({ start: Number(node.start), end: Number(node.end) })
  })
  return casts
}

/** The whole lines that a part of a text lies on. */
function linesOf(text: string, start: number, end: number): string {
  const until = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start) + 1, until === -1 ? undefined : until)
}

function visitNodes(node: unknown, look: (node: object) => void): void {
  if (Array.isArray(node)) return node.forEach((one) => visitNodes(one, look))
  if (typeof node !== 'object' || node === null) return
  look(node)
  for (const value of Object.values(node)) visitNodes(value, look)
}

/** `a`, or `a.b` for a member read without brackets. */
function nameOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('type' in node)) return undefined
  if (node.type === 'Identifier' && 'name' in node) return String(node.name)
  if (node.type !== 'MemberExpression' || !('object' in node) || !('property' in node)) return undefined
  const [object, property] = [nameOf(node.object), nameOf(node.property)]
  return object && property ? `${object}.${property}` : undefined
}
