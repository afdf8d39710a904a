import { inboxViews, type InboxShape, type InboxView } from '#areas/customers/inbox/inbox-shape.ts'
import type { Money, RecordShape, Words } from '#kernel/shape.ts'
import { faint, heading, keyColumn, moneyText, pageOf, titleColumn } from '../roadmap/page-parts.ts'
import { columnsOf } from '../terminal/columns.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'

const views: Readonly<Record<InboxView, Words>> = {
  new: { en: 'New', de: 'Neu' },
  'without-bet': { en: 'Kept without a bet', de: 'Behalten, ohne Wette' },
  untold: { en: 'Acted on, not told back', de: 'Umgesetzt, nicht zurückgemeldet' },
  consent: { en: 'Consent missing', de: 'Einwilligung fehlt' },
}
const nothing: Readonly<Record<InboxView, Words>> = {
  new: { en: 'Nothing new waits.', de: 'Nichts Neues wartet.' },
  'without-bet': {
    en: 'Everything kept speaks for a bet.',
    de: 'Alles Behaltene spricht für eine Wette.',
  },
  untold: { en: 'Everybody was told.', de: 'Alle wissen Bescheid.' },
  consent: {
    en: 'All words are kept with consent.',
    de: 'Jeder Wortlaut ist mit Einwilligung aufbewahrt.',
  },
}
const words = {
  heard: { en: 'heard on', de: 'gehört am' },
  revenue: { en: 'revenue a year', de: 'Umsatz im Jahr' },
  more: { en: 'more follow; --limit takes up to 200', de: 'weitere folgen; --limit nimmt bis zu 200' },
} satisfies Record<string, Words>

/** What waits in the view that was asked for, and below it how much waits in each. */
export function inboxPage({ view, counts, insights, more }: InboxShape, look: Look): string {
  const { say, number, sign } = look
  const revenueOf = ({ fields }: RecordShape) =>
    fields['revenue'] ? moneyText(fields['revenue'] as Money, look) : sign.dash // a field of money
  const rows = table<RecordShape>(
    [
      keyColumn(insights),
      titleColumn(),
      {
        heading: say(words.heard),
        width: 10,
        kind: 'name',
        text: ({ fields: { heard } }) => (typeof heard === 'string' ? heard : sign.dash),
      },
      {
        heading: say(words.revenue),
        width: columnsOf(say(words.revenue)),
        kind: 'number',
        text: revenueOf,
      },
    ],
    insights,
    look,
  )
  return pageOf([
    heading(say(views[view]), look),
    '',
    ...(insights.length === 0 ? [say(nothing[view])] : rows),
    ...(more ? [faint(`${sign.dot} ${say(words.more)}`, look)] : []),
    '',
    ...inboxViews.map((each) =>
      faint(`${look.fit(say(views[each]), 32)} ${number(counts[each])}  ${each}`, look),
    ),
  ])
}
