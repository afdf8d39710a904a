import { defineOperation } from '#kernel'
import {
  kindOf,
  type FieldValue,
  type Language,
  type RecordDefinition,
  type RecordValues,
} from '#kernel/shape.ts'
import { previewInput } from './bring-in-input.ts'
import type { BringInPreview, Fate, RowShape, TargetShape } from './bring-in-shape.ts'
import { lookThrough, type LookedThrough } from './look-through.ts'
import type { PlannedRow } from './plan-rows.ts'
import type { Settled } from './settle-mapping.ts'
import { longestWord } from './words-of-others.ts'

/** How many rows of each fate are shown. */
const shownFirst = 10
const shownOfFate = 100
const shownValues = 60
const longestText = 200

/** Tells what would become of a file: what it is, how it is taken, and what each row would be. Writes nothing. */
export const previewBringIn = defineOperation({
  name: 'roadmap.bring-in-preview',
  summary: {
    en: 'Look through a file of bets or insights: what it is, how its columns are taken, what would be made, changed, kept or refused. Writes nothing.',
    de: 'Eine Datei mit Wetten oder Erkenntnissen durchsehen: was sie ist, wie ihre Spalten genommen werden, was angelegt, geändert, belassen oder abgelehnt würde. Schreibt nichts.',
  },
  input: previewInput,
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { language, ...given }): Promise<BringInPreview> {
    const looked = await lookThrough(context, given)
    return { file: given.name, as: given.as, ...shapeOf(looked, language) }
  },
})

function shapeOf(
  { definition, file, mapping, identity, source, rows, counts }: LookedThrough,
  language: Language,
): Omit<BringInPreview, 'file' | 'as'> {
  const ofFate = (fate: Fate) =>
    rows
      .filter((row) => row.fate === fate)
      .slice(0, shownOfFate)
      .map((row) => rowShape(definition, row, language))
  return {
    format: file.format,
    counted: file.counted,
    rows: rows.length,
    counts,
    cut: rows.filter(({ isCut, fate }) => isCut && fate !== 'refused').length,
    refused: ofFate('refused'),
    kept: ofFate('kept'),
    changed: ofFate('changed'),
    first: rows
      .filter(({ fate }) => fate !== 'refused' && fate !== 'kept')
      .slice(0, shownFirst)
      .map((row) => rowShape(definition, row, language)),
    leftOut: file.leftOut,
    identity,
    source,
    targets: mapping.map((settled) => targetShape(settled, definition.type === 'insight', language)),
    columns: file.columns.map((name, at) => {
      const texts = file.rows.flatMap(({ cells }) => {
        const own = cells[at] ?? []
        return own.length > 0 ? [own.join(', ')] : []
      })
      return { name, example: cut(texts[0] ?? '', 60), filled: texts.length }
    }),
  }
}

function targetShape(
  { target, from, values, counts }: Settled,
  mayBeUntitled: boolean,
  language: Language,
): TargetShape {
  const { name, label, help, field } = target
  const all = [...counts]
    .filter(([text]) => text.length <= longestWord)
    .sort(([, one], [, other]) => other - one)
  return {
    name,
    label: label[language],
    help: help?.[language] ?? null,
    required: field?.required === true && !(mayBeUntitled && name === 'title' && from === null),
    choices:
      field === null
        ? 'size'
        : 'choices' in field
          ? Object.entries(field.choices).map(([word, said]) => ({ word, label: said[language] }))
          : null,
    from,
    values: all.slice(0, shownValues).map(([text, count]) => ({ text, count, to: values.get(text) ?? null })),
    moreValues: counts.size - Math.min(all.length, shownValues),
  }
}

function rowShape(definition: RecordDefinition, row: PlannedRow, language: Language): RowShape {
  const { fate, known, values, written, disputed } = row
  const isBeside = fate === 'changed' || fate === 'kept'
  const names = fate === 'kept' ? disputed : fate === 'changed' ? Object.keys(written) : Object.keys(values)
  const say = (from: RecordValues, name: string) => saidOf(definition, from, name, language)
  return {
    row: row.row,
    fate,
    title: row.title,
    key: known?.key ?? null,
    fields: names.flatMap((name) => {
      const text = say(fate === 'new' ? written : values, name)
      if (text === '' && !isBeside) return []
      const label = definition.fields[name]?.label[language] ?? name
      return [{ label, text, ...(isBeside && { now: say(known?.current ?? {}, name) }) }]
    }),
    reasons:
      fate === 'kept' && known?.isArchived
        ? [{ en: 'It is put away.', de: 'Der Datensatz ist archiviert.' }[language]]
        : row.faults.map(({ message }) => message[language]),
  }
}

function saidOf(
  { fields }: RecordDefinition,
  values: RecordValues,
  name: string,
  language: Language,
): string {
  const [field, value] = [fields[name], values[name] ?? null]
  if (!field || value === null) return ''
  return cut(kindOf(field).toText(field, value satisfies FieldValue, language), longestText)
}

function cut(text: string, longest: number): string {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length > longest ? `${plain.slice(0, longest).toWellFormed().trimEnd()}…` : plain
}
