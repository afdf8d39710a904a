import { allMigrations } from '#areas/migrations.ts'
import { openStore, type Store } from '#kernel'
import { keepBackup } from '#workspace'
import { backupPlace } from './backup-place.ts'

/**
 * Opens the database of a data folder, or the one that the environment names. One of an older version is brought to the
 * form of this one, after a backup was kept; refuses where that is not to be had.
 */
export async function openData(data: string, environment: NodeJS.ProcessEnv): Promise<Store> {
  const url = environment['DATABASE_URL']
  return openStore(url ? { url, folder: data } : { folder: data }, {
    migrations: allMigrations,
    async beforeUpgrade(database) {
      const place = backupPlace(data, environment)
      const { path } = await keepBackup(database, place, 'before-upgrade', new Date())
      return path
    },
  })
}
