import type { Words } from '#kernel/shape.ts'
import { limits, type PreparedBet, type PreparedTeam } from './forecast-input.ts'
import type { InputReader, Range } from './input-reader.ts'

const known = ['key', 'teams', 'size', 'after', 'splitRate', 'risks', 'earliest', 'wanted']

export function readBets(read: InputReader, value: unknown, teams: readonly PreparedTeam[]): PreparedBet[] {
  const list = read.list('bets', value, limits.bets)
  const bets = list.map((bet, at) => read.object(`bets.${at}`, bet, known))
  const teamByName = new Map(teams.map(({ name }, at) => [name, at]))
  const betByKey = new Map<string, number>()
  for (const [at, fields] of bets.entries()) {
    const key = read.text(`bets.${at}.key`, fields.get('key'))
    if (betByKey.has(key) && key !== '')
      read.fault(`bets.${at}.key`, {
        en: `must be another one: there is a bet ${key} already`,
        de: `muss ein anderer sein: Eine Wette ${key} gibt es schon`,
      })
    else betByKey.set(key, at)
  }
  return bets.map((fields, at) => readBet(read, `bets.${at}`, fields, teamByName, betByKey))
}

function readBet(
  read: InputReader,
  path: string,
  fields: ReadonlyMap<string, unknown>,
  teamByName: ReadonlyMap<string, number>,
  betByKey: ReadonlyMap<string, number>,
): PreparedBet {
  const day = (name: string) => {
    const value = fields.get(name) ?? null
    return value === null ? null : read.day(`${path}.${name}`, value)
  }
  const key = fields.get('key')
  return {
    key: typeof key === 'string' ? key : '',
    parts: readParts(read, path, fields, teamByName),
    after: placesOf(read, `${path}.after`, fields.get('after') ?? [], betByKey, 'bet').map(([, at]) => at),
    splitRate: read.range(`${path}.splitRate`, fields.get('splitRate') ?? [1, 1], (path, value) =>
      read.number(path, value, 1 / limits.splitRate, limits.splitRate),
    ),
    risks: read.list(`${path}.risks`, fields.get('risks') ?? [], limits.risks).map((risk, at) => {
      const its = read.object(`${path}.risks.${at}`, risk, ['chance', 'size'])
      return {
        chance: read.number(`${path}.risks.${at}.chance`, its.get('chance'), 0, 1),
        size: readSize(read, `${path}.risks.${at}.size`, its.get('size'), 0),
      }
    }),
    earliest: day('earliest'),
    wanted: day('wanted'),
  }
}

/** One size for all of its teams, or one for each: then it names exactly them. */
function readParts(
  read: InputReader,
  path: string,
  fields: ReadonlyMap<string, unknown>,
  teamByName: ReadonlyMap<string, number>,
): PreparedBet['parts'] {
  const teams = placesOf(read, `${path}.teams`, fields.get('teams'), teamByName, 'team')
  const named = fields.get('teams')
  if (Array.isArray(named) && named.length === 0)
    read.fault(`${path}.teams`, { en: 'must name a team', de: 'muss ein Team nennen' })
  const size = fields.get('size')
  if (typeof size !== 'object' || size === null || Array.isArray(size)) {
    const shared = readSize(read, `${path}.size`, size, 1)
    return teams.map(([, team]) => ({ team, size: shared }))
  }
  const names = teams.map(([name]) => name)
  const byTeam = read.object(`${path}.size`, size, names)
  return teams.map(([name, team]) => ({
    team,
    size: readSize(read, `${path}.size.${name}`, byTeam.get(name), 1),
  }))
}

function readSize(read: InputReader, path: string, value: unknown, least: number): Range {
  const whole = (at: string, one: unknown) => read.whole(at, one, least, limits.size)
  if (Array.isArray(value)) return read.range(path, value, whole)
  const size = whole(path, value)
  return [size, size]
}

const unknownNames = {
  team: (name: string): Words => ({
    en: `names the team ${name}, which is not there`,
    de: `nennt das Team ${name}, das es nicht gibt`,
  }),
  bet: (name: string): Words => ({
    en: `names the bet ${name}, which is not there`,
    de: `nennt die Wette ${name}, die es nicht gibt`,
  }),
}

/** Names and their places in the list that they are from. */
function placesOf(
  read: InputReader,
  path: string,
  value: unknown,
  byName: ReadonlyMap<string, number>,
  kind: keyof typeof unknownNames,
): [name: string, place: number][] {
  const found = new Map<string, number>()
  for (const [at, named] of read.list(path, value, limits.bets).entries()) {
    const name = read.text(`${path}.${at}`, named)
    const place = byName.get(name)
    if (found.has(name))
      read.fault(`${path}.${at}`, { en: `names ${name} twice`, de: `nennt ${name} zweimal` })
    else if (place === undefined) {
      if (name !== '') read.fault(`${path}.${at}`, unknownNames[kind](name))
    } else found.set(name, place)
  }
  return [...found]
}
