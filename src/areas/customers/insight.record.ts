import { defineRecord } from '#kernel/shape.ts'
import { checkInsight } from './check-insight.ts'

const told = {
  en: 'To know whom to ask again and whom to tell what became of it.',
  de: 'Um zu wissen, wen man noch einmal fragt und wem man sagt, was daraus wurde.',
}

/** What a customer said or did, and what became of it. */
export const insight = defineRecord({
  type: 'insight',
  collection: 'insights',
  area: 'customers',
  prefix: 'INS',
  names: { one: { en: 'Insight', de: 'Erkenntnis' }, many: { en: 'Insights', de: 'Erkenntnisse' } },
  purpose: {
    en: 'What a customer said or did, how much weight it has, which bets it speaks for, and what became of it.',
    de: 'Was eine Kundin oder ein Kunde gesagt oder getan hat, wie viel Gewicht das hat, für welche Wetten es spricht und was daraus wurde.',
  },
  audience: 'company',
  writers: ['owner', 'leader', 'member'],
  title: 'title',
  ends: 'consentUntil',
  check: checkInsight,
  groups: {
    weight: { en: 'How much weight it has', de: 'Wie viel Gewicht es hat' },
    contact: { en: 'Whom it is from', de: 'Von wem es kommt' },
    outcome: { en: 'What became of it', de: 'Was daraus wurde' },
  },
  fields: {
    title: {
      kind: 'short-text',
      label: { en: 'Title', de: 'Titel' },
      help: {
        en: 'What was said or done, in one sentence; the solution belongs to a bet.',
        de: 'Was gesagt oder getan wurde, in einem Satz; die Lösung gehört zu einer Wette.',
      },
      required: true,
      longest: 200,
    },
    state: {
      kind: 'state',
      label: { en: 'State', de: 'Stand' },
      required: true,
      choices: {
        new: { en: 'New', de: 'Neu' },
        kept: { en: 'Kept', de: 'Behalten' },
        acted: { en: 'Acted on', de: 'Umgesetzt' },
        'let-go': { en: 'Let go', de: 'Losgelassen' },
      },
      initial: 'new',
      transitions: {
        new: ['kept', 'let-go'],
        kept: ['acted', 'let-go', 'new'],
        acted: ['kept'],
        'let-go': ['kept', 'new'],
      },
    },
    text: {
      kind: 'markdown',
      label: { en: 'In their words', de: 'In ihren Worten' },
      personal: { purpose: told, deleteAfterDays: 30 },
    },
    source: {
      kind: 'choice',
      label: { en: 'Source', de: 'Quelle' },
      choices: {
        interview: { en: 'Interview', de: 'Gespräch' },
        support: { en: 'Support', de: 'Support' },
        sales: { en: 'Sales', de: 'Vertrieb' },
        usage: { en: 'Usage', de: 'Nutzung' },
        survey: { en: 'Survey', de: 'Umfrage' },
        issue: { en: 'Issue tracker', de: 'Issue-Tracker' },
        other: { en: 'Other', de: 'Andere' },
      },
    },
    link: { kind: 'url', label: { en: 'Where it stands', de: 'Wo es steht' } },
    heard: { kind: 'day', label: { en: 'Heard on', de: 'Gehört am' } },
    bets: {
      kind: 'references',
      to: 'bet',
      relation: 'evidences',
      label: { en: 'Speaks for', de: 'Spricht für' },
      help: { en: 'The bets that it is evidence for.', de: 'Die Wetten, für die es ein Beleg ist.' },
    },
    segment: {
      kind: 'short-text',
      label: { en: 'Segment', de: 'Segment' },
      help: {
        en: 'What kind of customer, as you sort them.',
        de: 'Welche Art von Kunde, wie Du sie einteilst.',
      },
      longest: 80,
      group: 'weight',
    },
    revenue: {
      kind: 'money',
      label: { en: 'Revenue a year', de: 'Umsatz im Jahr' },
      help: { en: 'Of those who said it.', de: 'Derer, die es gesagt haben.' },
      group: 'weight',
    },
    count: {
      kind: 'number',
      label: { en: 'How many', de: 'Wie viele' },
      help: {
        en: 'Customers who said or did the same.',
        de: 'Kunden, die dasselbe gesagt oder getan haben.',
      },
      whole: true,
      least: 1,
      most: 10_000_000,
      group: 'weight',
    },
    customer: {
      kind: 'short-text',
      label: { en: 'Customer', de: 'Kunde' },
      help: { en: 'The company, not the person.', de: 'Die Firma, nicht die Person.' },
      longest: 120,
      group: 'contact',
    },
    contact: {
      kind: 'short-text',
      label: { en: 'Contact', de: 'Kontakt' },
      longest: 200,
      group: 'contact',
      personal: { purpose: told, deleteAfterDays: 30 },
    },
    consent: {
      kind: 'choice',
      label: { en: 'Consent', de: 'Einwilligung' },
      help: {
        en: 'Whether the person agreed that their words are kept.',
        de: 'Ob die Person einverstanden ist, dass ihre Worte aufbewahrt werden.',
      },
      choices: {
        'not-needed': { en: 'Not needed: nothing personal', de: 'Nicht nötig: nichts Persönliches' },
        given: { en: 'Given', de: 'Erteilt' },
        asked: { en: 'Asked for', de: 'Angefragt' },
        withdrawn: { en: 'Withdrawn', de: 'Widerrufen' },
      },
      group: 'contact',
    },
    consentUntil: {
      kind: 'day',
      label: { en: 'Kept until', de: 'Aufbewahrt bis' },
      help: {
        en: 'Thirty days later the contact and the words are deleted, here and in the history.',
        de: 'Dreißig Tage später werden Kontakt und Wortlaut gelöscht, hier und im Verlauf.',
      },
      group: 'contact',
    },
    outcome: {
      kind: 'markdown',
      label: { en: 'What became of it', de: 'Was daraus wurde' },
      group: 'outcome',
    },
    toldOn: {
      kind: 'day',
      label: { en: 'Told back on', de: 'Zurückgemeldet am' },
      help: {
        en: 'When those who said it were told.',
        de: 'Wann die, die es gesagt haben, es erfahren haben.',
      },
      group: 'outcome',
    },
    labels: { kind: 'tags', label: { en: 'Labels', de: 'Schlagwörter' } },
    documents: { kind: 'attachments', label: { en: 'Documents', de: 'Unterlagen' } },
  },
})
