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
import type { Words } from '#kernel/shape.ts'
import { tags } from './tags.ts'
import { toPath, type Told } from './told-route.ts'

const repositories = '/api/v1/repositories'
const one = `${repositories}/{repository}`

const aboutTables: Readonly<Record<TableName, Words>> = {
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
  {
    method: 'get',
    path: '/api/v1/bots',
    id: listBots.name,
    summary: {
      en: 'List the rules by which bots are told from people.',
      de: 'Die Regeln auflisten, nach denen Bots von Menschen unterschieden werden.',
    },
    input: listBots.input,
    answer: {
      en: 'The rules that come with the product, and the workspace’s own.',
      de: 'Die mitgelieferten Regeln und die des Arbeitsbereichs.',
    },
  },
  {
    method: 'put',
    path: '/api/v1/bots',
    id: replaceBots.name,
    summary: {
      en: 'Replace the workspace’s own rules for bots.',
      de: 'Die Regeln des Arbeitsbereichs für Bots ersetzen.',
    },
    input: replaceBots.input,
    answer: { en: 'The rules as they are now.', de: 'Die Regeln, wie sie jetzt sind.' },
  },
  {
    method: 'get',
    path: repositories,
    id: listRepositories.name,
    summary: {
      en: 'List all repositories, with what is known of each and where its scan stands.',
      de: 'Alle Repositorys auflisten, mit dem, was über jedes bekannt ist, und wie weit sein Scan ist.',
    },
    input: listRepositories.input,
    answer: { en: 'The repositories.', de: 'Die Repositorys.' },
  },
  {
    method: 'post',
    path: repositories,
    id: 'repository.add',
    summary: {
      en: 'Add a repository by a path of the server or an address to clone, and scan it.',
      de: 'Ein Repository mit einem Pfad auf dem Server oder einer Adresse zum Klonen hinzufügen und scannen.',
    },
    input: askedSource,
    answer: {
      en: 'The repository; 201 where it was not there before.',
      de: 'Das Repository; 201, wenn es vorher nicht da war.',
    },
    mayAdd: true,
  },
  {
    method: 'get',
    path: one,
    id: showRepository.name,
    summary: { en: 'Show a repository.', de: 'Ein Repository zeigen.' },
    input: showRepository.input,
    answer: { en: 'The repository.', de: 'Das Repository.' },
  },
  {
    method: 'delete',
    path: one,
    id: removeRepository.name,
    summary: {
      en: 'Take a repository out of the workspace, with everything that was read of it.',
      de: 'Ein Repository aus dem Arbeitsbereich entfernen, mit allem, was daraus gelesen wurde.',
    },
    input: removeRepository.input,
    status: 204,
    answer: { en: 'It is gone.', de: 'Es ist entfernt.' },
  },
  {
    method: 'post',
    path: `${one}/scan`,
    id: scanRepository.name,
    summary: { en: 'Ask for a scan of a repository.', de: 'Ein Repository scannen lassen.' },
    input: scanRepository.input,
    status: 202,
    answer: { en: 'The repository, with its scan waiting.', de: 'Das Repository, dessen Scan nun wartet.' },
  },
  {
    method: 'post',
    path: `${one}/cancel`,
    id: cancelScan.name,
    summary: { en: 'Cancel the scan of a repository.', de: 'Den Scan eines Repositorys abbrechen.' },
    input: cancelScan.input,
    status: 202,
    answer: { en: 'The repository.', de: 'Das Repository.' },
  },
  {
    method: 'post',
    path: `${one}/catalogue`,
    id: catalogueComponent.name,
    summary: {
      en: 'Say by patterns which files a component consists of; a catalogue takes the place of the folders.',
      de: 'Mit Mustern sagen, aus welchen Dateien eine Komponente besteht; ein Katalog tritt an die Stelle der Ordner.',
    },
    input: catalogueComponent.input,
    answer: { en: 'The component.', de: 'Die Komponente.' },
  },
  {
    method: 'delete',
    path: `${one}/catalogue/{name}`,
    id: removeComponent.name,
    summary: {
      en: 'Take a component out of the catalogue.',
      de: 'Eine Komponente aus dem Katalog entfernen.',
    },
    input: removeComponent.input,
    status: 204,
    answer: { en: 'It is gone.', de: 'Es ist entfernt.' },
  },
  {
    method: 'get',
    path: `${one}/measures`,
    id: showFigures.name,
    summary: {
      en: 'Show every figure about a repository or one of its components, with what it means.',
      de: 'Jede Zahl zu einem Repository oder einer seiner Komponenten zeigen, und was sie bedeutet.',
    },
    input: showFigures.input,
    answer: {
      en: 'The figures, each with definition, sample and as-of; null with a reason where the facts do not suffice.',
      de: 'Die Zahlen, jede mit Definition, Stichprobe und Stand; null mit einem Grund, wo die Fakten nicht reichen.',
    },
    file: true,
  },
  {
    method: 'get',
    path: `${one}/measures/{measure}`,
    id: showFigure.name,
    summary: { en: 'Show one figure, with what it means.', de: 'Eine Zahl zeigen, und was sie bedeutet.' },
    input: showFigure.input,
    answer: { en: 'The figure.', de: 'Die Zahl.' },
  },
  {
    method: 'get',
    path: `${one}/measures/{measure}/facts`,
    id: listFacts.name,
    summary: {
      en: 'List the commits behind a figure, without their authors.',
      de: 'Die Commits hinter einer Zahl auflisten, ohne ihre Autoren.',
    },
    input: listFacts.input,
    answer: { en: 'A page of commits.', de: 'Eine Seite mit Commits.' },
    file: true,
  },
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
