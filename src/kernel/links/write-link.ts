import { actorId, holdsRole } from '../operation/actor.ts'
import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import { findRecord, type FoundRecord } from '../record/find-record.ts'
import { referredIn } from '../record/referred.ts'
import { changeRecord } from '../record/write-record.ts'
import { fieldKeeping } from './kept-by-field.ts'
import { leadsTo } from './leads-to.ts'
import { relations, type Relation } from './relations.ts'

export interface LinkEnds {
  readonly from: string
  readonly relation: string
  readonly to: string
}

/** Links two records; one that is there already stays as it is. Refuses ends that the relation does not join, and circles. */
export async function addLink(context: OperationContext, ends: LinkEnds): Promise<LinkEnds> {
  const { from, to, relation } = await findEnds(context, ends)
  assertJoins(context, from, relation, to)
  const field = fieldKeeping(from.definition, relation.name, to.definition.type)
  if (field !== null)
    return changeField(context, from, relation, to, field, (keys) => [...keys, to.shape.key])
  if (from.id === to.id || (relation.acyclic && (await leadsTo(context, relation.name, to.id, from.id))))
    throw circle(from, relation, to)
  await context.transaction
    .insertInto('link')
    .values({
      workspace_id: context.workspaceId,
      from_id: from.id,
      relation: relation.name,
      to_id: to.id,
      created_at: context.clock(),
      created_by: actorId(context.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return audited(context, from, relation, to)
}

/** Takes a link away. Refuses one that is not there. */
export async function removeLink(context: OperationContext, ends: LinkEnds): Promise<LinkEnds> {
  const { from, to, relation } = await findEnds(context, ends)
  const field = fieldKeeping(from.definition, relation.name, to.definition.type)
  if (field !== null && referredIn(from.shape.fields[field]).includes(to.shape.key))
    return changeField(context, from, relation, to, field, (keys) =>
      keys.filter((each) => each !== to.shape.key),
    )
  const { numDeletedRows } = await context.transaction
    .deleteFrom('link')
    .where('workspace_id', '=', context.workspaceId)
    .where('from_id', '=', from.id)
    .where('relation', '=', relation.name)
    .where('to_id', '=', to.id)
    .executeTakeFirst()
  if (numDeletedRows > 0n) return audited(context, from, relation, to)
  const [one, other] = [from.shape.key, to.shape.key]
  throw new Refusal('not-found', {
    en: `${one} has no link “${relation.words.forward.en}” to ${other}.`,
    de: `${one} hat keine Verbindung „${relation.words.forward.de}“ zu ${other}.`,
  })
}

/** A link that a field keeps is made and taken away by changing the field: a version of its own, in history as any other. */
async function changeField(
  context: OperationContext,
  { shape }: FoundRecord,
  relation: Relation,
  to: FoundRecord,
  field: string,
  change: (keys: readonly string[]) => readonly string[],
): Promise<LinkEnds> {
  const fields = { [field]: [...new Set(change(referredIn(shape.fields[field])))] }
  await changeRecord(context, shape.key, shape.version, fields)
  return { from: shape.key, relation: relation.name, to: to.shape.key }
}

async function findEnds(context: OperationContext, ends: LinkEnds) {
  const relation = relations.find(({ name }) => name === ends.relation)
  if (!relation) throw noSuchRelation(ends.relation)
  // In one order whatever the direction, so that two at once wait for each other instead of for ever.
  const keys = [ends.from, ends.to].map((key) => key.trim().toUpperCase())
  const found = new Map<string, FoundRecord>()
  for (const key of [...new Set(keys)].sort()) found.set(key, await findRecord(context, key, 'lock'))
  const [from, to] = keys.map((key) => found.get(key))
  if (!from || !to) throw new Error('A record that was found is not there.')
  if (!holdsRole(context.actor, from.definition.writers)) throw mayNotWrite(from)
  return { from, to, relation }
}

function assertJoins(
  { records }: OperationContext,
  from: FoundRecord,
  relation: Relation,
  to: FoundRecord,
): void {
  const rules = records.links.filter(({ relation: name }) => name === relation.name)
  if (rules.some((rule) => rule.from === from.definition.type && rule.to === to.definition.type)) return
  const pairs = (language: 'en' | 'de') =>
    rules
      .map(
        (rule) =>
          `${records.ofType(rule.from).names.one[language]} → ${records.ofType(rule.to).names.one[language]}`,
      )
      .join(', ')
  throw new Refusal(
    'invalid',
    {
      en: `“${relation.words.forward.en}” does not join a ${from.definition.names.one.en.toLowerCase()} to a ${to.definition.names.one.en.toLowerCase()}.`,
      de: `„${relation.words.forward.de}“ verbindet nicht ${from.definition.names.one.de} mit ${to.definition.names.one.de}.`,
    },
    { en: `It joins ${pairs('en') || 'nothing yet'}.`, de: `Es verbindet ${pairs('de') || 'noch nichts'}.` },
  )
}

function audited(
  context: OperationContext,
  from: FoundRecord,
  relation: Relation,
  to: FoundRecord,
): LinkEnds {
  const ends = { from: from.shape.key, relation: relation.name, to: to.shape.key }
  context.audit({
    subject: { type: from.definition.type, id: from.id },
    payload: { ...ends, surface: context.surface },
  })
  return ends
}

function circle(from: FoundRecord, { words }: Relation, to: FoundRecord): Refusal {
  return new Refusal('invalid', {
    en: `${from.shape.key} cannot be linked to ${to.shape.key} by “${words.forward.en}”: it would lead back to itself.`,
    de: `${from.shape.key} lässt sich nicht mit „${words.forward.de}“ mit ${to.shape.key} verbinden: Das führte zu sich selbst zurück.`,
  })
}

function mayNotWrite({ definition }: FoundRecord): Refusal {
  return new Refusal('forbidden', {
    en: `You may not change ${definition.names.many.en.toLowerCase()}.`,
    de: `Du darfst ${definition.names.many.de} nicht ändern.`,
  })
}

function noSuchRelation(name: string): Refusal {
  const known = relations.map((each) => each.name).join(', ')
  const shown = name.slice(0, 40)
  return new Refusal(
    'invalid',
    { en: `There is no relation ${shown}.`, de: `Es gibt keine Beziehung ${shown}.` },
    { en: `There are ${known}.`, de: `Es gibt ${known}.` },
  )
}
