// Opens the store in the folder given and writes two rows a transaction, telling each number once it is committed.
import { sql } from 'kysely'
import { openStore } from '../open-store.ts'

const [folder = '', image = ''] = process.argv.slice(2)
const store = await openStore({ folder }, { image })
await sql`create table pair (n integer not null, half integer not null, filler text not null, primary key (n, half))`.execute(
  store.database,
)
for (let n = 1; ; n++) {
  await store.transaction(async (transaction) => {
    for (const half of [1, 2]) {
      await sql`insert into pair values (${n}, ${half}, ${'x'.repeat(2_000)})`.execute(transaction)
    }
  })
  process.stdout.write(`${n}\n`)
}
