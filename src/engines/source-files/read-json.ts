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
  } catch {
    return objectsByLine(text) ?? refuseBroken(text)
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

function refuseBroken(text: string): never {
  const line = brokenLine(text)
  throw new Refusal(
    'invalid',
    { en: `The JSON is broken in line ${line}.`, de: `Das JSON ist in Zeile ${line} beschädigt.` },
    { en: 'Export it again.', de: 'Exportiere es noch einmal.' },
    [],
    { line },
  )
}

/** The first line with which it cannot be right any more, whatever follows; the last where it only breaks off. */
function brokenLine(text: string): number {
  const lines = text.split('\n')
  let [right, wrong] = [0, lines.length]
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1
    if (isOnlyTooShort(`${lines.slice(0, middle).join('\n')}\n`)) right = middle
    else wrong = middle
  }
  return wrong
}

function isOnlyTooShort(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const told = error instanceof Error ? error.message : ''
    const at = /position (\d+)/.exec(told)?.[1]
    return at === undefined ? told.startsWith('Unexpected end') : Number(at) >= text.trimEnd().length
  }
}
