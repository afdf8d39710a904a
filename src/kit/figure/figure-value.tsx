import type { ExplainedFigure } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'

/** The value set large with its unit beside it; a dash where there is none. */
export function FigureValue({ figure }: { readonly figure: ExplainedFigure }) {
  const words = useWords(kitWords)
  const format = useFormat()
  if (figure.value === null) {
    return (
      <span className="text-xl text-ink-3">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{words('figure.none')}</span>
      </span>
    )
  }
  const quantity = format.quantity(figure.value, figure.unit)
  const unit = figure.counted ?? quantity.unit
  return (
    <span>
      <span className="text-xl font-medium tracking-tight whitespace-nowrap">{quantity.number}</span>
      {unit !== '' && <span className="ml-1 text-ink-2">{unit}</span>}
    </span>
  )
}
