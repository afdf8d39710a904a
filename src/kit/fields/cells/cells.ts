import type { ComponentType } from 'react'
import type { CellName } from '#kernel/shape.ts'
import type { CellProps } from '../cell.ts'
import { AttachmentsCell } from './attachments-cell.tsx'
import { ChoiceCell } from './choice-cell.tsx'
import { ChoicesCell } from './choices-cell.tsx'
import {
  DayCell,
  DurationCell,
  InstantCell,
  LinkCell,
  MoneyCell,
  NumberCell,
  RowsCell,
  TagsCell,
  TextCell,
  YesNoCell,
} from './plain-cells.tsx'
import { RangeCell } from './range-cell.tsx'
import { RecordCell } from './record-cell.tsx'
import { RecordsCell } from './records-cell.tsx'

/** The table cell of every name that a kind of field may have; one that is missing does not compile. */
export const cells = {
  text: TextCell,
  number: NumberCell,
  money: MoneyCell,
  range: RangeCell,
  day: DayCell,
  instant: InstantCell,
  duration: DurationCell,
  choice: ChoiceCell,
  choices: ChoicesCell,
  'yes-no': YesNoCell,
  link: LinkCell,
  tags: TagsCell,
  record: RecordCell,
  records: RecordsCell,
  rows: RowsCell,
  attachments: AttachmentsCell,
} as const satisfies Record<CellName, ComponentType<CellProps>>
