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
    uses: usesIn(program),
  }
}

function usesIn(program: unknown): Set<string> {
  const uses = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    const name = nameOf(node)
    if (name) uses.add(name)
    if ('type' in node && node.type === 'NewExpression' && 'callee' in node && 'arguments' in node) {
      if (Array.isArray(node.arguments) && node.arguments.length === 0)
        uses.add(`new ${nameOf(node.callee)}()`)
    }
    Object.values(node).forEach(visit)
  }
  visit(program)
  return uses
}

/** `a`, or `a.b` for a member read without brackets. */
function nameOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('type' in node)) return undefined
  if (node.type === 'Identifier' && 'name' in node) return String(node.name)
  if (node.type !== 'MemberExpression' || !('object' in node) || !('property' in node)) return undefined
  const [object, property] = [nameOf(node.object), nameOf(node.property)]
  return object && property ? `${object}.${property}` : undefined
}
