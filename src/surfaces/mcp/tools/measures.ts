import { z } from 'zod'
import { listFacts } from '#evidence/operations/list-facts.ts'
import { cancelScan } from '#evidence/operations/cancel-scan.ts'
import { listRepositories, showRepository } from '#evidence/operations/list-repositories.ts'
import { listRows, tables } from '#evidence/operations/list-rows.ts'
import { scanRepository } from '#evidence/operations/scan-repository.ts'
import { showFigure, showFigures } from '#evidence/operations/show-figures.ts'
import type { ExplainedFigure } from '#evidence/shape.ts'
import { performForAgent } from '../agent-session.ts'
import { defineTool } from '../tool.ts'

const read = { reach: 'read', idempotent: true, isForeign: true } as const

const scope = {
  repository: z.uuid().describe('Id of a repository, as repositories tells it.'),
  component: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Name of a component; the whole repository without it.'),
  weeks: z.int().min(1).max(52).default(13).describe('Length of the window in weeks.'),
}
const measure = z.string().max(80).describe('Id of a measure, as measures lists it: delivery.lead-time.')

export const repositoriesTool = defineTool({
  ...read,
  name: 'repositories',
  title: 'List the repositories',
  description:
    'Lists the git repositories that figures are computed from, with their ids, sizes and where their scan stands; with `repository` that one alone.',
  input: z.strictObject({ repository: scope.repository.optional() }),
  output: z.object({ repositories: z.array(z.looseObject({ id: z.string(), name: z.string() })) }),
  async run(session, { repository }) {
    const { language } = session
    const { repositories } =
      repository === undefined
        ? await performForAgent(session, listRepositories, { language }, '/repositories')
        : {
            repositories: [
              await performForAgent(session, showRepository, { repository, language }, '/repositories'),
            ],
          }
    return { said: `${repositories.length} repositories.`, data: { repositories } }
  },
})

export const measuresTool = defineTool({
  ...read,
  name: 'measures',
  title: 'Show measures of a repository',
  description:
    'Shows the measures of a repository or of one of its components: delivery, structure, knowledge, pace. Never of a person. A value of null comes with the reason why there is none; say that reason instead of guessing. With `measure` one alone, with its definition, sample rule, sources and weekly series: read these before you draw a conclusion.',
  input: z.strictObject({ ...scope, measure: measure.optional() }),
  output: z.object({ figures: z.array(z.looseObject({ id: z.string(), value: z.number().nullable() })) }),
  async run(session, { measure, ...query }) {
    const asked = { ...query, language: session.language }
    const figures = measure
      ? [await performForAgent(session, showFigure, { ...asked, measure }, '/repositories')]
      : (await performForAgent(session, showFigures, asked, '/repositories')).figures.map(inShort)
    return { said: `${figures.length} measures.`, data: { figures } }
  },
})

export const factsTool = defineTool({
  ...read,
  name: 'facts',
  title: 'List the commits behind a measure',
  description:
    'Lists the commits behind a measure, the newest first, page by page, without authors. Measures about how people work have no such list.',
  input: z.strictObject({
    ...scope,
    measure,
    cursor: z
      .string()
      .max(12)
      .nullable()
      .default(null)
      .describe('`next` of the page before; null for the first.'),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({
    total: z.int(),
    facts: z.array(z.looseObject({ hash: z.string(), day: z.string(), subject: z.string() })),
    next: z.string().nullable(),
  }),
  async run(session, { cursor, ...query }) {
    const asked = { ...query, cursor: cursor ?? 0, language: session.language }
    const page = await performForAgent(session, listFacts, asked, '/repositories')
    return { said: `${page.total} commits, ${page.facts.length} on this page.`, data: { ...page } }
  },
})

export const rowsTool = defineTool({
  ...read,
  name: 'rows',
  title: 'List components, hotspots, releases and the like',
  description:
    'Lists one table about a repository or one of its components, page by page. `component-names`: by which figures can be narrowed. `components`: with size, changes and how many know them, in bands. `hotspots`: files that are complex and change often. `coupling` and `component-coupling`: what changes together. `silent-files`: what nobody has changed for long. `releases`: with lead times. `lead-times`: how many changes took how long. Never about a person.',
  input: z.strictObject({
    ...scope,
    table: z.enum(tables),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), asOf: z.string(), rows: z.array(z.looseObject({})) }),
  async run(session, query) {
    const page = await performForAgent(session, listRows, query, '/repositories')
    return { said: `${page.total} rows, ${page.rows.length} on this page.`, data: { ...page } }
  },
})

export const scanTool = defineTool({
  name: 'scan',
  title: 'Read a repository again',
  description:
    'Asks for a scan of a repository, or ends the one that waits or runs. A repository is read by itself when something new is in it: ask only when repositories shows that a scan failed. What was read stays.',
  input: z.strictObject({
    repository: scope.repository,
    do: z.enum(['start', 'cancel']).default('start'),
  }),
  output: z.object({ repository: z.string() }),
  reach: 'add',
  idempotent: true,
  isForeign: false,
  async run(session, input) {
    const { repository } = input
    const isStart = input.do === 'start'
    await performForAgent(session, isStart ? scanRepository : cancelScan, { repository }, '/repositories')
    return { said: isStart ? 'A scan is asked for.' : 'The scan is ended.', data: { repository } }
  },
})

/** What an agent needs to choose; the words that explain a figure come with it alone. */
function inShort(figure: ExplainedFigure) {
  const { id, title, value, unit, sample, asOf, window, before, proxy, reason, counted, band, hasFacts } =
    figure
  const told = { id, title, value, unit, sample, asOf, window, before, hasFacts }
  return Object.fromEntries(
    Object.entries({ ...told, proxy, reason, counted, band }).filter(([, each]) => each !== undefined),
  )
}
