import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '#kit/language/words.ts'
import type { ComparisonShape } from '../scenario/comparison-shape.ts'
import type { BreakDifference, PeopleDifference } from '../scenario/scenario-shape.ts'
import { isWholeBreak, isWholePeople, withGoal, type Draft } from './scenario-draft.ts'
import { DayField, NumberField, Select } from './scenario-inputs.tsx'
import { scenarioWords } from './scenario-words.ts'

interface RowsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly comparison: ComparisonShape
}

/** People, breaks and goals of the scenario; its bets are changed where they stand. */
export function ScenarioRows({ draft, onChange, comparison }: RowsProps) {
  const words = useWords(scenarioWords)
  const { teams, start } = comparison
  const firstTeam = teams[0]?.key ?? ''
  const person: PeopleDifference = { team: firstTeam, change: 'join', count: 1, day: start, rampUp: 60 }
  return (
    <>
      {teams.length > 0 && (
        <Group title={words('people.title')}>
          {draft.people.map((row, at) => (
            <PeopleRow
              // oxlint-disable-next-line react/no-array-index-key -- a row has no name, and all it shows is in the draft
              key={at}
              row={row}
              teams={teams}
              onChange={(next) => onChange({ ...draft, people: draft.people.with(at, next) })}
              onRemove={() => onChange({ ...draft, people: draft.people.toSpliced(at, 1) })}
            />
          ))}
          <Add onClick={() => onChange({ ...draft, people: [...draft.people, person] })}>
            {words('people.add')}
          </Add>
        </Group>
      )}
      <Group title={words('breaks.title')}>
        {draft.breaks.map((row, at) => (
          <BreakRow
            // oxlint-disable-next-line react/no-array-index-key -- a row has no name, and all it shows is in the draft
            key={at}
            row={row}
            teams={teams}
            onChange={(next) => onChange({ ...draft, breaks: draft.breaks.with(at, next) })}
            onRemove={() => onChange({ ...draft, breaks: draft.breaks.toSpliced(at, 1) })}
          />
        ))}
        <Add onClick={() => onChange({ ...draft, breaks: [...draft.breaks, { from: '', until: '' }] })}>
          {words('breaks.add')}
        </Add>
      </Group>
      <GoalRows {...{ draft, onChange, comparison }} />
    </>
  )
}

function PeopleRow({ row, teams, onChange, onRemove }: RowProps<PeopleDifference>) {
  const words = useWords(scenarioWords)
  const isJoining = row.change === 'join'
  return (
    <Row onRemove={onRemove} isWhole={isWholePeople(row)}>
      <NumberField
        label={words('people.count')}
        value={row.count}
        least={0.1}
        step={0.1}
        onChange={(count) => onChange({ ...row, count: count ?? 0 })}
      />
      <Select
        label={words('people.what')}
        value={row.change}
        options={[
          ['join', words('people.join')],
          ['leave', words('people.leave')],
        ]}
        onChange={(change) => onChange({ ...row, change: change === 'leave' ? 'leave' : 'join' })}
      />
      <Select
        label={words('people.team')}
        value={row.team}
        options={teams.map(({ key, name }) => [key, name])}
        onChange={(team) => onChange({ ...row, team })}
      />
      <DayField label={words('people.day')} value={row.day} onChange={(day) => onChange({ ...row, day })} />
      {isJoining && (
        <NumberField
          label={words('people.rampUp')}
          value={row.rampUp ?? null}
          least={0}
          onChange={(rampUp) => onChange({ ...row, rampUp })}
        />
      )}
      {isJoining && (
        <NumberField
          label={words('people.mentoring')}
          value={row.mentoring ?? null}
          least={0}
          onChange={(mentoring) => onChange({ ...row, mentoring })}
        />
      )}
    </Row>
  )
}

function BreakRow({ row, teams, onChange, onRemove }: RowProps<BreakDifference>) {
  const words = useWords(scenarioWords)
  return (
    <Row onRemove={onRemove} isWhole={isWholeBreak(row)}>
      <DayField
        label={words('breaks.from')}
        value={row.from}
        onChange={(from) => onChange({ ...row, from })}
      />
      <DayField
        label={words('breaks.until')}
        value={row.until}
        onChange={(until) => onChange({ ...row, until })}
      />
      <Select
        label={words('breaks.team')}
        value={row.team ?? ''}
        options={[['', words('breaks.everybody')], ...teams.map(({ key, name }) => [key, name] as const)]}
        onChange={(team) => onChange({ ...row, team: team === '' ? null : team })}
      />
    </Row>
  )
}

function GoalRows({ draft, onChange, comparison }: RowsProps) {
  const words = useWords(scenarioWords)
  const goals = comparison.goals.filter(({ state }) => ['draft', 'active', 'dropped'].includes(state))
  if (goals.length === 0) return null
  return (
    <details open={draft.goals.length > 0}>
      <summary className="font-medium">{words('goals.count', { count: goals.length })}</summary>
      <ul className="mt-1 flex flex-col">
        {goals.map(({ key, title, state }) => {
          const change = draft.goals.find(({ goal }) => goal === key)?.change ?? null
          const possible = state === 'active' ? 'drop' : 'add'
          const action = words(change === null ? `goals.${possible}` : 'goals.asToday')
          return (
            <li key={key} className="flex min-h-8 flex-wrap items-center gap-x-3">
              <span className="font-mono text-xs text-ink-3">{key}</span>
              <span className={change === 'drop' ? 'text-ink-3 line-through' : ''}>{title}</span>
              {change !== null && (
                <span className="text-xs text-ink-2">
                  {words(change === 'drop' ? 'goals.dropped' : 'goals.added')}
                </span>
              )}
              <button
                type="button"
                className="text-accent underline-offset-2 hover:underline"
                aria-label={words('bets.of', { action, bet: title })}
                onClick={() => onChange(withGoal(draft, key, change === null ? possible : null))}
              >
                {action}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

interface RowProps<Difference> {
  readonly row: Difference
  readonly teams: ComparisonShape['teams']
  readonly onChange: (row: Difference) => void
  readonly onRemove: () => void
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2">
      <h3 className="font-medium">{title}</h3>
      {children}
    </div>
  )
}

function Row({
  onRemove,
  isWhole,
  children,
}: {
  readonly onRemove: () => void
  readonly isWhole: boolean
  readonly children: ReactNode
}) {
  const words = useWords(scenarioWords)
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      {children}
      <button
        type="button"
        onClick={onRemove}
        aria-label={words('row.remove')}
        title={words('row.remove')}
        className="inline-flex size-8 items-center justify-center rounded-xs text-ink-3 hover:bg-sunk hover:text-ink"
      >
        <X size={14} aria-hidden="true" />
      </button>
      {!isWhole && <p className="basis-full text-xs text-ink-2">{words('row.incomplete')}</p>}
    </div>
  )
}

function Add({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" onClick={onClick} className="button">
      <Plus size={14} aria-hidden="true" /> {children}
    </button>
  )
}
