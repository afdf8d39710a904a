import { aboutNobody, aboutPeople, type StoredTable } from '#kernel'

const untilRemoved = {
  en: 'until the repository is removed here; git keeps its own history',
  de: 'bis das Repository hier entfernt wird; Git behält seine eigene Historie',
}

/** What of people is in the tables of the evidence. */
export const evidenceStoredTables: readonly StoredTable[] = [
  aboutPeople(
    'git_commit',
    {
      en: 'authors and co-authors as a keyed hash of their address, the instants git recorded with their time zone, and the subject line',
      de: 'Autoren und Mitautoren als Hash ihrer Adresse mit Schlüssel, die von Git festgehaltenen Zeitpunkte mit Zeitzone, und die Betreffzeile',
    },
    untilRemoved,
  ),
  aboutPeople(
    'bot',
    {
      en: 'names and addresses that somebody entered as those of programs',
      de: 'Namen und Adressen, die jemand als die von Programmen eingetragen hat',
    },
    { en: 'until they are taken off the list', de: 'bis sie von der Liste genommen werden' },
  ),
  ...[
    'repository',
    'component',
    'git_reading',
    'git_change',
    'git_file',
    'git_tag',
    'git_line_count',
    'git_line_survival',
  ].map(aboutNobody),
]
