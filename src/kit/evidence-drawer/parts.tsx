import { usePartName } from './use-part-name.ts'

interface PartsProps {
  readonly parts: Readonly<Record<string, number>>
  readonly text: (value: number) => string
}

/** Named amounts, one a line. */
export function Parts({ parts, text }: PartsProps) {
  const nameOf = usePartName()
  return (
    <ul>
      {Object.entries(parts).map(([key, value]) => (
        <li key={key} className="flex justify-between gap-4">
          <span>{nameOf(key)}</span>
          <span>{text(value)}</span>
        </li>
      ))}
    </ul>
  )
}
