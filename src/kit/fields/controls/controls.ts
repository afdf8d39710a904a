import type { ComponentType } from 'react'
import type { ControlName } from '#kernel/shape.ts'
import type { ControlProps } from '../control.ts'
import { AttachmentsControl } from './attachments-control.tsx'
import { ChoicesControl } from './choices-control.tsx'
import { DurationControl } from './duration-control.tsx'
import { flatControls } from './flat-controls.ts'
import { InstantControl } from './instant-control.tsx'
import { MoneyControl } from './money-control.tsx'
import { RangeControl } from './range-control.tsx'
import { RecordsControl } from './records-control.tsx'
import { RowsControl } from './rows-control.tsx'
import { TagsControl } from './tags-control.tsx'

/** The control of every name that a kind of field may have; one that is missing does not compile. */
export const controls = {
  ...flatControls,
  money: MoneyControl,
  range: RangeControl,
  instant: InstantControl,
  duration: DurationControl,
  choices: ChoicesControl,
  tags: TagsControl,
  records: RecordsControl,
  rows: RowsControl,
  attachments: AttachmentsControl,
} as const satisfies Record<ControlName, ComponentType<ControlProps>>
