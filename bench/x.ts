import { generatedWorkspace } from './generated-workspace.ts'
import { openStore } from '#kernel'
import { allMigrations } from '#areas/migrations.ts'
const a = performance.now()
await generatedWorkspace('/tmp/s8/bw', { goals: 9800, people: 160, teams: 40, links: 40_000 })
console.log((performance.now() - a) | 0)
const s = await openStore({ folder: '/tmp/s8/bw' }, { migrations: allMigrations })
console.log((await s.run('select count(*) from link union all select count(*) from record')).rows)
await s.close()
