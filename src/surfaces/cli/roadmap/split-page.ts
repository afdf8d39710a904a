import { investmentKinds } from '#areas/roadmap/investment-kinds.ts'
import type { AllocationShape, KindShare, ScopeShape } from '#areas/roadmap/allocation/allocation-shape.ts'
import type { Words } from '#kernel/shape.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'
import { heading, notes, pageOf, percent } from './page-parts.ts'

const words = {
  company: { en: 'Everything', de: 'Alles' },
  unclassified: { en: 'Not said', de: 'Nicht gesagt' },
  share: { en: 'was', de: 'war' },
  target: { en: 'meant', de: 'gewollt' },
  changes: { en: 'changes', de: 'Änderungen' },
  few: { en: 'Too few changes for shares.', de: 'Zu wenige Änderungen für Anteile.' },
  toCome: { en: 'It has not begun.', de: 'Es hat noch nicht begonnen.' },
  floor: { en: 'floor', de: 'Untergrenze' },
  missed: { en: 'was', de: 'waren' },
  below: { en: 'so far', de: 'bisher' },
} satisfies Record<string, Words>

/** How the quarter was split over kinds, beside how it was meant to be, in all and by team. */
export function splitPage({ quarter, quarters }: AllocationShape, look: Look): string {
  const own = quarters.find((each) => each.quarter === quarter)
  const scopes = own?.scopes ?? []
  return pageOf([
    heading(quarter, look),
    ...scopes.flatMap((scope) => [
      '',
      heading(scope.team?.name ?? look.say(words.company), look),
      ...rows(scope, look),
    ]),
  ])
}

function rows({ kinds, reason, floors, changes }: ScopeShape, look: Look): string[] {
  const { say, number, sign } = look
  const nameOf = (kind: string) =>
    kind in investmentKinds
      ? say(investmentKinds[kind as keyof typeof investmentKinds]) // it is in there
      : say(words.unclassified)
  const share = (value: number | null) => (value === null ? sign.dash : percent(value, look))
  if (reason !== null && kinds.every(({ target }) => target === null))
    return [`  ${say(reason === 'not-begun' ? words.toCome : words.few)}`]
  const missed = floors.flatMap(({ kind, floor, share: reached, state, risk }) =>
    state === 'missed' || state === 'below'
      ? [
          `${nameOf(kind)}, ${say(words.floor)} ${percent(floor, look)}, ${say(words[state])} ${share(reached)}: ${risk}`,
        ]
      : [],
  )
  return [
    ...table<KindShare>(
      [
        { heading: '', width: 24, kind: 'name', text: ({ kind }) => nameOf(kind) },
        { heading: say(words.share), width: 8, kind: 'number', text: (kind) => share(kind.share) },
        { heading: say(words.target), width: 8, kind: 'number', text: (kind) => share(kind.target) },
        { heading: say(words.changes), width: 10, kind: 'number', text: (kind) => number(kind.changes) },
      ],
      kinds.filter((kind) => kind.changes > 0 || kind.target !== null),
      look,
    ),
    ...(changes === 0 && reason !== null ? [`  ${say(words.few)}`] : []),
    ...notes(missed, look),
  ]
}
