import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { textOf } from '../plan/read-bet.ts'
import type { ComparisonShape } from '../scenario/comparison-shape.ts'
import { draftPlace, keep, readKept } from './kept-draft.ts'
import { ScenarioBets } from './scenario-bets.tsx'
import { completeOf, draftOf, emptyDraft, isEmpty, isSame, type Draft } from './scenario-draft.ts'
import { ScenarioRows } from './scenario-rows.tsx'
import { ScenarioSave } from './scenario-save.tsx'
import { ScenarioSummary } from './scenario-summary.tsx'
import { scenarioWords } from './scenario-words.ts'
import { useDraft } from './use-draft.ts'

interface WorkbenchProps {
  /** None for a new one. */
  readonly saved: RecordShape | null
  readonly beside: readonly string[]
  /** Whose draft it is: what they wrote before is here again. */
  readonly owner: string
  readonly isJustMade: boolean
  readonly onMade: (key: string) => void
}

/** What is different, and beside it what comes of it. */
export function ScenarioWorkbench({ saved, beside, owner, isJustMade, onMade }: WorkbenchProps) {
  const words = useWords(scenarioWords)
  const format = useFormat()
  // What the draft was made from: what is saved is refused when somebody else was quicker.
  const [base, setBase] = useState(saved)
  const isOpen = base === null || base.fields['state'] === 'open'
  const [place] = useState(() => draftPlace(owner, saved))
  const [kept] = useState(() => (isOpen ? readKept(place) : null))
  const [title, setTitle] = useState(kept?.title ?? '')
  const before = base ? draftOf(base.fields) : emptyDraft
  const { draft, settled, change, undo, take: takeDraft } = useDraft(kept?.draft ?? before, isOpen)
  const isChanged = isOpen && !isSame(before, draft)
  const version = base?.version ?? 0
  const [madeFrom, setMadeFrom] = useState(kept?.version ?? version)
  useEffect(() => {
    keep(place, isChanged || title !== '' ? { draft, title, version: madeFrom } : null)
  }, [place, isChanged, draft, title, madeFrom])
  const { data, error, refetch, isFetching, isPlaceholderData } = useComparison(base, settled, beside)
  const isOld = isPlaceholderData || isFetching || settled !== draft
  const discard = () => {
    setMadeFrom(version)
    change(before)
  }
  const take = (record: RecordShape) => {
    keep(place, null)
    // A new one goes on at its own address.
    if (base === null) return onMade(record.key)
    setMadeFrom(record.version)
    setBase(record)
    takeDraft(draftOf(record.fields))
  }
  if (error && !data) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <div className="skeleton h-96" />
  if (data.bets.length === 0 && data.stopped.length === 0) return <NoBets />
  // The one that is written, where there is a difference to reckon.
  const own = data.plans.slice(1).find(({ key }) => key === null)
  return (
    <>
      {base?.fields['state'] === 'adopted' && (
        <p className="text-ink-2">
          {words('change.adopted', { day: format.day(textOf(base.fields['adoptedOn']) ?? '') })}
        </p>
      )}
      {base?.fields['state'] === 'discarded' && <p className="text-ink-2">{words('change.discarded')}</p>}
      <Section title={words('change.title')}>
        <div className="flex flex-col gap-5">
          {kept && isChanged && draft === kept.draft && (
            <output className="block text-ink-2" data-print="no">
              {words('kept.again')} {madeFrom !== version && base && words('kept.other', { key: base.key })}{' '}
              <button
                type="button"
                className="text-accent underline-offset-2 hover:underline"
                onClick={discard}
              >
                {words('change.undo')}
              </button>
            </output>
          )}
          {isEmpty(draft) && <p className="text-ink-2">{words('change.nothing')}</p>}
          {own && own.notApplied.length > 0 && (
            <div className="border-l-2 border-bad py-1 pl-4">
              <p className="font-medium">{words('change.notApplied')}</p>
              <ul className="text-ink-2">
                {own.notApplied.map(({ path, reason }) => (
                  <li key={path}>{reason}</li>
                ))}
              </ul>
            </div>
          )}
          {isOpen && <ScenarioRows draft={draft} onChange={change} comparison={data} />}
          {isOpen && (
            <ScenarioSave
              {...{ base, draft, undo, title, setTitle, isJustMade }}
              onDiscard={discard}
              onSaved={take}
            />
          )}
        </div>
      </Section>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <output className="sr-only">{words(isOld ? 'page.computing' : 'page.done')}</output>
      <div
        // What comes at once is not set lighter before: that would flicker, and cost more than to draw it.
        className={`flex flex-col gap-8 ${isOld ? 'opacity-60 transition-opacity delay-200' : ''}`}
        aria-busy={isOld}
      >
        <ScenarioSummary comparison={data} />
        <ScenarioBets comparison={data} draft={draft} {...(isOpen && { edit: change })} />
        <p className="text-xs text-ink-3">
          {words('page.trials', { trials: format.number(data.trials) })}{' '}
          {data.unread.length > 0 && words('page.unread', { names: data.unread.join(', ') })}
        </p>
      </div>
    </>
  )
}

function useComparison(base: RecordShape | null, draft: Draft, beside: readonly string[]) {
  const language = useLanguage()
  const differences = completeOf(draft)
  const scenarios = [
    // Without a difference it would be today once more.
    ...(isEmpty(differences) ? [] : [{ ...(base && { title: base.title }), differences }]),
    ...beside.map((key) => ({ key })),
  ]
  return useQuery({
    queryKey: ['scenario-comparison', language, scenarios],
    queryFn: () => send<ComparisonShape>('POST', apiUrl('/roadmap/compare'), { language, scenarios }),
    placeholderData: keepPreviousData,
  })
}

function NoBets() {
  const words = useWords(scenarioWords)
  return (
    <Note title={words('page.empty')}>
      <p>{words('page.emptyText')}</p>
      <p className="mt-3">
        <Link to="/direction/bets" className="text-accent underline underline-offset-2">
          {words('page.firstBet')}
        </Link>
      </p>
    </Note>
  )
}
