import { describe, expect, test } from 'vitest'
import { Refusal } from '#kernel/operation/refusal.ts'
import { forecast } from './forecast.ts'
import { layOut } from './lay-out.ts'
import { readForecastInput } from './read-forecast-input.ts'
import { simulate } from './simulate.ts'

const team = { name: 'Web', daily: [1, 1, 1, 1, 1] }
const bet = { key: 'A', teams: ['Web'], size: 3 }
const valid = { start: '2026-11-30', trials: 10, seed: 1, teams: [team], bets: [bet] }

function refusalOf(input: unknown): Refusal {
  try {
    forecast(input)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was accepted.')
}

const withTeam = (more: object) => ({ ...valid, teams: [{ ...team, ...more }] })
const withBet = (more: object) => ({ ...valid, bets: [{ ...bet, ...more }] })
const chain = (...after: (string | undefined)[]) => ({
  ...valid,
  bets: after.map((key, at) => ({ ...bet, key: String.fromCharCode(65 + at), after: key ? [key] : [] })),
})

describe('what cannot be forecast is refused with its place', () => {
  test.each<[unknown, string, string]>([
    [null, 'The input must be an object, not null.', 'Die Eingabe muss ein Objekt sein, nicht null.'],
    [[], 'The input must be an object, not a list.', 'Die Eingabe muss ein Objekt sein, nicht eine Liste.'],
    [{ ...valid, start: undefined }, 'start is missing.', 'start fehlt.'],
    [{ ...valid, start: '1969-12-31' }, 'start must be a day from 1970-01-01 to 9999-12-31', '"1969-12-31"'],
    [{ ...valid, start: '10000-01-01' }, 'start must be a day', 'start muss ein Tag'],
    [{ ...valid, start: '2026-02-30' }, 'start must be a day', 'start muss ein Tag'],
    [{ ...valid, start: '+275760-09-13' }, 'start must be a day', 'start muss ein Tag'],
    [{ ...valid, trials: 0 }, 'trials must be a whole number from 1 to 1000000, not 0.', 'trials muss'],
    [{ ...valid, trials: 1_000_001 }, 'from 1 to 1000000, not 1000001.', 'trials muss'],
    [{ ...valid, trials: 1.5 }, 'not 1.5.', 'nicht 1.5.'],
    [{ ...valid, seed: -1 }, 'seed must be', 'seed muss'],
    [{ ...valid, breaks: ['2026-12-24', 'Easter'] }, 'breaks.1 must be a day', '"Easter"'],
    [{ ...valid, teams: {} }, 'teams must be a list, not an object.', 'teams muss eine Liste sein'],
    [{ ...valid, splitrate: [1, 2] }, 'The input must not hold splitrate.', 'darf splitrate nicht enthalten'],
    [
      withTeam({ daily: [1, -1] }),
      'teams.0.daily.1 must be a whole number from 0 to 10000, not -1.',
      'teams.0',
    ],
    [withTeam({ daily: [Number.NaN] }), 'not NaN.', 'nicht NaN.'],
    [withTeam({ daily: [null] }), 'not null.', 'nicht null.'],
    [withTeam({ daily: [0.5] }), 'not 0.5.', 'nicht 0.5.'],
    [withTeam({ daily: Array(10_001).fill(1) }), 'must have at most 10000 entries, not 10001.', 'höchstens'],
    [withTeam({ parallel: 0 }), 'teams.0.parallel must be a whole number from 1 to 100', 'teams.0.parallel'],
    [withTeam({ name: '' }), 'teams.0.name must be text of 1 to 200 characters, not "".', 'Text von'],
    [
      withTeam({ capacity: [{ from: '2026-12-01', factor: -1 }] }),
      'capacity.0.factor must be a number',
      'factor',
    ],
    [
      withTeam({ capacity: [1, 2].map((factor) => ({ from: '2026-12-01', factor })) }),
      'teams.0.capacity must have one factor for one day.',
      'nur einen Faktor',
    ],
    [{ ...valid, teams: [team, team] }, 'teams.1.name must be another one', 'Ein Team Web gibt es schon'],
    [{ ...valid, bets: [bet, bet] }, 'bets.1.key must be another one', 'Eine Wette A gibt es schon'],
    [withBet({ teams: ['Nobody'] }), 'names the team Nobody, which is not there.', 'nennt das Team Nobody'],
    [withBet({ teams: ['__proto__'] }), 'names the team __proto__, which is not there.', '__proto__'],
    [withBet({ teams: [] }), 'bets.0.teams must name a team.', 'muss ein Team nennen'],
    [withBet({ teams: ['Web', 'Web'] }), 'names Web twice.', 'nennt Web zweimal.'],
    [withBet({ size: 0 }), 'bets.0.size must be a whole number from 1 to 100000, not 0.', 'bets.0.size muss'],
    [withBet({ size: 1_000_000 }), 'from 1 to 100000, not 1000000.', 'nicht 1000000.'],
    [withBet({ size: [5, 3] }), 'must begin with the lower number, not [5, 3].', 'kleineren Zahl'],
    [withBet({ size: [1, 2, 3] }), 'must be two numbers', 'zwei Zahlen'],
    [withBet({ size: { App: 3 } }), 'bets.0.size must not hold App.', 'darf App nicht enthalten'],
    [withBet({ size: {} }), 'bets.0.size.Web is missing.', 'bets.0.size.Web fehlt.'],
    [withBet({ splitRate: [0, 1] }), 'bets.0.splitRate.0 must be a number from 0.01 to 100', 'splitRate'],
    [withBet({ risks: [{ chance: 1.1, size: 1 }] }), 'risks.0.chance must be a number from 0 to 1', 'chance'],
    [
      withBet({ after: ['B'] }),
      'names the bet B, which is not there.',
      'nennt die Wette B, die es nicht gibt',
    ],
    [chain('A'), 'bets wait for each other in a circle: A → A.', 'warten im Kreis aufeinander: A → A.'],
    [chain('B', 'D', undefined, 'A'), 'in a circle: A → B → D → A.', 'A → B → D → A'],
    [
      { ...valid, start: '9999-12-31', breaks: ['9999-12-31'] },
      'breaks leave no working day within ten years',
      'keinen Arbeitstag',
    ],
  ])('%#: %j', (input, en, de) => {
    const { code, words, hintWords, fields } = refusalOf(input)
    expect(code).toBe('invalid')
    expect(words.en).toContain(en)
    expect(words.de).toContain(de)
    expect(hintWords?.de).toBeTruthy()
    expect(fields.length).toBeGreaterThan(0)
  })

  test('all at once, up to twenty', () => {
    const { words } = refusalOf({ ...valid, trials: 0, bets: [{ ...bet, size: 0, after: ['B'] }] })
    expect(words.en.split('\n')).toEqual([
      'This cannot be forecast:',
      'trials must be a whole number from 1 to 1000000, not 0.',
      'bets.0.size must be a whole number from 1 to 100000, not 0.',
      'bets.0.after.0 names the bet B, which is not there.',
    ])
    expect(refusalOf(withTeam({ daily: Array(10_000).fill(-1) })).fields).toHaveLength(20)
  })
})

describe('what is large or empty is no fault', () => {
  test('no bets give no forecasts; trials and seed have a usual value', () => {
    expect(forecast({ start: '2026-11-30', teams: [], bets: [] })).toEqual({
      bets: [],
      trials: 10_000,
      seed: 1,
    })
  })

  test('a chain of a thousand bets', () => {
    const bets = Array.from({ length: 1000 }, (_, at) => ({
      key: `B${at}`,
      teams: ['Web'],
      size: 1,
      after: at === 0 ? [] : [`B${at - 1}`],
    }))
    const { bets: told } = forecast({ ...valid, bets: bets.toReversed() })
    expect(told[0]?.percentiles?.['50']).toBe(1000)
  })

  test('a ladder of bets, down which there are a million million ways', () => {
    const bets = Array.from({ length: 80 }, (_, at) => ({
      key: `B${at}`,
      teams: ['Web'],
      size: 1,
      after: [at - 2 - (at % 2), at - 1 - (at % 2)].filter((other) => other >= 0).map((other) => `B${other}`),
    }))
    expect(forecast({ ...valid, bets }).bets.at(-1)?.percentiles?.['50']).toBe(80)
  })

  test('what lies beyond ten years, or behind the year 9999, is said to', () => {
    const [late] = forecast(withBet({ size: 100_000 })).bets
    expect(late).toMatchObject({
      percentiles: null,
      reason: { en: 'It is not done within 10 years.' },
      cumulative: [],
    })
    const [never] = forecast(withBet({ earliest: '9999-12-31' })).bets
    expect(never?.reason?.de).toContain('Sie darf bis dahin nicht einmal begonnen werden.')
    const [last] = forecast({ ...valid, start: '9999-12-30', bets: [{ ...bet, size: [2, 3] }] }).bets
    expect(last?.percentiles).toMatchObject({ '50': 2, '95': null })
  })

  test('a million trials of what nobody works on any more take no longer than a thousand', () => {
    const capacity = [{ from: '2026-11-30', factor: 0 }]
    const [never] = forecast({ ...withTeam({ capacity }), trials: 1_000_000 }).bets
    expect(never?.percentiles).toBeNull()
    expect(never?.reason?.en).toBe('It is not done within 10 years. The team Web ends up without capacity.')
  })

  test('what would take too long is ended', () => {
    const prepared = readForecastInput({ ...withBet({ size: 100_000 }), trials: 1_000_000 })
    const play = () => simulate(layOut(prepared, [true]), { ...prepared, mostTeamDays: 100_000 })
    expect(play).toThrow('only 39 of 1000000 trials were done')
  })
})
