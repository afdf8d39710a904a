import { Refusal } from '#kernel/operation/refusal.ts'
import { isObject, type JsonObject } from './read-json.ts'
import type { RawTable } from './source-shape.ts'

/** Issues of GitHub or GitLab as a table, with what of the file was not taken. */
export interface ReadIssues {
  readonly format: 'github' | 'gitlab'
  readonly table: RawTable
  readonly people: readonly string[]
  readonly requests: number
}

/**
 * Reads issues as `gh issue list --json` and the REST APIs of GitHub and GitLab give them. Pull requests and merge requests,
 * which GitHub lists among its issues, are counted and not taken.
 */
export function readIssues(objects: readonly JsonObject[]): ReadIssues {
  const format = formatOf(objects)
  const { columns, isRequest } = formats[format]
  const names = Object.keys(columns)
  const own = objects.map((issue, at) => ({ issue, number: at + 1 })).filter(({ issue }) => !isRequest(issue))
  const rows = own.map(({ issue, number }) => ({
    number,
    surplus: 0,
    cells: Object.values(columns).map((read) => textsOf(read(issue))),
  }))
  const used = names.map((_, at) => rows.some(({ cells }) => (cells[at]?.length ?? 0) > 0))
  const known = new Set(objects.flatMap((issue) => Object.keys(issue)))
  return {
    format,
    table: {
      columns: names.filter((_, at) => used[at]),
      rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => used[at]) })),
    },
    people: people.filter((name) => known.has(name)),
    requests: objects.length - own.length,
  }
}

/** Parts of an issue that are about people who work, or that they wrote to each other. */
const people = ['assignee', 'assignees', 'author', 'user', 'closed_by', 'closedBy', 'comments', 'notes']

function formatOf(objects: readonly JsonObject[]): 'github' | 'gitlab' {
  const first = objects.slice(0, 20)
  if (first.every((issue) => 'title' in issue)) {
    if (first.every((issue) => 'iid' in issue || 'web_url' in issue)) return 'gitlab'
    if (first.every((issue) => ofGithub.some((name) => name in issue))) return 'github'
  }
  throw new Refusal(
    'invalid',
    {
      en: 'The JSON holds no issues as GitHub or GitLab export them.',
      de: 'Das JSON enthält keine Issues, wie GitHub oder GitLab sie exportieren.',
    },
    {
      en: 'For GitHub, export with gh issue list --json number,title,body,state,labels,url; other tables come in as CSV.',
      de: 'Exportiere bei GitHub mit gh issue list --json number,title,body,state,labels,url; andere Tabellen kommen als CSV herein.',
    },
  )
}

const ofGithub = ['number', 'url', 'html_url', 'state', 'body', 'labels', 'createdAt', 'created_at']

type Read = (issue: JsonObject) => unknown

const formats: Readonly<
  Record<
    'github' | 'gitlab',
    { readonly columns: Readonly<Record<string, Read>>; isRequest(issue: JsonObject): boolean }
  >
> = {
  github: {
    columns: {
      title: ({ title }) => title,
      body: ({ body }) => body,
      state: githubState,
      labels: ({ labels }) => namesIn(labels),
      milestone: ({ milestone }) => part(milestone, 'title'),
      'milestone due': ({ milestone }) => part(milestone, 'dueOn') ?? part(milestone, 'due_on'),
      type: ({ type, issueType }) => part(type, 'name') ?? part(issueType, 'name'),
      created: ({ createdAt, created_at: created }) => createdAt ?? created,
      closed: ({ closedAt, closed_at: closed }) => closedAt ?? closed,
      upvotes: ({ reactions, reactionGroups }) => part(reactions, '+1') ?? thumbsIn(reactionGroups),
      url: ({ html_url: page, url }) => page ?? url,
      number: ({ number }) => number,
    },
    isRequest: ({ pull_request: request, url, isDraft }) =>
      isObject(request) || isDraft !== undefined || /\/pull\/\d+$/.test(String(url)),
  },
  gitlab: {
    columns: {
      title: ({ title }) => title,
      description: ({ description }) => description,
      state: ({ state }) => state,
      labels: ({ labels }) => namesIn(labels),
      milestone: ({ milestone }) => part(milestone, 'title'),
      epic: ({ epic }) => part(epic, 'title'),
      'due date': ({ due_date: due, milestone }) => due ?? part(milestone, 'due_date'),
      'issue type': ({ issue_type: type }) => type,
      weight: ({ weight }) => weight,
      upvotes: ({ upvotes }) => upvotes,
      created: ({ created_at: created }) => created,
      closed: ({ closed_at: closed }) => closed,
      url: ({ web_url: page }) => page,
      reference: ({ references, iid }) => part(references, 'full') ?? iid,
    },
    isRequest: (issue) => 'source_branch' in issue,
  },
}

/** Open, closed, and why where it was not because it is done. */
function githubState({ state, stateReason, state_reason: reason }: JsonObject): string | null {
  if (typeof state !== 'string') return null
  const [word, why] = [state, stateReason ?? reason].map((each) =>
    typeof each === 'string' ? each.toLowerCase().replaceAll('_', ' ') : '',
  )
  return word === 'closed' && why !== '' && why !== 'completed' ? `closed: ${why}` : (word ?? null)
}

function part(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}

function namesIn(labels: unknown): unknown[] {
  if (!Array.isArray(labels)) return []
  return labels.map((label: unknown) => part(label, 'name') ?? part(label, 'title') ?? label)
}

function thumbsIn(groups: unknown): unknown {
  if (!Array.isArray(groups)) return undefined
  const thumbs: unknown = groups.find((group: unknown) => part(group, 'content') === 'THUMBS_UP')
  return part(part(thumbs, 'users'), 'totalCount')
}

function textsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? (value as unknown[]) : [value] // of whatever it is, each is looked at
  return all.flatMap((each) => {
    if (typeof each === 'number') return [String(each)]
    return typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []
  })
}
