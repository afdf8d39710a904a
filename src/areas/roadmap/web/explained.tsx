import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#kit/language/language.ts'
import { useWords, type Translate } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { BetOutlook, RoadmapForecast } from '../answer-forecast.ts'
import { explainedForecastQuery } from './forecast-query.ts'
import { Part } from './part.tsx'
import { useOutlookWords } from './use-outlook-words.ts'
import { useRoadmapView } from './use-roadmap-view.ts'
import { roadmapWords } from './words.ts'

interface ExplainedProps {
  readonly bet: BetOutlook
  readonly forecast: RoadmapForecast
}

/** What holds a bet up most often, and what moves its date most: reckoned when it is looked at. */
export function Explained({ bet: { key }, forecast }: ExplainedProps) {
  const words = useWords(roadmapWords)
  const language = useLanguage()
  const [{ window }] = useRoadmapView()
  const { data, error, refetch } = useQuery(explainedForecastQuery({ window, language }))
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  const bet = data?.bets.find((each) => each.key === key)
  if (!data) {
    return (
      <output className="flex flex-col gap-2">
        <span className="text-ink-3">{words('drawer.loading')}</span>
        <span className="skeleton h-24 w-full" />
      </output>
    )
  }
  const nameOf = (of: string) => forecast.teams.find((team) => team.key === of)?.name ?? of
  return (
    <>
      {bet?.chain && <ChainOf chain={bet.chain} nameOf={nameOf} />}
      <Part title={words('drawer.moves')}>
        <Influences influences={bet?.sensitivity ?? []} trials={data.trials} nameOf={nameOf} />
      </Part>
    </>
  )
}

type NameOf = (of: string) => string

function ChainOf({
  chain,
  nameOf,
}: {
  readonly chain: NonNullable<BetOutlook['chain']>
  readonly nameOf: NameOf
}) {
  const words = useWords(roadmapWords)
  const say = useOutlookWords()
  return (
    <Part title={words('drawer.chain')}>
      <ol className="flex list-decimal flex-col gap-0.5 pl-5">
        {chain.steps.map(({ bet, team, because }) => (
          <li key={`${bet} ${team}`}>{words(`chain.${because}`, { team: nameOf(team), bet })}</li>
        ))}
      </ol>
      <p className="mt-1 text-xs text-ink-3">
        {words('drawer.chainShare', {
          share: say.chance({ chance: chain.share, over95: chain.share > 0.95 }),
        })}
      </p>
    </Part>
  )
}

function Influences({
  influences,
  trials,
  nameOf,
}: {
  readonly influences: NonNullable<BetOutlook['sensitivity']>
  readonly trials: number
  readonly nameOf: NameOf
}) {
  const words = useWords(roadmapWords)
  const moving = influences.filter(({ low, high }) => low !== 0 || high !== 0).slice(0, 5)
  if (moving.length === 0) return <p className="text-ink-2">{words('drawer.movesNone')}</p>
  return (
    <>
      <p className="mb-2 text-ink-2">{words('drawer.movesLead', { trials })}</p>
      <ul className="flex flex-col gap-2">
        {moving.map(({ input, of, low, high }) => (
          <li key={`${input} ${of}`}>
            {words(`influence.${input}`, { name: nameOf(of) })}
            <span className="block font-medium">
              {movedBy(words, low)} · {movedBy(words, high)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function movedBy(words: Translate<'influence.earlier' | 'influence.later'>, days: number): string {
  return days < 0 ? words('influence.earlier', { days: -days }) : words('influence.later', { days })
}
