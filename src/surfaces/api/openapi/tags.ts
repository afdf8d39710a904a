import type { Words } from '#kernel/shape.ts'

/** What the routes beside those of a type are gathered under. */
export const tags = {
  links: { en: 'Links', de: 'Verbindungen' },
  files: { en: 'Files', de: 'Dateien' },
  backups: { en: 'Backups', de: 'Sicherungen' },
  areas: { en: 'Areas', de: 'Bereiche' },
  evidence: { en: 'Evidence', de: 'Nachweise' },
  search: { en: 'Search', de: 'Suche' },
  privacy: { en: 'Privacy', de: 'Datenschutz' },
  start: { en: 'Start', de: 'Beginn' },
  accounts: { en: 'Accounts', de: 'Konten' },
} satisfies Record<string, Words>
