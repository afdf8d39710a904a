import { attachments, type Attachment, type AttachmentsField } from './attachments.ts'
import type { ChoiceField } from './choice.ts'
import { choices, type ChoicesField } from './choices.ts'
import type { DayField } from './day.ts'
import { duration, type DurationField } from './duration.ts'
import { email, type EmailField } from './email.ts'
import type { FieldKind } from './field.ts'
import { flatKinds } from './flat-kinds.ts'
import { instant, type InstantField } from './instant.ts'
import type { MarkdownField } from './markdown.ts'
import { money, type Money, type MoneyField } from './money.ts'
import type { NumberField } from './number.ts'
import type { PercentageField } from './percentage.ts'
import { range, type Range, type RangeField } from './range.ts'
import { reference, type PersonField, type ReferenceField } from './reference.ts'
import { references, type ReferencesField } from './references.ts'
import { rows, type Row, type RowsField } from './rows.ts'
import type { ShortTextField } from './short-text.ts'
import { state, type StateField } from './state.ts'
import { tags, type TagsField } from './tags.ts'
import type { UrlField } from './url.ts'
import type { YesNoField } from './yes-no.ts'

export type Field =
  | ShortTextField
  | MarkdownField
  | NumberField
  | PercentageField
  | MoneyField
  | RangeField
  | DayField
  | InstantField
  | DurationField
  | ChoiceField
  | ChoicesField
  | StateField
  | YesNoField
  | UrlField
  | EmailField
  | TagsField
  | ReferenceField
  | ReferencesField
  | PersonField
  | RowsField
  | AttachmentsField

export type FieldKindName = Field['kind']

/** What a field of each kind holds, as the API has it. */
export interface FieldValues {
  'short-text': string
  markdown: string
  number: number
  percentage: number
  money: Money
  range: Range
  day: string
  instant: string
  duration: string
  choice: string
  choices: readonly string[]
  state: string
  'yes-no': boolean
  url: string
  email: string
  tags: readonly string[]
  reference: string
  references: readonly string[]
  person: string
  rows: readonly Row[]
  attachments: readonly Attachment[]
}

export type FieldValue = FieldValues[FieldKindName]

const kinds = {
  ...flatKinds,
  money,
  range,
  instant,
  duration,
  choices,
  state,
  email,
  tags,
  references,
  person: reference,
  rows,
  attachments,
} as const satisfies Record<FieldKindName, unknown>

/** The kind of a field, ready to be asked about this very field. */
export function kindOf(field: Field): FieldKind<Field, FieldValue> {
  const kind: FieldKind<never, FieldValue> = kinds[field.kind]
  return kind
}
