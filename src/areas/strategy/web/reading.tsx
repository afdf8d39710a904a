import { Link } from '@tanstack/react-router'
import { MarkdownText } from '#kit/fields/markdown-text.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { RecordShape } from '#kernel/shape.ts'
import type { VisionEditionShape } from '../edition-shape.ts'
import { vision } from '../vision.record.ts'
import { DraftNote } from './draft-note.tsx'
import { Editions } from './editions-list.tsx'
import { GoalsOfVision } from './goals-of-vision.tsx'
import { HaveRead } from './have-read.tsx'
import { Readers } from './readers.tsx'
import { Since } from './since.tsx'
import { StrategyReading } from './strategy-reading.tsx'
import type { VisionView } from './vision-view.ts'
import { visionWords } from './words/words.ts'

interface ReadingProps {
  readonly shown: VisionEditionShape
  readonly view: VisionView
  readonly others: readonly RecordShape[]
}

const link = 'text-accent underline underline-offset-2'

/** An edition of a vision, set for reading, and below it what leads there. */
export function Reading({ shown, view, others }: ReadingProps) {
  const words = useWords(visionWords)
  const format = useFormat()
  const { key, title, edition, day, note, editions, text, audiences, strategies } = shown
  const newest = editions[0]?.edition ?? edition
  const audience = audiences.find((each) => each.audience === view.for)
  return (
    <article className="reading mx-auto flex max-w-[40rem] flex-col gap-14 pt-2 lg:pt-8">
      <title>{`${title} · Leitstand`}</title>
      <div>
        {shown.draft && (
          <div className="mb-10">
            <DraftNote definition={vision} recordKey={key} draft={shown.draft} newest={newest} />
          </div>
        )}
        {edition !== newest && (
          <p className="mb-8 border-l-2 border-rule-strong pl-4 text-ink-2">
            {words('older.text', { edition, newest })}{' '}
            <Link
              to="/direction/vision"
              search={{ ...view, edition: undefined, since: undefined }}
              className={link}
            >
              {words('older.newest')}
            </Link>
          </p>
        )}
        <p className="text-xs text-ink-3">
          {words('line.edition', { edition, key, day: format.day(day) })}
          {note !== null && ` · ${note}`}
        </p>
        <h1 className="mt-3 text-xl font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
        {audiences.length > 0 && <Audiences shown={shown} view={view} />}
        {(audience?.text ?? text) !== null && (
          <div className="reading-text mt-8">
            <MarkdownText text={audience?.text ?? text ?? ''} />
          </div>
        )}
        <HaveRead shown={shown} />
        <Readers shown={shown} open={view.readers} />
      </div>
      {shown.since && <Since since={shown.since} />}
      <StrategyReading strategies={strategies} />
      {edition === newest && strategies.length > 0 && <GoalsOfVision goals={shown.goals} />}
      <Editions shown={shown} />
      <nav aria-label={words('others.title')} className="border-t border-rule pt-4" data-print="no">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {others.map((other) => (
            <li key={other.key}>
              <Link to="/direction/vision" search={{ of: other.key }} className={link}>
                {other.title}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/records/$key" params={{ key }} className={link}>
              {words('line.record', { key })}
            </Link>
          </li>
          <li>
            <Link to="/direction/visions" className={link}>
              {words('line.all')}
            </Link>
          </li>
        </ul>
      </nav>
    </article>
  )
}

/** The text for everybody, and that for each audience; which one is read stands in the address. */
function Audiences({ shown, view }: Pick<ReadingProps, 'shown' | 'view'>) {
  const words = useWords(visionWords)
  const current = shown.audiences.find(({ audience }) => audience === view.for)?.audience
  return (
    <nav aria-label={words('audience.label')} className="mt-6" data-print="no">
      <ul className="flex flex-wrap gap-x-5 border-b border-rule">
        {[undefined, ...shown.audiences.map(({ audience }) => audience)].map((audience) => (
          <li key={audience ?? ''}>
            <Link
              to="/direction/vision"
              search={{ ...view, for: audience }}
              resetScroll={false}
              {...(audience === current && { 'aria-current': 'true' })}
              className={`-mb-px block border-b-2 py-1.5 ${audience === current ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`}
            >
              {audience ?? words('audience.all')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
