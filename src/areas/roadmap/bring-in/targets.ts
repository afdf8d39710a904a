import type { Field, RecordDefinition, Words } from '#kernel/shape.ts'
import type { BroughtType } from './bring-in-shape.ts'

/** A field that can be brought in, and how the columns are called that usually hold it. */
export interface Target {
  readonly name: string
  readonly label: Words
  readonly help: Words | null
  /** Null for the size, which is two fields at once. */
  readonly field: Field | null
  /** The names of its columns, best first. */
  readonly columns: readonly RegExp[]
}

/** Names of the fields that a file can fill, in the order in which they are mapped. */
const fields: Readonly<Record<BroughtType, readonly string[]>> = {
  bet: [
    'title',
    'hypothesis',
    'state',
    'labels',
    'investment',
    'horizon',
    'size',
    'wanted',
    'wantedReason',
    'earliest',
    'started',
    'ended',
    'stopCriteria',
    'learned',
    'link',
  ],
  insight: [
    'title',
    'text',
    'state',
    'labels',
    'source',
    'heard',
    'customer',
    'segment',
    'count',
    'revenue',
    'consent',
    'outcome',
    'link',
  ],
}

const text = /^(body|description|beschreibung|text|notes?|notizen?|details)$/i
const said = /^(feedback|comments?|kommentare?|quote|zitat|verbatim|request|wunsch)$/i
const kind = /^(labels?|tags?|schlagwörter|stichwörter|type|issue ?type|vorgangstyp|typ)$/i

const columns: Readonly<Record<string, readonly RegExp[]>> = {
  title: [/^(title|titel|summary|zusammenfassung|subject|betreff)$/i, /^(name|idea|idee|feature|funktion)$/i],
  hypothesis: [text],
  text: [text, said],
  state: [/^(state|status|stand|zustand)$/i],
  labels: [/^(labels?|tags?|schlagwörter|stichwörter)$/i],
  investment: [/^(investment( kind)?|investitionsart|kind)$/i, kind],
  horizon: [/^(horizon|timeframe|now[ /,-]+next[ /,-]+later|zeitraum)$/i, kind],
  size: [
    /^(estimate|(story )?points?|story point estimate|weight|size|aufwand|schätzung)$/i,
    /^custom field \((story points?.*|t-?shirt.*|story point estimate)\)$/i,
    /^t-?shirt/i,
  ],
  wanted: [
    /^(due( date)?|deadline|wanted|target date|fällig(keit|keitsdatum| am)?|zieldatum)$/i,
    /^milestone due$/i,
  ],
  wantedReason: [/^(milestone|project milestone|fix versions?|lösungsversionen|epic)$/i],
  earliest: [/^((custom field \()?start date\)?|startdatum)$/i],
  started: [/^(started|begun)$/i],
  ended: [/^(completed|closed( at)?( \(utc\))?|resolved|erledigt|finished)$/i],
  link: [/^(url|html_url|link|web ?url|permalink|adresse)$/i],
  source: [/^(channel|kanal)$/i],
  heard: [/^(date|datum|created( at)?( \(utc\))?|erstellt|angelegt|received|submitted)$/i],
  customer: [/^(company|firma|account|organi[sz]ation|client)$/i],
  segment: [/^(plan|tier|kundengruppe)$/i],
  count: [/^(votes?|upvotes|stimmen|requests|mentions|anzahl|count)$/i],
  revenue: [/^(arr|acv|umsatz|revenue|deal value)\b/i],
}

/** The fields of a type that a file can fill. What a column is called in the record itself fits best. */
export function targetsOf(definition: RecordDefinition, as: BroughtType): readonly Target[] {
  return fields[as].map((name) => {
    const field = definition.fields[name] ?? null
    const { label, help } = field ?? size
    const own = [name, label.en, label.de].map((each) => new RegExp(`^${escaped(each)}$`, 'i'))
    return { name, label, help: help ?? null, field, columns: [...own, ...(columns[name] ?? [])] }
  })
}

const size: { readonly label: Words; readonly help: Words } = {
  label: { en: 'Size', de: 'Größe' },
  help: {
    en: 'From how many to how many delivered changes in each team; say what each estimate stands for.',
    de: 'Von wie vielen bis zu wie vielen gelieferten Änderungen in jedem Team; sag, wofür jede Schätzung steht.',
  },
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
