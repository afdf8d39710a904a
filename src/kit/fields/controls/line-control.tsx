import { writing, type ControlProps } from '../control.ts'

const inputs = { url: 'url', email: 'email' } as const

/** One line of text. */
export function LineControl(props: ControlProps) {
  const { field, value, onChange } = props
  const kind = field.kind === 'url' || field.kind === 'email' ? inputs[field.kind] : 'text'
  return (
    <input
      {...writing(props)}
      // Not of its type: the browser's own words about addresses would come before ours.
      type="text"
      inputMode={kind}
      autoComplete="off"
      spellCheck={kind === 'text'}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      className="input w-full"
    />
  )
}
