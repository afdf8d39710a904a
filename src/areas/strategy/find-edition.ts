import { Refusal, type OperationContext } from '#kernel'
import { findRecord, type FoundRecord } from '#kernel/record/find-record.ts'
import { noSuchRecord } from '#kernel/record/record-registry.ts'
import type { RecordShape } from '#kernel/shape.ts'
import type { EditionLine } from './edition-shape.ts'
import { editionsOf } from './editions.ts'

/** A record with one of its editions; the newest where none is named. */
export interface FoundEdition extends FoundRecord {
  readonly edition: EditionLine
  /** The oldest first. */
  readonly editions: readonly EditionLine[]
}

/** Refuses a key of another type, a record of which nothing was published, and an edition that there is not. */
export async function findEdition(
  context: OperationContext,
  key: string,
  { type, edition: asked }: { readonly type: string; readonly edition?: number | undefined },
): Promise<FoundEdition> {
  const found = await findRecord(context, key)
  if (found.shape.type !== type) throw noSuchRecord(key)
  const editions = editionsOf(found.shape)
  const edition = asked === undefined ? editions.at(-1) : editions.find((each) => each.edition === asked)
  if (edition) return { ...found, edition, editions }
  throw editions.length === 0 ? notPublished(found.shape) : noEdition(found.shape, asked, editions.length)
}

function notPublished({ key }: RecordShape): Refusal {
  return new Refusal(
    'not-found',
    { en: `Nothing of ${key} was published yet.`, de: `Von ${key} wurde noch nichts veröffentlicht.` },
    { en: 'Whoever leads publishes it.', de: 'Veröffentlichen kann sie, wer leitet.' },
  )
}

function noEdition({ key }: RecordShape, asked: number | undefined, last: number): Refusal {
  return new Refusal(
    'not-found',
    { en: `${key} has no edition ${asked}.`, de: `Von ${key} gibt es keine Ausgabe ${asked}.` },
    { en: `The newest is edition ${last}.`, de: `Die neueste ist Ausgabe ${last}.` },
  )
}
