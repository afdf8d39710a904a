import { sql } from 'kysely'
import type { Migrations } from '../../store/migrate.ts'
import type { LinkRule } from '../../links/relations.ts'
import { defineRecord } from '../define-record.ts'

const words = (en: string) => ({ en, de: `${en} (de)` })

/** A type of record with a field of every kind. */
export const thing = defineRecord({
  type: 'thing',
  collection: 'things',
  area: 'testing',
  prefix: 'THING',
  names: { one: { en: 'Thing', de: 'Ding' }, many: { en: 'Things', de: 'Dinge' } },
  purpose: words('Something'),
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'name',
  groups: { more: words('More') },
  fields: {
    name: { kind: 'short-text', label: words('Name'), required: true, longest: 80 },
    text: { kind: 'markdown', label: words('Text') },
    size: { kind: 'number', label: words('Size'), unit: words('m'), least: -10, most: 1000 },
    share: { kind: 'percentage', label: words('Share'), group: 'more' },
    price: { kind: 'money', label: words('Price') },
    estimate: { kind: 'range', label: words('Estimate'), least: 0 },
    wantedBy: { kind: 'day', label: words('Wanted by') },
    metAt: { kind: 'instant', label: words('Met at') },
    takes: { kind: 'duration', label: words('Takes') },
    colour: { kind: 'choice', label: words('Colour'), choices: { red: words('Red'), blue: words('Blue') } },
    state: {
      kind: 'state',
      label: words('State'),
      required: true,
      choices: { idea: words('Idea'), doing: words('Doing'), done: words('Done') },
      initial: 'idea',
      transitions: { idea: ['doing'], doing: ['idea', 'done'] },
    },
    urgent: { kind: 'yes-no', label: words('Urgent') },
    page: { kind: 'url', label: words('Page') },
    mail: { kind: 'email', label: words('Mail') },
    labels: { kind: 'tags', label: words('Labels') },
    parent: { kind: 'reference', to: 'thing', sight: 'up', label: words('Parent') },
    uses: { kind: 'references', to: 'thing', relation: 'depends', label: words('Uses') },
    options: {
      kind: 'rows',
      label: words('Options'),
      columns: {
        option: { kind: 'short-text', label: words('Option'), required: true },
        cost: { kind: 'number', label: words('Cost') },
        like: { kind: 'reference', to: 'thing', label: words('Like') },
      },
    },
    documents: { kind: 'attachments', label: words('Documents'), most: 3 },
  },
})

/** What only leaders may see. */
export const secret = defineRecord({
  type: 'secret-plan',
  collection: 'secret-plans',
  area: 'testing',
  prefix: 'PLAN',
  names: { one: { en: 'Plan', de: 'Plan' }, many: { en: 'Plans', de: 'Pläne' } },
  purpose: words('Something secret'),
  audience: 'leadership',
  writers: ['owner', 'leader'],
  title: 'name',
  fields: {
    name: { kind: 'short-text', label: words('Name'), required: true },
    about: { kind: 'reference', to: 'thing', label: words('About') },
  },
})

export const thingLinks: readonly LinkRule[] = [
  { relation: 'depends', from: 'thing', to: 'thing' },
  { relation: 'serves', from: 'thing', to: 'thing' },
  { relation: 'blocks', from: 'thing', to: 'thing' },
  { relation: 'affects', from: 'secret-plan', to: 'thing' },
  { relation: 'serves', from: 'thing', to: 'secret-plan' },
]

export const thingMigrations: Migrations = {
  '0900-things': {
    async up(database) {
      await sql`create table thing (
        workspace_id uuid not null, id uuid not null,
        name text not null, text text, size double precision, share double precision, price jsonb, estimate jsonb,
        wanted_by date, met_at timestamptz, takes integer, colour text, state text not null, urgent boolean, page text,
        mail text, labels text[], parent uuid, uses uuid[], options jsonb, documents jsonb,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade,
        foreign key (workspace_id, parent) references record
      )`.execute(database)
      await sql`create table secret_plan (
        workspace_id uuid not null, id uuid not null, name text not null, about uuid,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references record on delete cascade
      )`.execute(database)
    },
  },
}
