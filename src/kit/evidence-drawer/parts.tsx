import type { ExplainedFigure } from '#evidence/shape.ts'

interface PartsProps {
  readonly figure: ExplainedFigure
  readonly parts: Readonly<Record<string, number>>
  readonly text: (key: string, value: number) => string
}

/** Named amounts, one a line. */
export function Parts({ figure, parts, text }: PartsProps) {
  return (
    <ul>
      {Object.entries(parts).map(([key, value]) => (
        <li key={key} className="flex justify-between gap-4">
          <span>{figure.partNames[key] ?? key}</span>
          <span className="whitespace-nowrap">{text(key, value)}</span>
        </li>
      ))}
    </ul>
  )
}
