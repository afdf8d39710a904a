import type { ComponentType } from 'react'
import type { FlatField } from '#kernel/shape.ts'
import { kindOf } from '#kernel/shape.ts'
import type { ControlProps } from '../control.ts'
import { ChoiceControl } from './choice-control.tsx'
import { DayControl } from './day-control.tsx'
import { LineControl } from './line-control.tsx'
import { NumberControl } from './number-control.tsx'
import { RecordControl } from './record-control.tsx'
import { SwitchControl } from './switch-control.tsx'
import { TextControl } from './text-control.tsx'

/** Controls of one plain value each. */
export const flatControls = {
  line: LineControl,
  text: TextControl,
  number: NumberControl,
  day: DayControl,
  choice: ChoiceControl,
  switch: SwitchControl,
  record: RecordControl,
} as const

/** The control for a column of rows; text of several lines is written in one line there. */
export function columnControl(column: FlatField): ComponentType<ControlProps> {
  const { control } = kindOf(column)
  if (control === 'text' || !(control in flatControls)) return LineControl
  return flatControls[control as keyof typeof flatControls] // looked at in the line above
}
