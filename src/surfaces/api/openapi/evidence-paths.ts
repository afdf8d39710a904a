import { z } from 'zod'
import { listBots, replaceBots } from '#evidence/operations/bots.ts'
import { cancelScan } from '#evidence/operations/cancel-scan.ts'
import { catalogueComponent, removeComponent } from '#evidence/operations/catalogue-component.ts'
import { listFacts } from '#evidence/operations/list-facts.ts'
import { listRepositories, showRepository } from '#evidence/operations/list-repositories.ts'
import { listRows, tables, type TableName } from '#evidence/operations/list-rows.ts'
import { removeRepository } from '#evidence/operations/remove-repository.ts'
import { scanRepository } from '#evidence/operations/scan-repository.ts'
import { showFigure, showFigures } from '#evidence/operations/show-figures.ts'
import { askedSource } from '#evidence/operations/vet-source.ts'
import { toPath, type Told } from './told-route.ts'

const repositories = '/api/v1/repositories'
const one = `${repositories}/{repository}`

const aboutTables: Readonly<Record<TableName, string>> = {
  components: 'Components with their size, their changes and how many know them, in bands',
  hotspots: 'Files that are complex and change often',
  coupling: 'Files that change together',
  'component-coupling': 'Components that change together',
  'silent-files': 'Files that nobody has changed for long',
  releases: 'Releases with their lead times',
  'lead-times': 'Lead times of the changes of the window',
}

const told: readonly Told[] = [
  {
    method: 'get',
    path: '/api/v1/status',
    id: 'status.show',
    summary: 'Show the version and whether the database is open.',
    input: z.object({}),
    answer: 'The state of this server.',
  },
  {
    method: 'get',
    path: '/api/v1/events',
    id: 'events.stream',
    summary: 'Follow scans and records as they change, as server-sent events.',
    input: z.object({}),
    answer: 'Events `status`, `repository`, `removed`, `record` and `signed-out`.',
  },
  {
    method: 'get',
    path: '/api/v1/bots',
    id: listBots.name,
    summary: 'List the rules by which bots are told from people.',
    input: listBots.input,
    answer: 'The rules that come with the product, and the workspace’s own.',
  },
  {
    method: 'put',
    path: '/api/v1/bots',
    id: replaceBots.name,
    summary: 'Replace the workspace’s own rules for bots.',
    input: replaceBots.input,
    answer: 'The rules as they are now.',
  },
  {
    method: 'get',
    path: repositories,
    id: listRepositories.name,
    summary: 'List all repositories, with what is known of each and where its scan stands.',
    input: listRepositories.input,
    answer: 'The repositories.',
  },
  {
    method: 'post',
    path: repositories,
    id: 'repository.add',
    summary: 'Add a repository by a path of the server or an address to clone, and scan it.',
    input: askedSource,
    answer: 'The repository; 201 where it was not there before.',
    mayAdd: true,
  },
  {
    method: 'get',
    path: one,
    id: showRepository.name,
    summary: 'Show a repository.',
    input: showRepository.input,
    answer: 'The repository.',
  },
  {
    method: 'delete',
    path: one,
    id: removeRepository.name,
    summary: 'Take a repository out of the workspace, with everything that was read of it.',
    input: removeRepository.input,
    status: 204,
    answer: 'It is gone.',
  },
  {
    method: 'post',
    path: `${one}/scan`,
    id: scanRepository.name,
    summary: 'Ask for a scan of a repository.',
    input: scanRepository.input,
    status: 202,
    answer: 'The repository, with its scan waiting.',
  },
  {
    method: 'post',
    path: `${one}/cancel`,
    id: cancelScan.name,
    summary: 'Cancel the scan of a repository.',
    input: cancelScan.input,
    status: 202,
    answer: 'The repository.',
  },
  {
    method: 'post',
    path: `${one}/catalogue`,
    id: catalogueComponent.name,
    summary:
      'Say by patterns which files a component consists of; a catalogue takes the place of the folders.',
    input: catalogueComponent.input,
    answer: 'The component.',
  },
  {
    method: 'delete',
    path: `${one}/catalogue/{name}`,
    id: removeComponent.name,
    summary: 'Take a component out of the catalogue.',
    input: removeComponent.input,
    status: 204,
    answer: 'It is gone.',
  },
  {
    method: 'get',
    path: `${one}/measures`,
    id: showFigures.name,
    summary: 'Show every figure about a repository or one of its components, with what it means.',
    input: showFigures.input,
    answer:
      'The figures, each with definition, sample and as-of; null with a reason where the facts do not suffice.',
    file: true,
  },
  {
    method: 'get',
    path: `${one}/measures/{measure}`,
    id: showFigure.name,
    summary: 'Show one figure, with what it means.',
    input: showFigure.input,
    answer: 'The figure.',
  },
  {
    method: 'get',
    path: `${one}/measures/{measure}/facts`,
    id: listFacts.name,
    summary: 'List the commits behind a figure, without their authors.',
    input: listFacts.input,
    answer: 'A page of commits.',
    file: true,
  },
  ...tables.map((table): Told => ({
    method: 'get',
    path: `${one}/${table}`,
    id: `${listRows.name}.${table}`,
    summary: `${aboutTables[table]}.`,
    input: listRows.input,
    answer: 'A page of rows.',
    file: true,
  })),
]

/** The routes about repositories and their figures, described from what they take. */
export const evidencePaths = told.map((each) => toPath(each, 'Evidence'))
