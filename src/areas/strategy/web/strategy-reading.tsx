import { Link } from '@tanstack/react-router'
import { useMay } from '#kit/api/use-may.ts'
import { MarkdownText } from '#kit/fields/markdown-text.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { Point, StrategyText } from '../edition-shape.ts'
import { strategy } from '../strategy.record.ts'
import { DraftNote } from './draft-note.tsx'
import { visionWords } from './words/words.ts'

/** How the vision is to be reached: the strategies that go with it, as they were published. */
export function StrategyReading({ strategies }: { readonly strategies: readonly StrategyText[] }) {
  const words = useWords(visionWords)
  const mayWrite = useMay()(strategy.writers)
  return (
    <section aria-label={words('how.title')} className="border-t border-rule pt-10">
      <h2 className="text-lg font-semibold tracking-tight">{words('how.title')}</h2>
      {strategies.length === 0 && (
        <p className="mt-3 text-ink-2">
          {words('how.none')}{' '}
          {mayWrite && (
            <a href="/direction/strategies?form=new" className="text-accent underline underline-offset-2">
              {words('how.write')}
            </a>
          )}
        </p>
      )}
      <div className="flex flex-col gap-12">
        {strategies.map((each) => (
          <Strategy key={each.key} text={each} />
        ))}
      </div>
    </section>
  )
}

function Strategy({ text }: { readonly text: StrategyText }) {
  const words = useWords(visionWords)
  const format = useFormat()
  const { key, title, edition, day, diagnosis, policies, refusals, draft } = text
  return (
    <div className="mt-4">
      <h3 className="text-md font-semibold text-balance">
        <Link
          to="/records/$key"
          params={{ key }}
          className="underline-offset-4 hover:text-accent hover:underline"
        >
          {title}
        </Link>
      </h3>
      <p className="mt-1 text-xs text-ink-3">
        {edition === null || day === null
          ? words('how.unpublished')
          : words('how.edition', { edition, day: format.day(day) })}
      </p>
      {draft && (
        <div className="mt-4">
          <DraftNote definition={strategy} recordKey={key} draft={draft} newest={edition ?? 0} />
        </div>
      )}
      {diagnosis !== null && (
        <>
          <Head>{words('how.diagnosis')}</Head>
          <div className="reading-text mt-2">
            <MarkdownText text={diagnosis} />
          </div>
        </>
      )}
      {policies.length > 0 && (
        <>
          <Head>{words('how.policies')}</Head>
          <Points points={policies} isNumbered />
        </>
      )}
      {refusals.length > 0 && (
        <>
          <Head>{words('how.refusals')}</Head>
          <Points points={refusals} />
        </>
      )}
    </div>
  )
}

function Head({ children }: { readonly children: string }) {
  return <h4 className="mt-8 font-semibold text-ink-2">{children}</h4>
}

/** What is decided by in its order, what is left undone with a line before it. */
function Points({
  points,
  isNumbered = false,
}: {
  readonly points: readonly Point[]
  readonly isNumbered?: boolean
}) {
  const List = isNumbered ? 'ol' : 'ul'
  return (
    <List className="mt-3 flex flex-col gap-4">
      {points.map(({ what, why }, at) => (
        <li key={what} className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
          <span aria-hidden="true" className="text-md text-ink-3 tabular-nums">
            {isNumbered ? at + 1 : '–'}
          </span>
          <div>
            <p className="text-md font-medium text-pretty">{what}</p>
            {why !== null && (
              <div className="mt-1 text-ink-2">
                <MarkdownText text={why} />
              </div>
            )}
          </div>
        </li>
      ))}
    </List>
  )
}
