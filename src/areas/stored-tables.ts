import { aboutNobody, type StoredTable } from '#kernel'

/** What of people is in the tables that areas have beside those of their records. */
export const areaStoredTables: readonly StoredTable[] = [
  aboutNobody('brought_in'),
  aboutNobody('change_assignment'),
  aboutNobody('kept_forecast'),
]
