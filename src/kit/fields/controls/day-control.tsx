import { writing, type ControlProps } from '../control.ts'

/** A day, from the calendar of the browser. */
export function DayControl(props: ControlProps) {
  const { value, onChange } = props
  return (
    <input
      {...writing(props)}
      type="date"
      min="1900-01-01"
      max="2199-12-31"
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      className="input w-40"
    />
  )
}
