import { Refusal, type RefusedField } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/shape.ts'
import { findCycle } from './find-cycle.ts'
import { limits, type Prepared } from './forecast-input.ts'
import { inputReader, type InputReader } from './input-reader.ts'
import { readBets } from './read-bets.ts'
import { readTeams } from './read-teams.ts'
import { workingDays, type DayNumber } from './working-days.ts'

const [usualTrials, usualSeed] = [10_000, 1]

/** Checks what a forecast is to be made from, whoever wrote it. Refuses (`invalid`) with every place that is wrong. */
export function readForecastInput(input: unknown): Prepared {
  const read = inputReader()
  const fields = read.object('', input, ['start', 'trials', 'seed', 'breaks', 'teams', 'bets'])
  if (read.faults.length > 0 && fields.size === 0) throw refused(read.faults)
  const start = read.day('start', fields.get('start'))
  const teams = readTeams(read, fields.get('teams'))
  const prepared: Prepared = {
    start,
    trials: read.whole('trials', fields.get('trials') ?? usualTrials, 1, limits.trials),
    seed: read.whole('seed', fields.get('seed') ?? usualSeed, 0, Number.MAX_SAFE_INTEGER),
    breaks: readBreaks(read, fields.get('breaks') ?? []),
    teams,
    bets: readBets(read, fields.get('bets'), teams),
  }
  if (read.faults.length > 0) throw refused(read.faults)
  const cycle = findCycle(prepared.bets)
  if (cycle) throw refused([inCircle(cycle.map((at) => prepared.bets[at]?.key ?? ''))])
  if (workingDays(start, prepared.breaks).length === 0) throw refused([withoutWorkingDay])
  return prepared
}

/** Days that are asked about. Refuses (`invalid`) what is none. */
export function readDays(days: readonly string[]): DayNumber[] {
  const read = inputReader()
  const numbers = days.map((day, at) => read.day(`by.${at}`, day))
  if (read.faults.length > 0) throw refused(read.faults)
  return numbers
}

function readBreaks(read: InputReader, value: unknown): Set<number> {
  const days = read.list('breaks', value, limits.breaks)
  return new Set(days.map((day, at) => read.day(`breaks.${at}`, day)))
}

function inCircle(keys: readonly string[]): RefusedField {
  const path = keys.join(' → ')
  return {
    path: 'bets',
    message: { en: `wait for each other in a circle: ${path}`, de: `warten im Kreis aufeinander: ${path}` },
  }
}

const withoutWorkingDay: RefusedField = {
  path: 'breaks',
  message: {
    en: 'leave no working day within ten years from the start, or before the year 10000',
    de: 'lassen binnen zehn Jahren ab dem Start, oder vor dem Jahr 10000, keinen Arbeitstag übrig',
  },
}

function refused(faults: readonly RefusedField[]): Refusal {
  const line = ({ path, message }: RefusedField, language: keyof Words) =>
    `${path === '' ? { en: 'The input', de: 'Die Eingabe' }[language] : path} ${message[language]}.`
  const said = (language: keyof Words) => faults.map((fault) => line(fault, language)).join('\n')
  return new Refusal(
    'invalid',
    {
      en: `This cannot be forecast:\n${said('en')}`,
      de: `Daraus lässt sich keine Prognose machen:\n${said('de')}`,
    },
    { en: 'Put it right and ask again.', de: 'Berichtige das und frag noch einmal.' },
    faults,
  )
}
