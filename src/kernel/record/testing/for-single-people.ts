import { sql } from 'kysely'
import type { LinkRule } from '../../links/relations.ts'
import type { Migrations } from '../../store/migrate.ts'
import { defineRecord } from '../define-record.ts'
import { thing, thingLinks, thingMigrations } from './a-thing.ts'

const words = (en: string) => ({ en, de: `${en} (de)` })
const names = (en: string) => ({ one: words(en), many: words(`${en}s`) })
const writers = ['owner', 'leader', 'member'] as const
const content = {
  name: { kind: 'short-text', label: words('Name'), required: true },
  text: { kind: 'markdown', label: words('Text') },
  about: { kind: 'reference', to: 'thing', sight: 'up', label: words('About') },
  documents: { kind: 'attachments', label: words('Documents') },
} as const

const human = defineRecord({
  type: 'person',
  collection: 'people',
  area: 'testing',
  prefix: 'PERSON',
  names: names('Person'),
  purpose: words('Somebody'),
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'name',
  fields: { name: content.name },
})

/** What is for its writer alone. */
const note = defineRecord({
  type: 'note',
  collection: 'notes',
  area: 'testing',
  prefix: 'NOTE',
  names: names('Note'),
  purpose: words('For oneself'),
  audience: 'self',
  writers,
  title: 'name',
  fields: content,
})

/** What is for two people. */
const talk = defineRecord({
  type: 'talk',
  collection: 'talks',
  area: 'testing',
  prefix: 'TALK',
  names: names('Talk'),
  purpose: words('For two'),
  audience: 'pair',
  people: ['one', 'other'],
  writers,
  title: 'name',
  fields: {
    ...content,
    one: { kind: 'person', label: words('One') },
    other: { kind: 'person', label: words('Other') },
  },
})

/** What is for its writer, somebody named, and owners. */
const interview = defineRecord({
  type: 'interview',
  collection: 'interviews',
  area: 'testing',
  prefix: 'VIEW',
  names: names('Interview'),
  purpose: words('For a panel'),
  audience: 'panel',
  people: ['asks'],
  writers,
  title: 'name',
  fields: {
    ...content,
    asks: { kind: 'person', label: words('Asks') },
    basis: { kind: 'reference', to: 'note', label: words('Basis') },
  },
})

export const recordsForSinglePeople = [thing, human, note, talk, interview]

export const linksForSinglePeople: readonly LinkRule[] = [
  ...thingLinks.filter(({ from, to }) => from === 'thing' && to === 'thing'),
  ...[note, talk, interview].flatMap(({ type }): LinkRule[] => [
    { relation: 'relates', from: type, to: 'thing' },
    { relation: 'serves', from: 'thing', to: type },
  ]),
]

export const migrationsForSinglePeople: Migrations = {
  ...thingMigrations,
  '0901-for-single-people': {
    async up(database) {
      for (const [table, columns] of [
        ['person', ''],
        ['note', ''],
        ['talk', ', one uuid, other uuid'],
        ['interview', ', asks uuid, basis uuid'],
      ] as const)
        await sql
          .raw(
            `create table ${table} (workspace_id uuid not null, id uuid not null, name text not null
              ${table === 'person' ? '' : ', text text, about uuid, documents jsonb'}${columns},
              primary key (workspace_id, id),
              foreign key (workspace_id, id) references record on delete cascade)`,
          )
          .execute(database)
    },
  },
}
