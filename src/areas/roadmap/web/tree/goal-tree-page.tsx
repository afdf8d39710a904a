import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { accountQuery } from '#kit/api/account.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { Note } from '#kit/page/note.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { RadioRow } from '#kit/page/radio-row.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import type { GoalTreeShape } from '../../goal-tree/tree-shape.ts'
import { GoalChanges } from './goal-changes.tsx'
import { GoalTree } from './goal-tree.tsx'
import { treeQuery } from './tree-queries.ts'
import { isOpen } from './tree-rows.ts'
import { parseTreeView, turnedIn, withTurned, type TreeView } from './tree-view.ts'
import { treeWords } from './words/words.ts'

/** The goals as a tree, from what is to be reached down to the work that is to do it. */
export function GoalTreePage() {
  const words = useWords(treeWords)
  const format = useFormat()
  const language = useLanguage()
  const view = parseTreeView(useSearch({ strict: false }))
  const change = useChange()
  const may = useMay()
  const mayRead = may(insiders)
  const { data: account } = useQuery(accountQuery)
  const which = view.goals ?? 'current'
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...treeQuery(which, language),
    enabled: mayRead,
  })
  const create = useCreate()
  useKeys({ n: create ?? (() => {}) })
  const isClosed = account !== undefined && !mayRead
  const isEmpty = data?.goals.length === 0
  return (
    <div className={isPlaceholderData ? 'opacity-60' : ''} aria-busy={isPlaceholderData}>
      <PageHeader
        title={words('title')}
        lead={words('lead')}
        aside={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {data && words('asOf', { moment: format.moment(data.asOf) })}
            <Link to="/direction/goals" className="button" data-print="no">
              {words('asList')}
            </Link>
            {create && !isEmpty && (
              <button type="button" onClick={create} className="button-primary" data-print="no">
                <Plus size={14} aria-hidden="true" /> {words('new')}
              </button>
            )}
          </span>
        }
      />
      {isClosed && <NotForYou />}
      {error && !data && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && !isClosed && <Skeleton />}
      {data && isEmpty && (
        <NoGoal isAll={which === 'all'} create={create} onAll={() => change({ goals: 'all' })} />
      )}
      {data && !isEmpty && (
        <>
          <Toolbar tree={data} view={view} onChange={change} />
          <GoalTree
            tree={data}
            view={view}
            onTurn={(key) => change(withTurned(view, key))}
            onChanges={(key) => change({ changes: key }, 'push')}
          />
          <Foot tree={data} />
        </>
      )}
      {data && view.changes !== undefined && (
        <GoalChanges
          key={view.changes}
          goal={view.changes}
          weeks={data.window.weeks}
          onClose={() => change({ changes: undefined })}
        />
      )}
    </div>
  )
}

type Change = { readonly [Key in keyof TreeView]?: TreeView[Key] | undefined }

function useChange() {
  const navigate = useNavigate()
  return (change: Change, step: 'replace' | 'push' = 'replace') =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => {
        const { goals: _goals, turned: _turned, changes: _changes, ...others } = before
        return {
          ...others,
          ...parseTreeView({ ...before, turned: undefined, ...keptTurned(before, change), ...change }),
        }
      },
      replace: step === 'replace',
      resetScroll: false,
    })
}

/** What was turned stays, unless it is said anew. */
function keptTurned(before: Record<string, unknown>, change: Change): { turned?: unknown } {
  return 'changes' in change || 'goals' in change ? { turned: before['turned'] } : {}
}

interface ToolbarProps {
  readonly tree: GoalTreeShape
  readonly view: TreeView
  readonly onChange: (change: Change) => void
}

function Toolbar({ tree: { goals }, view, onChange }: ToolbarProps) {
  const words = useWords(treeWords)
  const hasBelow = new Set(goals.flatMap(({ key, parent, bets }) => [parent, bets.length > 0 ? key : null]))
  const foldable = goals.filter(({ key }) => hasBelow.has(key))
  const turn = (open: boolean) => {
    const turned = turnedIn(view)
    const others = foldable
      .filter((goal) => isOpen(goal, goals.length, turned) !== open)
      .map(({ key }) => key)
    const next = others.reduce<TreeView>((each, key) => withTurned(each, key), view)
    onChange({ turned: next.turned })
  }
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-8 gap-y-1" data-print="no">
      <RadioRow
        legend={words('which')}
        name="which"
        options={(['current', 'all'] as const).map((value) => ({ value, label: words(`which.${value}`) }))}
        value={view.goals ?? 'current'}
        onChange={(value) => onChange({ goals: value === 'all' ? 'all' : undefined })}
        isLegendShown
      />
      <span className="flex gap-4">
        <button type="button" className="text-ink-2 hover:text-accent" onClick={() => turn(true)}>
          {words('unfold')}
        </button>
        <button type="button" className="text-ink-2 hover:text-accent" onClick={() => turn(false)}>
          {words('fold')}
        </button>
      </span>
    </div>
  )
}

interface NoGoalProps {
  readonly isAll: boolean
  readonly create: (() => void) | null
  readonly onAll: () => void
}

function NoGoal({ isAll, create, onAll }: NoGoalProps) {
  const words = useWords(treeWords)
  return (
    <Note title={words('none.title')}>
      <p>{words('none.text')}</p>
      {!create && <p>{words('none.others')}</p>}
      <p className="mt-4 flex flex-wrap gap-2">
        {create && (
          <button type="button" onClick={create} className="button-primary">
            <Plus size={14} aria-hidden="true" /> {words('new')}
          </button>
        )}
        {!isAll && (
          <button type="button" onClick={onAll} className="button">
            {words('none.all')}
          </button>
        )}
      </p>
    </Note>
  )
}

function Foot({ tree: { betsWithoutGoal, unread } }: { readonly tree: GoalTreeShape }) {
  const words = useWords(treeWords)
  return (
    <div className="mt-6 flex max-w-[72ch] flex-col gap-1 text-ink-2">
      {betsWithoutGoal > 0 && (
        <p>
          {words('foot.bets', { count: betsWithoutGoal })}{' '}
          <Link to="/direction/bets" className="text-accent underline underline-offset-2">
            {words('foot.toBets')}
          </Link>
        </p>
      )}
      {unread.length > 0 && <p>{words('foot.unread', { names: unread.join(', ') })}</p>}
      <p className="text-xs text-ink-3">{words('bets.help')}</p>
      <p className="hidden text-xs text-ink-3 lg:block" data-print="no">
        {words('foot.keys')}
      </p>
    </div>
  )
}

/** Opens the form of a new goal; null for who may not write one. */
function useCreate(): (() => void) | null {
  const navigate = useNavigate()
  const mayWrite = useMay()(['owner', 'leader'])
  return mayWrite ? () => void navigate({ href: '/direction/goals?form=new' }) : null
}

function Skeleton() {
  return (
    <div className="flex flex-col gap-4" aria-hidden="true">
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className="skeleton h-12" style={{ marginLeft: `${(row % 3) * 1.25}rem` }} />
      ))}
    </div>
  )
}
