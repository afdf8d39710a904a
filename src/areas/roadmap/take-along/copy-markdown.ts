import type { Language } from '#kernel/shape.ts'
import { oneLine } from '#workspace/privacy/one-line.ts'
import { betsOf, type CopyBet, type RoadmapCopy } from './copy-shape.ts'
import { copyAudiences, copyTitles, dayInWords, monthInWords, noBets } from './copy-words.ts'

/** The copy as Markdown in which nothing of a title is taken for markup. */
export function copyMarkdown(copy: RoadmapCopy): string {
  const { audience, language, groups, notes } = copy
  const head = [
    `# ${copyTitles[audience][language]}`,
    '',
    `${copyAudiences[audience][language]}. ${asOf(copy)}.`,
  ]
  const body =
    betsOf(copy).length === 0
      ? ['', noBets[language]]
      : groups.flatMap(({ name, bets }) => ['', `## ${name}`, '', ...lines(copy, bets)])
  return `${[...head, ...body, '', ...notes.flatMap((note) => [note, ''])].join('\n').trimEnd()}\n`
}

/** As of when, for outsiders only to the month: no day on their copy could be taken for a date of delivery. */
export function asOf({
  audience,
  language,
  day,
}: Pick<RoadmapCopy, 'audience' | 'language' | 'day'>): string {
  const when = audience === 'outside' ? monthInWords(day, language) : dayInWords(day, language)
  return { en: `As of ${when}`, de: `Stand ${when}` }[language]
}

function lines({ audience, language }: RoadmapCopy, bets: readonly CopyBet[]): string[] {
  if (audience === 'outside')
    return bets.map(({ title, said }, at) => `${at + 1}. **${oneLine(title)}**: ${said.join(', ')}`)
  const columns = columnsFor(bets, language)
  return [
    row(columns.map(({ name }) => name)),
    row(columns.map(() => '---')),
    ...bets.map((bet) => row(columns.map(({ cell }) => cell(bet)))),
  ]
}

interface Column {
  readonly name: string
  cell(bet: CopyBet): string
}

/** Without those that no bet of the audience has anything for. */
function columnsFor(bets: readonly CopyBet[], language: Language): Column[] {
  const all: (Column & { readonly isShown?: boolean })[] = [
    {
      name: { en: 'Key', de: 'Schlüssel' }[language],
      isShown: bets.some(({ key }) => key !== null),
      cell: ({ key }) => key ?? '',
    },
    { name: { en: 'Bet', de: 'Wette' }[language], cell: ({ title }) => oneLine(title) },
    { name: { en: 'State', de: 'Stand' }[language], cell: ({ state }) => state ?? '' },
    { name: { en: 'Goals', de: 'Ziele' }[language], cell: ({ goals }) => goals.map(oneLine).join('; ') },
    {
      name: 'Teams',
      isShown: bets.some(({ teams }) => teams.length > 0),
      cell: ({ teams }) => teams.map(oneLine).join('; '),
    },
    { name: { en: 'Expected', de: 'Zu erwarten' }[language], cell: ({ said }) => said.join('; ') },
  ]
  return all.filter(({ isShown = true }) => isShown)
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
