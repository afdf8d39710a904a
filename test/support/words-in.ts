import { parseSync } from 'vite'

/** One thing that is said in both languages, as the source has it: values that are put in stand as `{}`. */
export interface SaidTwice {
  readonly en: string
  readonly de: string
  readonly line: number
}

/** Everything in a source file that says something as `{ en, de }`, or by one of the functions that take both. */
export function wordsIn(path: string, text: string): SaidTwice[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const found: SaidTwice[] = []
  visit(program, (node) => {
    const [en, de] = pairOf(node) ?? []
    if (en === undefined || de === undefined) return
    found.push({ en, de, line: text.slice(0, Number(node['start'])).split('\n').length })
  })
  return found
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

function visit(node: unknown, look: (node: Node) => void): void {
  if (Array.isArray(node)) return node.forEach((one) => visit(one, look))
  if (!isNode(node)) return
  look(node)
  for (const value of Object.values(node)) visit(value, look)
}

/** Functions that take what they say as two arguments, English first. */
const sayers = ['fault', 'say']

function pairOf(node: Node): (string | undefined)[] | undefined {
  const { type, properties, callee, arguments: given } = node
  if (type === 'ObjectExpression' && Array.isArray(properties))
    return ['en', 'de'].map((language) => textOf(properties, language))
  const isSayer = isNode(callee) && sayers.includes(String(callee['name']))
  return type === 'CallExpression' && isSayer && Array.isArray(given) ? given.map(literal) : undefined
}

function textOf(properties: readonly unknown[], language: string): string | undefined {
  for (const property of properties) {
    if (!isNode(property) || property['computed'] === true) continue
    const { key, value } = property
    if (isNode(key) && (key['name'] === language || key['value'] === language)) return literal(value)
  }
  return undefined
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node['type'] !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined
  const parts: unknown[] = node['quasis']
  return parts
    .map((part) => (isNode(part) && isNode(part['value']) ? String(part['value']['cooked']) : ''))
    .join('{}')
}
