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
import { addRepository } from '#evidence/operations/add-repository.ts'
import { askedSource } from '#evidence/operations/vet-source.ts'
import type { Words } from '#kernel/shape.ts'
import { tags } from './tags.ts'
import { of, toPath, type Told } from './told-route.ts'

const repositories = '/api/v1/repositories'
const one = `${repositories}/{repository}`

const aboutTables: Readonly<Record<TableName, Words>> = {
  'component-names': {
    en: 'Names of the components, by which figures can be narrowed',
    de: 'Namen der Komponenten, auf die sich Zahlen eingrenzen lassen',
  },
  components: {
    en: 'Components with their size, their changes and how many know them, in bands',
    de: 'Komponenten mit Größe, Änderungen und wie viele sie kennen, in Spannen',
  },
  hotspots: {
    en: 'Files that are complex and change often',
    de: 'Dateien, die komplex sind und sich oft ändern',
  },
  coupling: { en: 'Files that change together', de: 'Dateien, die sich gemeinsam ändern' },
  'component-coupling': {
    en: 'Components that change together',
    de: 'Komponenten, die sich gemeinsam ändern',
  },
  'silent-files': {
    en: 'Files that nobody has changed for long',
    de: 'Dateien, die lange niemand geändert hat',
  },
  releases: { en: 'Releases with their lead times', de: 'Releases mit ihren Durchlaufzeiten' },
  'lead-times': {
    en: 'Lead times of the changes of the window',
    de: 'Durchlaufzeiten der Änderungen im Zeitraum',
  },
}

const told: readonly Told[] = [
  {
    method: 'get',
    path: '/api/v1/status',
    id: 'status.show',
    summary: {
      en: 'Show the version and whether the database is open.',
      de: 'Die Version zeigen, und ob die Datenbank geöffnet ist.',
    },
    input: z.object({}),
    answer: { en: 'The state of this server.', de: 'Der Zustand dieses Servers.' },
  },
  {
    method: 'get',
    path: '/api/v1/events',
    id: 'events.stream',
    summary: {
      en: 'Follow scans and records as they change, as server-sent events.',
      de: 'Verfolgen, wie sich Scans und Datensätze ändern, als Server-Sent Events.',
    },
    input: z.object({}),
    answer: {
      en: 'Events `status`, `repository`, `removed`, `record` and `signed-out`.',
      de: 'Ereignisse `status`, `repository`, `removed`, `record` und `signed-out`.',
    },
  },
  of(listBots, {
    method: 'get',
    path: '/api/v1/bots',
    answer: {
      en: 'The rules that come with the product, and the workspace’s own.',
      de: 'Die mitgelieferten Regeln und die des Arbeitsbereichs.',
    },
  }),
  of(replaceBots, {
    method: 'put',
    path: '/api/v1/bots',
    answer: { en: 'The rules as they are now.', de: 'Die Regeln, wie sie jetzt sind.' },
  }),
  of(listRepositories, {
    method: 'get',
    path: repositories,
    answer: { en: 'The repositories.', de: 'Die Repositorys.' },
  }),
  of(
    addRepository,
    {
      method: 'post',
      path: repositories,
      answer: {
        en: 'The repository; 201 where it was not there before.',
        de: 'Das Repository; 201, wenn es vorher nicht da war.',
      },
      mayAdd: true,
    },
    askedSource,
  ),
  of(showRepository, {
    method: 'get',
    path: one,
    answer: { en: 'The repository.', de: 'Das Repository.' },
  }),
  of(removeRepository, {
    method: 'delete',
    path: one,
    status: 204,
    answer: { en: 'It is gone.', de: 'Es ist entfernt.' },
  }),
  of(scanRepository, {
    method: 'post',
    path: `${one}/scan`,
    status: 202,
    answer: { en: 'The repository, with its scan waiting.', de: 'Das Repository, dessen Scan nun wartet.' },
  }),
  of(cancelScan, {
    method: 'post',
    path: `${one}/cancel`,
    status: 202,
    answer: { en: 'The repository.', de: 'Das Repository.' },
  }),
  of(catalogueComponent, {
    method: 'post',
    path: `${one}/catalogue`,
    answer: { en: 'The component.', de: 'Die Komponente.' },
  }),
  of(removeComponent, {
    method: 'delete',
    path: `${one}/catalogue/{name}`,
    status: 204,
    answer: { en: 'It is gone.', de: 'Es ist entfernt.' },
  }),
  of(showFigures, {
    method: 'get',
    path: `${one}/measures`,
    answer: {
      en: 'The figures, each with definition, sample and as-of; null with a reason where the facts do not suffice.',
      de: 'Die Zahlen, jede mit Definition, Stichprobe und Stand; null mit einem Grund, wo die Fakten nicht reichen.',
    },
    file: true,
  }),
  of(showFigure, {
    method: 'get',
    path: `${one}/measures/{measure}`,
    answer: { en: 'The figure.', de: 'Die Zahl.' },
  }),
  of(listFacts, {
    method: 'get',
    path: `${one}/measures/{measure}/facts`,
    answer: { en: 'A page of commits.', de: 'Eine Seite mit Commits.' },
    file: true,
  }),
  ...tables.map((table): Told => ({
    method: 'get',
    path: `${one}/${table}`,
    id: `${listRows.name}.${table}`,
    summary: { en: `${aboutTables[table].en}.`, de: `${aboutTables[table].de}.` },
    input: listRows.input,
    answer: { en: 'A page of rows.', de: 'Eine Seite mit Zeilen.' },
    file: true,
  })),
]

/** The routes about repositories and their figures, described from what they take. */
export const evidencePaths = told.map((each) => toPath(each, tags.evidence))
