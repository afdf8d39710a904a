import { writing, type ControlProps } from '../control.ts'

/** A moment, written in the time of the device and kept in UTC. */
export function InstantControl(props: ControlProps) {
  const { value, onChange } = props
  return (
    <input
      {...writing(props)}
      type="datetime-local"
      value={typeof value === 'string' ? toLocal(value) : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : toInstant(event.target.value))}
      className="input w-56"
    />
  )
}

function toLocal(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function toInstant(local: string): string {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? local : at.toISOString()
}
