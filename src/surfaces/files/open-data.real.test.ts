import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { allMigrations } from '#areas/migrations.ts'
import { knownMigrations } from '#kernel/store/migrate.ts'
import { openStore } from '#kernel/store/open-store.ts'
import { aPlace, engines } from '#kernel/store/testing/a-store.ts'
import { restoreFolder } from './restore-folder.ts'
import { folderKey } from './backup-secret.ts'
import { openData } from './open-data.ts'

// The last one that an older version has not gone through.
const newest = '0901-reference-indexes'

describe.each(engines)('the data of an older version on %s', { timeout: 60_000 }, async (engine) => {
  const place = await aPlace(engine)
  afterAll(() => place.remove())
  const environment = 'url' in place.location ? { DATABASE_URL: place.location.url } : {}

  test('are opened after a backup was kept that restores with this version', async () => {
    const older = await openStore(place.location, {
      migrations: allMigrations,
      image: inject('databaseImage'),
      fill: {
        migrations: knownMigrations(allMigrations).filter((name) => name !== newest),
        with: async () => {},
        stays: true,
      },
    })
    await older.close()
    const store = await openData(place.folder, environment)
    const { rows } = await store.run('select name from kysely_migration order by name desc limit 1')
    expect(rows).toEqual([{ name: newest }])
    const { workspaceId } = store
    await store.close()
    const folder = join(place.folder, 'backups')
    const [file = '', ...others] = readdirSync(folder)
    expect(file).toMatch(/^leitstand-.*Z-before-upgrade-[0-9a-f]{6}\.backup$/)
    expect(others).toEqual([])
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)

    const again = await openData(place.folder, environment)
    await again.close()
    expect(readdirSync(folder)).toEqual([file])

    if (engine === 'postgresql') return
    const target = { data: join(place.folder, 'back'), environment, erasures: null }
    await restoreFolder(target, join(folder, file), folderKey(place.folder, {}))
    const back = await openData(target.data, environment)
    expect(back.workspaceId).toBe(workspaceId)
    await back.close()
  })
})
