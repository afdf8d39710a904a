import { describe, expect, test, vi } from 'vitest'
import { readSource } from './read-source.ts'
import type { SourceFile } from './source-shape.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readSource(bytes(text))
const readObjects = (...objects: readonly object[]) => read(JSON.stringify(objects))

/** A row with the names of its columns. */
function row({ columns, rows }: SourceFile, at = 0): Record<string, readonly string[]> {
  return Object.fromEntries(columns.map((name, place) => [name, rows[at]?.cells[place] ?? []]))
}

function refusalOf(act: () => unknown): { code: string; message: string; details: object } {
  try {
    act()
  } catch (error) {
    return error as { code: string; message: string; details: object } // whatever it is, the test says what it must be
  }
  throw new Error('Nothing was refused.')
}

const ofCommand = {
  assignees: [{ id: 'U1', login: 'ada', name: 'Ada' }],
  author: { id: 'U2', is_bot: false, login: 'brin', name: 'Brin' },
  body: 'Invoices take **two days**.\r\nAsk ada@example.com.',
  closedAt: '2026-02-03T10:00:00Z',
  comments: [{ author: { login: 'ada' }, body: 'I am on it' }],
  createdAt: '2026-01-02T10:00:00Z',
  labels: [{ id: 'L1', name: 'Type: Bug', description: '', color: 'd73a4a' }],
  milestone: { number: 1, title: 'Spring', description: '', dueOn: '2026-03-31T00:00:00Z' },
  number: 12,
  reactionGroups: [{ content: 'THUMBS_UP', users: { totalCount: 4 } }],
  state: 'CLOSED',
  stateReason: 'NOT_PLANNED',
  title: 'Invoices within a minute',
  updatedAt: '2026-02-03T10:00:00Z',
  url: 'https://github.com/acme/shop/issues/12',
}

const ofRest = {
  url: 'https://api.github.com/repos/acme/shop/issues/13',
  html_url: 'https://github.com/acme/shop/issues/13',
  number: 13,
  title: 'Sign in with a passkey',
  user: { login: 'brin', id: 2, type: 'User' },
  labels: [{ id: 1, name: 'enhancement', default: true }],
  state: 'open',
  state_reason: null,
  assignee: null,
  assignees: [],
  milestone: { title: 'Spring', due_on: '2026-03-31T07:00:00Z' },
  comments: 3,
  created_at: '2026-01-05T08:00:00Z',
  closed_at: null,
  body: null,
  type: { name: 'Feature' },
  reactions: { '+1': 7, '-1': 0 },
}

describe('issues of GitHub', () => {
  test('are read as gh issue list --json gives them, without anybody who works on them', () => {
    const file = readObjects(ofCommand)
    expect(file).toMatchObject({ format: 'github', identity: 'url' })
    expect(file.leftOut).toEqual({ columns: ['assignees', 'author', 'comments'], requests: 0, outOfTexts: 1 })
    expect(row(file)).toEqual({
      title: ['Invoices within a minute'],
      body: ['Invoices take **two days**.\r\nAsk …@….'],
      state: ['closed: not planned'],
      labels: ['Type: Bug'],
      milestone: ['Spring'],
      'milestone due': ['2026-03-31T00:00:00Z'],
      created: ['2026-01-02T10:00:00Z'],
      closed: ['2026-02-03T10:00:00Z'],
      upvotes: ['4'],
      url: ['https://github.com/acme/shop/issues/12'],
      number: ['12'],
    })
    expect(JSON.stringify(file)).not.toMatch(/ada|brin|on it/i)
  })

  test('are read as the REST API gives them, and pull requests among them are counted and left out', () => {
    const pull = { ...ofRest, number: 14, pull_request: { url: 'https://api.github.com/…/14' } }
    const file = readObjects(pull, ofRest)
    expect(file.leftOut.requests).toBe(1)
    expect(file.rows).toHaveLength(1)
    expect(file.rows[0]?.number).toBe(2)
    expect(row(file)).toMatchObject({
      state: ['open'],
      type: ['Feature'],
      upvotes: ['7'],
      'milestone due': ['2026-03-31T07:00:00Z'],
      url: ['https://github.com/acme/shop/issues/13'],
    })
    expect(file.columns).not.toContain('body')
  })

  test('may come in pages, as a search, or one a line, and with few of their parts', () => {
    expect(read(JSON.stringify([[ofRest], [ofRest]])).rows).toHaveLength(2)
    expect(read(JSON.stringify({ total_count: 1, items: [ofRest] })).rows).toHaveLength(1)
    expect(read(`${JSON.stringify(ofRest)}\n${JSON.stringify(ofRest)}\n`).rows).toHaveLength(2)
    expect(readObjects({ number: 1, title: 'One' })).toMatchObject({ format: 'github', identity: 'number' })
  })
})

test('issues of GitLab are read with labels of both forms, and merge requests are left out', () => {
  const issue = {
    id: 76,
    iid: 6,
    project_id: 1,
    title: 'Export to Excel',
    description: 'Asked by three.',
    state: 'opened',
    labels: ['Feature', { id: 1, name: 'sales' }],
    milestone: { title: '1.0', due_date: '2026-05-01' },
    author: { name: 'Ada', username: 'ada' },
    assignees: [],
    type: 'ISSUE',
    issue_type: 'issue',
    weight: 3,
    upvotes: 2,
    user_notes_count: 1,
    due_date: null,
    web_url: 'https://gitlab.example.com/acme/shop/-/issues/6',
    references: { short: '#6', full: 'acme/shop#6' },
    created_at: '2026-01-01T00:00:00.000Z',
    closed_at: null,
  }
  const file = readObjects(issue, { ...issue, iid: 7, source_branch: 'x' })
  expect(file).toMatchObject({
    format: 'gitlab',
    identity: 'url',
    leftOut: { columns: ['assignees', 'author'], requests: 1 },
  })
  expect(row(file)).toMatchObject({
    labels: ['Feature', 'sales'],
    'due date': ['2026-05-01'],
    weight: ['3'],
    reference: ['acme/shop#6'],
  })
})

const linear = [
  'ID,Team,Title,Description,Status,Estimate,Priority,Project ID,Project,Creator,Assignee,Labels,Cycle Number,Cycle Name,Cycle Start,Cycle End,Created,Updated,Started,Triaged,Completed,Canceled,Archived,Due Date,Parent issue,Initiatives,Project Milestone ID,Project Milestone,SLA Status,UUID',
  `SHOP-4,Shop,"Compare ""two"" prices","One
two",In Progress,3,High,p1,Checkout,ada@example.com,brin@example.com,"Feature, money",,,,,Fri Oct 02 2026 17:00:00 GMT+0000 (GMT+00:00),Mon Oct 12 2026 09:00:00 GMT+0000 (GMT+00:00),Sat Oct 03 2026 09:00:00 GMT+0000 (GMT+00:00),,,,,,,,,,,6f1c`,
  `SHOP-5,Shop,'=Formula,,Done,,,,,,,,,,,,,,,,,,,,,,,,,6f1d`,
].join('\r\n')

test('the CSV of Linear is known by its head, and what stands over several lines stays together', () => {
  const file = read(linear)
  expect(file).toMatchObject({ format: 'linear', identity: 'UUID' })
  expect(file.leftOut.columns).toEqual(['Creator', 'Assignee'])
  expect(file.leftOut.outOfTexts).toBe(0)
  expect(row(file)).toMatchObject({
    Title: ['Compare "two" prices'],
    Description: ['One\ntwo'],
    Labels: ['Feature, money'],
  })
  // A formula is text, without the mark that kept a spreadsheet from reckoning it.
  expect(row(file, 1)['Title']).toEqual(['=Formula'])
  expect(file.rows.map(({ number }) => number)).toEqual([2, 3])
})

test('the CSV of Jira has one column for what it repeats, without people, comments and attachments', () => {
  const file = read(
    [
      'Summary,Issue key,Issue id,Issue Type,Status,Project lead,Reporter,Reporter Id,Watchers,Watchers,Labels,Labels,Labels,Custom field (Story Points),Due date,Comment,Comment,Attachment,Log Work',
      'Quicker search,SHOP-1,10001,Story,In Review,Ada,Brin,712:x,Ada,Brin,search,,speed,5.0,20/Aug/26 12:00 AM,03/Sep/26 9:05 AM;712:x;Looks good,,a;b,c',
    ].join('\n'),
  )
  expect(file).toMatchObject({ format: 'jira', identity: 'Issue key' })
  expect(row(file)).toMatchObject({ Labels: ['search', 'speed'], 'Custom field (Story Points)': ['5.0'] })
  expect(file.columns).toEqual([
    'Summary',
    'Issue key',
    'Issue id',
    'Issue Type',
    'Status',
    'Labels',
    'Custom field (Story Points)',
    'Due date',
  ])
  expect(JSON.stringify(file.rows)).not.toMatch(/Ada|Brin|712|good/)
})

describe('any other table', () => {
  test.each([
    ['semicolons', 'Titel;Notiz\nSchneller;"a, b; c"\n'],
    ['tabs', 'Titel\tNotiz\nSchneller\ta, b; c\n'],
    ['bars', 'Titel|Notiz\nSchneller|a, b; c\n'],
    ['what its first line says', 'sep=;\r\nTitel;Notiz\r\nSchneller;a, b\r\n'],
  ])('is read with %s between its values', (_, text) => {
    expect(row(read(text))).toMatchObject({ Titel: ['Schneller'], Notiz: [expect.stringContaining('a, b')] })
  })

  const text = 'Titel;Größe\nÜbersicht für alle;3\n'
  const wide = (order: 'le' | 'be', mark: boolean) => {
    const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
    return order === 'le' ? buffer : buffer.swap16()
  }
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes(text)],
    ['UTF-8 with a mark', bytes(`\ufeff${text}`)],
    ['UTF-16 with a mark', wide('le', true)],
    ['UTF-16 in the other order', wide('be', true)],
    ['UTF-16 without a mark', wide('le', false)],
    ['UTF-16 in the other order without a mark', wide('be', false)],
    ['Latin-1', Buffer.from(text, 'latin1')],
  ])('is read in %s', (_, given) => {
    expect(row(readSource(given))).toEqual({ Titel: ['Übersicht für alle'], Größe: ['3'] })
  })

  test('keeps what customers said, and leaves out columns of addresses whatever they are called', () => {
    const file = read(
      'Idea,Comment,Who,Contact\nExport,Too slow,ada@example.com,Ada\nImport,,brin@example.com,\n',
    )
    expect(file.columns).toEqual(['Idea', 'Comment'])
    expect(file.leftOut.columns).toEqual(['Who', 'Contact'])
  })

  test('is told apart by an address before a number, by neither where they repeat', () => {
    expect(read('Id,Url,Name\n1,https://a.example/1,One\n2,https://a.example/2,Two\n').identity).toBe('Url')
    expect(read('Id,Name\n1,One\n1,Two\n').identity).toBeNull()
  })

  test('says which cells stand behind its last column, numbers its rows as a spreadsheet, and skips empty ones', () => {
    const file = read('\nName,Size\nOne,1,extra,more\n,,\n\nTwo,2\n')
    expect(file.rows.map(({ number, surplus }) => [number, surplus])).toEqual([
      [3, 2],
      [6, 0],
    ])
  })

  test('names columns that have no name by their place, where anything stands in them', () => {
    expect(read('Name,,\nOne,,x\n').columns).toEqual(['Name', '#3'])
  })
})

describe('what is no such file is refused', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\ufeff\n'],
    ['a head alone', 'Title,State\n'],
    ['no issues', '[]'],
  ])('%s holds no rows', (_, text) => {
    expect(refusalOf(() => read(text))).toMatchObject({ code: 'invalid', message: 'The file holds no rows.' })
  })

  test.each<[string, string, number]>([
    ['a quotation mark that is never closed', 'Title,Text\nOne,"two\nthree\n', 2],
    ['a quotation mark within a word', 'Title,Text\nOne,two\nThree,fo"ur"\n', 3],
    ['JSON that breaks off', '[\n{"title": "One"},\n{"title": ', 3],
    ['JSON with a fault', '[\n{"title": "One"},\n{"title": oops}\n]', 3],
    ['JSON with a fault at its head', `[\noops,\n${'{"title": "One"},\n'.repeat(9)}]`, 2],
    ['JSON that goes on behind its end', '[\n{"title": "One"}\n]\n]', 4],
  ])('%s, with its line', (_, text, line) => {
    const refusal = refusalOf(() => read(text))
    expect(refusal).toMatchObject({ code: 'invalid', details: { line } })
    expect(refusal.message).toContain(`line ${line}`)
  })

  test('JSON with a fault of which nobody can say where, without a line', () => {
    const refusal = refusalOf(() => read(`[\n${'{"title": oops, "body": ""},\n'.repeat(2)}]`))
    expect(refusal).toMatchObject({ message: 'The JSON is broken.', details: {} })
  })

  test('a large file that breaks off is read once, not again for each of its lines', () => {
    const parse = vi.spyOn(JSON, 'parse')
    const text = `[\n${'{"title": "One"},\n'.repeat(1000)}{"title": "Tw`
    expect(refusalOf(() => read(text)).details).toEqual({ line: 1002 })
    // The whole, and its first line as one of several objects.
    expect(parse).toHaveBeenCalledTimes(2)
    parse.mockRestore()
  })

  test.each<[string, Uint8Array, string]>([
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'a workbook or an archive'],
    ['a PDF', bytes('%PDF-1.7'), 'a PDF'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), 'no text'],
    ['JSON of something else', bytes('[{"name": "package"}]'), 'holds no issues'],
    ['a list of words', bytes('["one", "two"]'), 'no list of issues'],
  ])('%s', (_, given, message) => {
    expect(refusalOf(() => readSource(given)).message).toContain(message)
  })

  test('more than may come in at once', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ number: at, title: `${at}` }))
    expect(read(JSON.stringify(many(5000))).rows).toHaveLength(5000)
    const table = (count: number) => `Title\n${'x\n'.repeat(count)}`
    expect(read(table(5000)).rows).toHaveLength(5000)
    for (const text of [JSON.stringify(many(5001)), table(5001)])
      expect(refusalOf(() => read(text))).toMatchObject({
        code: 'too-much',
        message: 'The file has more than 5,000 rows.',
      })
    expect(refusalOf(() => readSource(Buffer.alloc(10 * 2 ** 20 + 1, 'a')))).toMatchObject({
      code: 'too-much',
      message: 'The file is larger than 10 MiB.',
    })
    const wide = (names: readonly string[]) => `${names.join(',')}\n${names.map(() => 'x').join(',')}\n`
    for (const name of [(at: number) => `${at}`, () => 'Label', () => '']) {
      const names = (count: number) => ['Title', ...Array.from({ length: count - 1 }, (_, at) => name(at))]
      expect(read(wide(names(1000))).rows).toHaveLength(1)
      expect(refusalOf(() => read(wide(names(1001))))).toMatchObject({
        code: 'too-much',
        message: 'The table has 1001 columns; at most 1000 are read.',
      })
    }
    // A spreadsheet's empty columns are none.
    expect(read(`Title${','.repeat(16_000)}\nOne\n`).columns).toEqual(['Title'])
  })
})

test('long texts without a blank are looked through for addresses at once', () => {
  const file = read(`Title,Text\nOne,${'a'.repeat(200_000)}@\n`)
  expect(row(file)['Text']?.[0]).toHaveLength(200_001)
})

test('addresses of repositories are no addresses of people, and what nobody sees is taken away', () => {
  const file = read('Title,Text\nOne,git@github.com:acme/shop.git and x.y+z@mail.example.org\u0007\n')
  expect(row(file)['Text']).toEqual(['git@github.com:acme/shop.git and …@…'])
  expect(file.leftOut.outOfTexts).toBe(1)
})
