import { dayOf } from '#evidence/facts/day-of.ts'
import type { AttentionItem, AttentionSource } from '#kernel'
import { investmentKinds } from '../investment-kinds.ts'
import type { FloorShape, QuarterShape, ScopeShape } from './allocation-shape.ts'
import { loadAllocation } from './load-allocation.ts'
import { quarterBefore, quarterOf, timeOf } from './quarter.ts'

/** Floors that the last finished quarter missed. They need attention until the quarter after it is over. */
export const missedFloors: AttentionSource = {
  access: ['owner', 'leader', 'member'],
  async find(context) {
    const last = quarterBefore(quarterOf(context.clock()), 1)
    const { quarters } = await loadAllocation(context, last, 1)
    return quarters.flatMap(itemsOf)
  },
}

function itemsOf({ quarter, scopes }: QuarterShape): AttentionItem[] {
  return scopes.flatMap((scope) =>
    scope.floors.filter(({ state }) => state === 'missed').map((floor) => itemOf(quarter, scope, floor)),
  )
}

function itemOf(
  quarter: string,
  { team, allocation, changes }: ScopeShape,
  floor: FloorShape,
): AttentionItem {
  const { kind, share, risk } = floor
  const name = kind === 'unclassified' ? { en: kind, de: kind } : investmentKinds[kind]
  const [measured, least] = [share ?? 0, floor.floor].map((each) => Math.round(each * 1000) / 10)
  const of = { en: team?.name ?? 'the company', de: team?.name ?? 'der Firma' }
  return {
    key: `floor-missed ${allocation?.key} ${kind}`,
    title: {
      en: `${name.en} missed its floor in ${quarter}, in ${of.en}`,
      de: `${name.de} hat in ${quarter} die Untergrenze verfehlt, in ${of.de}`,
    },
    reason: {
      en: `${measured} % of ${changes} changes, floor ${least} %. At risk: ${risk}`,
      de: `${german(measured)} % von ${changes} Änderungen, Untergrenze ${german(least)} %. Auf dem Spiel steht: ${risk}`,
    },
    since: dayOf(timeOf(quarter).to),
    leadsTo: `/direction/allocation?quarter=${quarter}`,
    action: { en: 'Look at the quarter', de: 'Das Quartal ansehen' },
  }
}

const german = (value = 0) => String(value).replace('.', ',')
