// The door for what runs in a browser: it describes, and loads neither database nor validator.
export { dayOrder } from './record/day-order.ts'
export { defineRecord, openFields } from './record/define-record.ts'
export type { Audience, RecordDefinition } from './record/define-record.ts'
export { chosenWord } from './record/fields/choices.ts'
export { isDay } from './record/fields/day.ts'
export { kindOf } from './record/fields/field-kinds.ts'
export type { Field, FieldKindName, FieldValue, FieldValues } from './record/fields/field-kinds.ts'
export type { CellName, ControlName, JsonSchema } from './record/fields/field.ts'
export { sizeText, type Attachment } from './record/fields/attachments.ts'
export { fileEndings, isPicture, mostFileBytes, typeOfName } from './record/fields/file-types.ts'
export { minorDigits, type Money } from './record/fields/money.ts'
export { durationToMinutes } from './record/fields/duration.ts'
export type { FlatField } from './record/fields/rows.ts'
export { statesAfter } from './record/fields/state.ts'
export { parseKey } from './record/record-key.ts'
export { faultAt, readNewValues, readValues, wrongSteps, wrongTogether } from './record/read-values.ts'
export type { FieldFault, RecordValues } from './record/read-values.ts'
export type {
  ChangeShape,
  FieldChange,
  RecordPage,
  RecordShape,
  ReferenceShape,
  VersionShape,
} from './record/record-shape.ts'
export { leadsUp, withFieldRules } from './links/kept-by-field.ts'
export { relations } from './links/relations.ts'
export type { LinkRule } from './links/relations.ts'
export type { NeighbourShape, SightShape, SightStep } from './links/link-shape.ts'
export type { Marks, SearchAnswer, SearchHit } from './search/search-shape.ts'
export { languages, type Language, type Words } from './record/words.ts'
