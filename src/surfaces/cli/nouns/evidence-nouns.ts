import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { addRepository } from '#evidence/operations/add-repository.ts'
import { listBots, replaceBots } from '#evidence/operations/bots.ts'
import { cancelScan } from '#evidence/operations/cancel-scan.ts'
import { catalogueComponent, removeComponent } from '#evidence/operations/catalogue-component.ts'
import { listFacts } from '#evidence/operations/list-facts.ts'
import { listRepositories, showRepository } from '#evidence/operations/list-repositories.ts'
import { listRows } from '#evidence/operations/list-rows.ts'
import { removeRepository } from '#evidence/operations/remove-repository.ts'
import { scanRepository } from '#evidence/operations/scan-repository.ts'
import { showFigure, showFigures } from '#evidence/operations/show-figures.ts'
import { vetSourceBy } from '#evidence/operations/vet-source.ts'
import { tables } from '#evidence/operations/list-rows.ts'
import type { ExplainedFigure } from '#evidence/shape.ts'
import type { AccessCommand, Surrounding } from '../records/access-verbs.ts'
import { table } from '../terminal/table.ts'
import type { Look } from '../terminal/look.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import { nounVerb, type GivenInput } from './noun-verb.ts'

const named = { repository: 'REPOSITORY' } as const
const scope = { component: 'text', weeks: 'number' } as const
const whichOne = {
  en: 'REPOSITORY is its name or its id.',
  de: 'REPOSITORY ist sein Name oder seine Kennung.',
}

/** Repositories and their figures on the command line. */
export const repositoryVerbs: Readonly<Record<string, AccessCommand>> = {
  list: nounVerb(listRepositories, {
    speaks: true,
    page: ({ repositories }, look) =>
      repositoriesPage(
        repositories.map(({ id, name, commits, scan }) => ({ id, name, commits, phase: scan.phase })),
        look,
      ),
  }),
  show: nounVerb(showRepository, { takes: named, speaks: true, prepare: find, says: whichOne }),
  add: nounVerb(addRepository, {
    takes: { source: 'SOURCE' },
    options: { name: 'text' },
    prepare: vet,
  }),
  remove: nounVerb(removeRepository, { takes: named, prepare: find }),
  scan: nounVerb(scanRepository, { takes: named, prepare: find }),
  cancel: nounVerb(cancelScan, { takes: named, prepare: find }),
  measures: nounVerb(showFigures, {
    takes: named,
    options: scope,
    speaks: true,
    prepare: find,
    page: ({ figures }, look) => figuresPage(figures, look),
  }),
  measure: nounVerb(showFigure, {
    takes: { ...named, measure: 'MEASURE' },
    options: scope,
    speaks: true,
    prepare: find,
  }),
  facts: nounVerb(listFacts, {
    takes: { ...named, measure: 'MEASURE' },
    options: { ...scope, cursor: 'number', limit: 'number' },
    prepare: find,
  }),
  rows: nounVerb(listRows, {
    takes: { ...named, table: 'TABLE' },
    options: { ...scope, limit: 'number', offset: 'number' },
    prepare: find,
    says: { en: `TABLE is ${tables.join(', ')}.`, de: `TABLE ist ${tables.join(', ')}.` },
  }),
}

/** The catalogue of components on the command line. */
export const componentVerbs: Readonly<Record<string, AccessCommand>> = {
  catalogue: nounVerb(catalogueComponent, {
    takes: { ...named, name: 'NAME' },
    options: { paths: 'list' },
    prepare: find,
    says: {
      en: 'Each pattern by a --paths of its own, as in "packages/api/**".',
      de: 'Jedes Muster mit einem eigenen --paths, wie "packages/api/**".',
    },
  }),
  remove: nounVerb(removeComponent, { takes: { ...named, name: 'NAME' }, prepare: find }),
}

/** The rules for bots on the command line. */
export const botVerbs: Readonly<Record<string, AccessCommand>> = {
  list: nounVerb(listBots),
  replace: nounVerb(replaceBots, {
    options: { own: 'list' },
    says: {
      en: 'Each rule by an --own of its own; none takes all away.',
      de: 'Jede Regel mit einem eigenen --own; ohne eines sind alle fort.',
    },
  }),
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A repository by its name; what is no name of one is left for the operation to refuse. */
async function find(workplace: Workplace, input: GivenInput): Promise<GivenInput> {
  const { repository } = input
  if (typeof repository !== 'string' || isId.test(repository)) return input
  const { repositories } = await workplace.perform(listRepositories, {})
  return { ...input, repository: repositories.find(({ name }) => name === repository)?.id ?? repository }
}

/** Whoever has the data folder may read what lies on this machine wherever that is. */
async function vet(
  { folder }: Workplace,
  { source, ...rest }: GivenInput,
  { environment }: Surrounding,
): Promise<GivenInput> {
  const text = String(source)
  const place = /^[a-z][a-z\d+.-]*:\/\/|^[^/]+@[^/]+:/i.test(text) ? text : resolve(folder, text)
  return vetSourceBy(
    {
      roots: [homedir(), folder, place],
      privateAddresses: environment['LEITSTAND_ALLOW_PRIVATE_HOSTS'] === 'yes',
    },
    { ...rest, source: place },
  )
}

interface Listed {
  readonly id: string
  readonly name: string
  readonly commits: number
  readonly phase: string
}

function repositoriesPage(all: readonly Listed[], look: Look): string {
  const { say, number } = look
  if (all.length === 0)
    return `  ${look.ink('faint', say({ en: 'No repositories.', de: 'Keine Repositorys.' }))}\n`
  const lines = table<Listed>(
    [
      { heading: 'name', width: 24, kind: 'name', text: ({ name }) => name },
      { heading: 'id', width: 36, kind: 'name', text: ({ id }) => id },
      {
        heading: say({ en: 'commits', de: 'Commits' }),
        width: 9,
        kind: 'number',
        text: ({ commits }) => number(commits),
      },
      { heading: 'scan', width: 10, kind: 'name', text: ({ phase }) => phase },
    ],
    all,
    look,
  )
  return [...lines, ''].join('\n')
}

function figuresPage(figures: readonly ExplainedFigure[], look: Look): string {
  const { say, number, sign } = look
  const lines = table<ExplainedFigure>(
    [
      { heading: say({ en: 'measure', de: 'Kennzahl' }), width: 28, kind: 'name', text: ({ id }) => id },
      {
        heading: say({ en: 'value', de: 'Wert' }),
        width: 10,
        kind: 'number',
        text: ({ value }) => (value === null ? sign.dash : number(value, 2)),
      },
      {
        heading: say({ en: 'what it is', de: 'was sie sagt' }),
        width: 0,
        kind: 'name',
        text: ({ title, reason }) => (reason === undefined ? title : `${title}: ${reason}`),
      },
    ],
    figures,
    look,
  )
  return [...lines, ''].join('\n')
}
