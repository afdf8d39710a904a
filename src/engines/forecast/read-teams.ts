import { limits, type PreparedTeam } from './forecast-input.ts'
import type { InputReader } from './input-reader.ts'

export function readTeams(read: InputReader, value: unknown): PreparedTeam[] {
  const names = new Set<string>()
  return read.list('teams', value, limits.teams).map((team, at) => {
    const path = `teams.${at}`
    const fields = read.object(path, team, ['name', 'daily', 'parallel', 'capacity'])
    const name = read.text(`${path}.name`, fields.get('name'))
    if (names.has(name) && name !== '')
      read.fault(`${path}.name`, {
        en: `must be another one: there is a team ${name} already`,
        de: `muss ein anderer sein: Ein Team ${name} gibt es schon`,
      })
    names.add(name)
    return {
      name,
      daily: read
        .list(`${path}.daily`, fields.get('daily'), limits.history)
        .map((count, day) => read.whole(`${path}.daily.${day}`, count, 0, limits.changesADay)),
      parallel: read.whole(`${path}.parallel`, fields.get('parallel') ?? 1, 1, limits.parallel),
      capacity: readCapacity(read, `${path}.capacity`, fields.get('capacity') ?? []),
    }
  })
}

function readCapacity(read: InputReader, path: string, value: unknown): PreparedTeam['capacity'] {
  const steps = read.list(path, value, limits.capacitySteps).map((step, at) => {
    const fields = read.object(`${path}.${at}`, step, ['from', 'factor'])
    return {
      from: read.day(`${path}.${at}.from`, fields.get('from')),
      factor: read.number(`${path}.${at}.factor`, fields.get('factor'), 0, limits.factor),
    }
  })
  const sorted = steps.toSorted((one, other) => one.from - other.from)
  const twice = sorted.some((step, at) => at > 0 && sorted[at - 1]?.from === step.from)
  if (twice)
    read.fault(path, {
      en: 'must have one factor for one day',
      de: 'darf für einen Tag nur einen Faktor haben',
    })
  return sorted
}
