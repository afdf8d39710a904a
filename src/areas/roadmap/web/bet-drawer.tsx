import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { Note } from '#kit/page/note.tsx'
import type { BetOutlook, RoadmapForecast } from '../answer-forecast.ts'
import { Agreements } from './agreements.tsx'
import { BetTeams } from './bet-teams.tsx'
import { CalibrationOf } from './calibration-line.tsx'
import { Explained } from './explained.tsx'
import { Part } from './part.tsx'
import { pastWords } from './past-words.ts'
import { useBaseline } from './use-moved.ts'
import { useOutlookWords } from './use-outlook-words.ts'
import { useCloseDrawer } from './use-roadmap-view.ts'
import { WhyMoved } from './why-moved.tsx'
import { roadmapWords } from './words.ts'

interface BetDrawerProps {
  readonly bet: string
  readonly forecast: RoadmapForecast
}

/** All that stands behind the forecast of a bet. */
export function BetDrawer({ bet: key, forecast }: BetDrawerProps) {
  const words = useWords(roadmapWords)
  const close = useCloseDrawer()
  const bet = forecast.bets.find((each) => each.key === key)
  return (
    <Drawer title={bet ? `${key} ${bet.title}` : key} onClose={close}>
      {bet ? (
        <BetForecast bet={bet} forecast={forecast} />
      ) : (
        <Note title={words('drawer.missing', { key })}>{words('drawer.missingText')}</Note>
      )}
    </Drawer>
  )
}

function BetForecast({ bet, forecast }: { readonly bet: BetOutlook; readonly forecast: RoadmapForecast }) {
  const words = useWords(roadmapWords)
  const past = useWords(pastWords)
  const format = useFormat()
  const baseline = useBaseline(forecast.start)
  return (
    <article className="flex flex-col gap-7">
      <div>
        <p className="text-ink-2">{words('drawer.what', { trials: forecast.trials })}</p>
        <Link
          to="/records/$key"
          params={{ key: bet.key }}
          className="mt-2 inline-block text-accent underline underline-offset-2"
        >
          {words('drawer.record', { key: bet.key })}
        </Link>
      </div>
      <Days bet={bet} />
      {baseline && <WhyMoved bet={bet.key} baseline={baseline} />}
      {bet.dates && (
        <Part title={past('hold.title')}>
          <CalibrationOf teams={bet.teams} />
        </Part>
      )}
      <BetTeams bet={bet} forecast={forecast} />
      <Surroundings bet={bet} />
      {bet.dates && <Explained bet={bet} forecast={forecast} />}
      <Agreements bet={bet.key} />
      <dl className="grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-6 gap-y-2 border-t border-rule pt-3 text-xs">
        <Row name={words('drawer.asOf')}>{format.moment(forecast.asOf)}</Row>
        <Row name={words('drawer.trials')}>{format.number(forecast.trials)}</Row>
        <Row name={words('drawer.seed')}>{words('drawer.seedText', { seed: String(forecast.seed) })}</Row>
      </dl>
    </article>
  )
}

const levels = [50, 70, 85, 95] as const

function Days({ bet }: { readonly bet: BetOutlook }) {
  const words = useWords(roadmapWords)
  const say = useOutlookWords()
  const { dates, wanted, wantedReason, chance } = bet
  return (
    <Part title={words('drawer.when')}>
      {dates && (
        <dl className="grid grid-cols-[max-content_1fr] items-baseline gap-x-4 gap-y-1">
          {levels.map((level) => (
            <div key={level} className="contents">
              <dt className="text-ink-2">{words('drawer.percent', { percent: level })}</dt>
              <dd className={level === 85 ? 'text-md font-semibold' : 'font-medium'}>
                {say.day(dates[level])}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {bet.reason !== null && (
        <p className="mt-2 border-l-2 border-rule-strong pl-3 text-ink-2">
          {words(dates ? 'row.care' : 'row.none')} {bet.reason}
        </p>
      )}
      {wanted !== null && (
        <p className="mt-3">
          {words('drawer.wanted', { day: say.day(wanted) })}
          {chance && (
            <>
              {': '}
              <span className="font-medium">{words('drawer.chance', { chance: say.chance(chance) })}</span>
            </>
          )}
          {wantedReason !== null && <span className="block text-ink-2">{wantedReason}</span>}
        </p>
      )}
    </Part>
  )
}

/** What it is for, what it waits for, and from when on it may be begun. */
function Surroundings({ bet }: { readonly bet: BetOutlook }) {
  const words = useWords(roadmapWords)
  const say = useOutlookWords()
  if (bet.goals.length + bet.after.length === 0 && bet.earliest === null) return null
  return (
    <dl className="grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-6 gap-y-2">
      {bet.goals.length > 0 && (
        <Row name={words('drawer.goals')}>
          <Records records={bet.goals} />
        </Row>
      )}
      {bet.after.length > 0 && (
        <Row name={words('drawer.depends')}>
          <Records records={bet.after} />
        </Row>
      )}
      {bet.earliest !== null && <Row name={words('drawer.earliest')}>{say.day(bet.earliest)}</Row>}
    </dl>
  )
}

function Records({
  records,
}: {
  readonly records: readonly { readonly key: string; readonly title: string }[]
}) {
  return (
    <ul>
      {records.map(({ key, title }) => (
        <li key={key}>
          <Link
            to="/records/$key"
            params={{ key }}
            className="underline-offset-2 hover:text-accent hover:underline"
          >
            <span className="font-mono text-xs text-ink-3">{key}</span> {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
