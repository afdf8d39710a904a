import type { RecordShape } from '#kernel/shape.ts'
import { openStates } from '../plan/order-bets.ts'
import { dayOf } from '#evidence/facts/day-of.ts'
import { z } from 'zod'
import { defineOperation } from '#kernel'
import { subjectsOf } from '#evidence/facts/subjects-of.ts'
import { groupUnjoined } from './group-unjoined.ts'
import { loadAlignment } from './load-alignment.ts'
import { readWindow, windowQuestion } from './window.ts'

const mostGroups = 200
const shownOfGroup = 5

/** What was delivered and belongs to no bet, in groups that can be assigned at once, with a proposal where one stands out. */
export const listUnjoined = defineOperation({
  name: 'roadmap.unjoined',
  summary: {
    en: 'List what was delivered and belongs to no bet, in groups that can be assigned at once.',
    de: 'Auflisten, was geliefert wurde und zu keiner Wette gehört, in Gruppen, die sich auf einmal zuordnen lassen.',
  },
  input: z.strictObject(windowQuestion),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, asked) {
    const { joined, delivered, bets } = await loadAlignment(context, readWindow(asked, context.clock()))
    const open = new Set(bets.filter(isOpenBet).map(({ key }) => key))
    const groups = groupUnjoined(joined, (bet) => open.has(bet))
    const shown = groups.slice(0, mostGroups)
    const places = shown.flatMap(({ repository, hashes }) =>
      hashes.slice(-shownOfGroup).map((hash) => ({ repository: repository.id, hash })),
    )
    const subjects = await subjectsOf(context, places)
    return {
      changes: groups.reduce((sum, { hashes }) => sum + hashes.length, 0),
      // They need no bet, and count among the changes of the quarter all the same.
      byBots: joined.filter(({ change, way }) => change.byBots && way === null).length,
      groups: shown.map(({ latest, ...group }) => ({
        ...group,
        latest: dayOf(latest),
        newest: group.hashes
          .slice(-shownOfGroup)
          .reverse()
          .map((hash) => ({ hash, subject: subjects.get(`${group.repository.id} ${hash}`) ?? '' })),
      })),
      more: groups.length - shown.length,
      unread: delivered.unread,
    }
  },
})

function isOpenBet({ archivedAt, fields }: RecordShape): boolean {
  return archivedAt === null && openStates.some((state) => state === fields['state'])
}
