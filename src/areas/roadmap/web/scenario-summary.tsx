import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { useKeyboardStop } from '#kit/page/use-keyboard-stop.ts'
import { investmentKinds } from '../investment-kinds.ts'
import type { Weeks } from '../scenario/effort.ts'
import type { ComparedPlan, ComparisonShape } from '../scenario/comparison-shape.ts'
import { scenarioWords } from './scenario-words.ts'

/** What comes in, what goes, what it costs and who works on it, a column a plan. */
export function ScenarioSummary({ comparison }: { readonly comparison: ComparisonShape }) {
  const words = useWords(scenarioWords)
  const format = useFormat()
  const stop = useKeyboardStop()
  const columns = useColumns(comparison)
  const goalTitle = new Map(comparison.goals.map(({ key, title }) => [key, title]))
  const betTitle = new Map([...comparison.bets, ...comparison.stopped].map(({ key, title }) => [key, title]))
  const titleOf = (key: string) => betTitle.get(key) ?? key
  const rows: readonly (readonly [label: string, told: (plan: ComparedPlan) => readonly string[]])[] = [
    [words('sum.in'), ({ betsIn }) => betsIn.map(titleOf)],
    [
      words('sum.out'),
      ({ betsOut }) =>
        betsOut.map(({ key, goals }) =>
          goals.length === 0
            ? titleOf(key)
            : words('sum.with', {
                bet: titleOf(key),
                goals: goals.map((goal) => goalTitle.get(goal) ?? goal).join(', '),
              }),
        ),
    ],
    [words('sum.lost'), ({ goalsWithoutBets }) => goalsWithoutBets.map((key) => goalTitle.get(key) ?? key)],
    [
      words('sum.cost'),
      ({ cost }) => [
        format.number(cost.changes),
        ...(cost.unsized.length > 0 ? [words('sum.unsized', { count: cost.unsized.length })] : []),
      ],
    ],
    [words('sum.effort'), useEffort(comparison)],
    [words('sum.split'), useSplit()],
    [words('sum.people'), usePeople(comparison)],
  ]
  return (
    <Section title={words('sum.title')}>
      <div {...stop} className="overflow-x-auto">
        <table className="w-full max-w-5xl border-collapse text-left">
          <thead>
            <tr className="border-b border-rule-strong text-xs text-ink-3">
              <th scope="col" className="py-1.5 pr-6 font-normal">
                {words('sum.plan')}
              </th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col" className="min-w-36 py-1.5 pr-6 font-medium text-ink">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, told]) => (
              <tr key={label} className="border-b border-rule align-top">
                <th scope="row" className="max-w-40 py-1.5 pr-6 font-normal text-ink-2">
                  {label}
                </th>
                {columns.map(({ id, plan }) => (
                  <td key={id} className="py-1.5 pr-6">
                    <Told lines={told(plan)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Told({ lines }: { readonly lines: readonly string[] }) {
  const words = useWords(scenarioWords)
  if (lines.length === 0) return <span className="text-ink-3">{words('sum.none')}</span>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

interface Column {
  readonly id: string
  readonly name: string
  readonly plan: ComparedPlan
}

/** The plans by what they are called: today, what is being written, and saved ones by their titles. */
export function useColumns({ plans }: ComparisonShape): readonly Column[] {
  const words = useWords(scenarioWords)
  return plans.map((plan, at) => ({
    id: plan.key ?? (at === 0 ? 'today' : 'draft'),
    name: at === 0 ? words('plan.today') : (plan.title ?? words('plan.draft')),
    plan,
  }))
}

function useEffort({ teams }: ComparisonShape): (plan: ComparedPlan) => readonly string[] {
  const words = useWords(scenarioWords)
  const format = useFormat()
  const nameOf = new Map(teams.map(({ key, name }) => [key, name]))
  const told = ({ '50': half, '85': most }: Weeks) =>
    words('sum.weeks', {
      half: half === null ? words('sum.noEnd') : format.number(half),
      most: most === null ? words('sum.noEnd') : format.number(most),
    })
  return ({ effort }) => [
    ...(effort.teams.length === 0 ? [] : [told(effort.weeks)]),
    ...(effort.teams.length < 2
      ? []
      : effort.teams.map(({ team, weeks }) =>
          words('sum.peopleOf', { team: nameOf.get(team) ?? team, people: told(weeks) }),
        )),
    ...(effort.unknown.length > 0
      ? [words('sum.unknownTeams', { teams: effort.unknown.map((key) => nameOf.get(key) ?? key).join(', ') })]
      : []),
    ...(effort.uncounted.length > 0 ? [words('sum.uncounted', { count: effort.uncounted.length })] : []),
  ]
}

function useSplit(): (plan: ComparedPlan) => readonly string[] {
  const words = useWords(scenarioWords)
  const language = useLanguage()
  const format = useFormat()
  const nameOf = (kind: string) =>
    kind in investmentKinds
      ? investmentKinds[kind as keyof typeof investmentKinds][language] // it is in there
      : words('kind.unclassified')
  return ({ cost }) =>
    Object.entries(cost.kinds)
      .filter(([, changes]) => changes > 0)
      .map(([kind, changes]) => `${nameOf(kind)} ${format.share(changes / cost.changes)}`)
}

function usePeople({ teams }: ComparisonShape): (plan: ComparedPlan) => readonly string[] {
  const words = useWords(scenarioWords)
  const format = useFormat()
  const nameOf = new Map(teams.map(({ key, name }) => [key, name]))
  return ({ people }) =>
    people.map(({ team, steps }) => {
      const told = steps.map(({ from, people: count }) =>
        from === null
          ? format.number(count, 1)
          : words('sum.peopleThen', { people: format.number(count, 1), day: format.day(from) }),
      )
      return words('sum.peopleOf', {
        team: nameOf.get(team) ?? team,
        people: told.length === 0 ? words('sum.unknown') : told.join(', '),
      })
    })
}
