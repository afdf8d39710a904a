import type { ExplainedFigure } from '#evidence/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { useChangeView } from '#kit/view/use-view.ts'
import { kitWords } from '#kit/words/words.ts'

/** A figure whose picture says its value: a line of text that opens its evidence. */
export function FigureLink({ figure }: { readonly figure: ExplainedFigure }) {
  const words = useWords(kitWords)
  const changeView = useChangeView()
  return (
    <button
      type="button"
      data-figure={figure.id}
      aria-haspopup="dialog"
      onClick={() => changeView({ figure: figure.id }, 'push')}
      className="mt-2 text-left text-xs text-ink-3 underline-offset-2 hover:text-accent hover:underline"
    >
      <span className="font-medium text-ink-2">{figure.title}</span>
      {figure.value === null
        ? ` · ${figure.reason ?? ''}`
        : ` · ${words('figure.sample', { sample: figure.sample })}`}
      {figure.proxy && ` · ${words('figure.proxy')}`}
    </button>
  )
}
