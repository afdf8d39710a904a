import type { ErrorComponentProps } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { shellWords } from './words/words.ts'

/** In the place of a page that broke off; rail and bar stay, so that the way on is there. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const words = useWords(shellWords)
  return (
    <div role="alert">
      <PageHeader title={words('failure.title')} lead={words('failure.text')} />
      <p className="mb-6 max-w-[72ch] border-l-2 border-bad py-1 pl-5 font-mono text-xs wrap-anywhere text-ink-2">
        {error instanceof Error ? error.message : String(error)}
      </p>
      <div className="flex gap-2">
        <button type="button" onClick={reset} className="button-primary">
          {words('failure.again')}
        </button>
        {/* After an update the parts of the page have other names. */}
        <button type="button" onClick={() => location.reload()} className="button">
          {words('failure.update')}
        </button>
      </div>
    </div>
  )
}
