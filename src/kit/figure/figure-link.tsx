import type { ExplainedFigure } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { useChangeView } from '#kit/view/use-view.ts'
import { kitWords } from '#kit/words/words.ts'

/** A figure in a line of text, for figures whose picture stands above: opens the same evidence. */
export function FigureLink({ figure }: { readonly figure: ExplainedFigure }) {
  const words = useWords(kitWords)
  const format = useFormat()
  const changeView = useChangeView()
  const value = figure.value === null ? '–' : format.inUnit(figure.value, figure.unit)
  return (
    <button
      type="button"
      data-figure={figure.id}
      aria-haspopup="dialog"
      onClick={() => changeView({ figure: figure.id }, 'push')}
      className="mt-2 text-left text-xs text-ink-3 underline-offset-2 hover:text-accent hover:underline"
    >
      <span className="font-medium text-ink-2">{figure.title}</span> {value}
      {figure.value === null
        ? ` · ${figure.reason ?? ''}`
        : ` · ${words('figure.sample', { sample: figure.sample })}`}
      {figure.proxy && ` · ${words('figure.proxy')}`}
    </button>
  )
}
