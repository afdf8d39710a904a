import { writing, type ControlProps } from '../control.ts'

/** Text of several lines, as high as what is written in it. */
export function TextControl(props: ControlProps) {
  const { value, onChange } = props
  return (
    <textarea
      {...writing(props)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      rows={3}
      className="input field-sizing-content h-auto max-h-[60vh] min-h-20 w-full py-1.5"
    />
  )
}
