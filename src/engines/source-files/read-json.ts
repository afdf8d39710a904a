import { Refusal } from '#kernel/operation/refusal.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/**
 * The objects that a JSON file holds: a list, a list of pages (as `gh api --paginate --slurp` gives them), what a search
 * answers under `items`, or one object a line.
 */
export function readJson(text: string): readonly JsonObject[] {
  const value = parsed(text)
  const list = Array.isArray(value) ? value : isObject(value) ? (listIn(value) ?? [value]) : null
  const objects = list?.flatMap((each: unknown) => (Array.isArray(each) ? each : [each]) as unknown[]) // pages are lists of their own
  if (objects?.every(isObject)) return objects
  throw new Refusal(
    'invalid',
    { en: 'The JSON is no list of issues.', de: 'Das JSON ist keine Liste von Issues.' },
    {
      en: 'Export them with gh issue list --json number,title,body,state,labels,url, or from the REST API of GitHub or GitLab.',
      de: 'Exportiere sie mit gh issue list --json number,title,body,state,labels,url oder über die REST-API von GitHub oder GitLab.',
    },
  )
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listIn(value: JsonObject): unknown[] | null {
  const { items, issues } = value
  if (Array.isArray(items)) return items
  return Array.isArray(issues) ? issues : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return objectsByLine(text) ?? refuseBroken(text, error instanceof Error ? error.message : '')
  }
}

/** Objects one a line; null where some line is none. */
function objectsByLine(text: string): unknown[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return null
  try {
    return lines.map((line): unknown => JSON.parse(line))
  } catch {
    // The whole was refused already, with the place that says most.
    return null
  }
}

function refuseBroken(text: string, told: string): never {
  const line = brokenLine(text, told)
  throw new Refusal(
    'invalid',
    {
      en: `The JSON is broken${line === null ? '' : ` in line ${line}`}.`,
      de: `Das JSON ist ${line === null ? '' : `in Zeile ${line} `}beschädigt.`,
    },
    { en: 'Export it again.', de: 'Exportiere es noch einmal.' },
    [],
    line === null ? {} : { line },
  )
}

/**
 * The line that the parser means: it tells the position, or what stands around a sign that it did not expect, or that the
 * text breaks off. Null where what stands around it stands elsewhere as well.
 */
function brokenLine(text: string, told: string): number | null {
  const position = /at position (\d+)/.exec(told)?.[1]
  if (position !== undefined) return lineAt(text, Number(position))
  const [, before, around, after] =
    /^Unexpected token [\s\S]+?, (\.\.\.)?"([\s\S]+)"(\.\.\.)? is not valid JSON$/.exec(told) ?? []
  if (around === undefined) return lineAt(text, text.trimEnd().length)
  // Ten signs stand on either side of it, fewer only where the text begins or ends; a short text is told whole.
  const at = before === undefined && after === undefined ? -1 : text.indexOf(around)
  if (at < 0 || text.includes(around, at + 1)) return null
  return lineAt(text, before === undefined ? around.length - 10 : at + 10)
}

function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
