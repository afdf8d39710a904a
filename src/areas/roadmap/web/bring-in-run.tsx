import { useMutation, useQuery } from '@tanstack/react-query'
import { startQuery } from '#kit/api/start.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import type { BringInPreview, BroughtIn, BroughtType } from '../bring-in/bring-in-shape.ts'
import { bringIn, type Choices, type ChosenFile } from './bring-in-query.ts'
import { BringInRows } from './bring-in-rows.tsx'
import { bringInWords } from './bring-in-words.ts'

interface RunProps {
  readonly preview: BringInPreview
  /** Whether the mapping has changed since. */
  readonly isStale: boolean
  readonly asked: { readonly file: ChosenFile; readonly as: BroughtType; readonly choices: Choices }
  readonly onDone: (brought: BroughtIn) => void
}

const fates = ['new', 'changed', 'same', 'kept', 'refused'] as const

/** What would become of the rows, and the button that makes it so. */
export function BringInRun({ preview, isStale, asked, onDone }: RunProps) {
  const words = useWords(bringInWords)
  const { counts, cut } = preview
  const bring = useMutation({
    mutationFn: () => bringIn(asked.file, asked.as, asked.choices),
    onSuccess: onDone,
  })
  // Nothing real is mixed with the sample company; what a file would be can be seen all the same.
  const { data: start } = useQuery(startQuery)
  const isSample = start?.holds === 'sample'
  const isNothing = counts.new + counts.changed === 0
  return (
    <Section title={words('run')} lead={words('run.lead')}>
      <div className={isStale ? 'opacity-60' : ''} aria-busy={isStale}>
        <dl className="mb-6 flex flex-wrap gap-x-10 gap-y-4">
          {fates.map((fate) => (
            <div key={fate} className={`flex flex-col-reverse ${counts[fate] === 0 ? 'text-ink-3' : ''}`}>
              <dt className="text-xs text-ink-2">{words(`count.${fate}`)}</dt>
              <dd className="text-lg font-semibold">{counts[fate].toLocaleString()}</dd>
            </div>
          ))}
        </dl>
        {cut > 0 && <p className="mb-4 max-w-[72ch] text-ink-2">{words('cut', { count: cut })}</p>}
        <div className="flex flex-col gap-6">
          {(['refused', 'kept', 'changed', 'first'] as const).map((which) => (
            <BringInRows key={which} which={which} preview={preview} />
          ))}
        </div>
        <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
          <button
            type="button"
            className="button-primary"
            disabled={isNothing || isSample || isStale || bring.isPending}
            onClick={() => bring.mutate()}
          >
            {bring.isPending ? words('do.busy') : <Doing preview={preview} />}
          </button>
          <p className="text-ink-2">
            {isSample && words('do.sample')}
            {!isSample && isNothing && words(counts.refused > 0 ? 'do.nothingGood' : 'do.nothing')}
            {!isSample && !isNothing && counts.refused > 0 && words('do.refused', { count: counts.refused })}
          </p>
        </div>
        {bring.error && (
          <div className="mt-4">
            <ProblemNote error={bring.error} isAct />
          </div>
        )}
      </div>
    </Section>
  )
}

function Doing({ preview: { counts, as } }: { readonly preview: BringInPreview }) {
  const words = useWords(bringInWords)
  const parts = [
    counts.new > 0 && words(`do.part.${as}`, { count: counts.new }),
    counts.changed > 0 && words('do.part.changed', { count: counts.changed }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? words('do.bring') : words('do.bring.some', { parts: parts.join(', ') })
}
