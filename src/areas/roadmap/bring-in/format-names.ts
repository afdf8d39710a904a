import type { Words } from '#kernel/shape.ts'
import type { SourceFormat } from '#engines/source-files/source-shape.ts'

/** What the kinds of files are called. */
export const formatNames: Readonly<Record<SourceFormat, Words>> = {
  github: { en: 'GitHub', de: 'GitHub' },
  gitlab: { en: 'GitLab', de: 'GitLab' },
  linear: { en: 'Linear', de: 'Linear' },
  jira: { en: 'Jira', de: 'Jira' },
  table: { en: 'Table', de: 'Tabelle' },
}
