import type { BroughtType } from './bring-in-shape.ts'
import type { Target } from './targets.ts'

/** How long a word may be that stands for something, in characters. */
export const longestWord = 200

/** What a word of another program stands for in a field of ours; null for a word that nobody knows. */
export function proposeValue(target: Target, as: BroughtType, word: string): string | null {
  // A text of that length is no word of a list.
  if (word.length > longestWord) return null
  if (target.name === 'size') return sizeOf(word)
  const { field } = target
  if (field === null || !('choices' in field)) return null
  const plain = word.toLowerCase().normalize('NFC').trim()
  for (const [own, said] of Object.entries(field.choices))
    if ([own, said.en, said.de].some((each) => each.toLowerCase() === plain)) return own
  const known = target.name === 'state' ? states[as] : others[target.name]
  // Of `type: bug` and `kind/bug` the last part says it.
  const last = /[^:/]*$/.exec(plain)?.[0].trim() ?? plain
  for (const each of [plain, last])
    for (const [own, words] of Object.entries(known ?? {})) if (words.test(each)) return own
  return null
}

const done =
  /^(done|closed|completed?|resolved|released|merged|delivered|fixed|fertig|erledigt|geschlossen|abgeschlossen|gelöst)$/
const dropped =
  /^(closed: .*|cancell?ed|won'?t (do|fix)|wontfix|rejected|declined|duplicate|not planned|archived|abgebrochen|abgelehnt|verworfen|duplikat)$/
const underWay =
  /^(in[ -](progress|review|development|testing|qa)|doing|started|review|testing|blocked|in (arbeit|prüfung|bearbeitung|test))$/
const agreed = /^(planned|ready|committed|scheduled|selected for development|geplant|eingeplant)$/
const waiting =
  /^(open(ed)?|open: .*|reopened|backlog|to-?do|to do|new|triage|unstarted|offen|neu|zu erledigen|wieder geöffnet)$/

const states: Readonly<Record<BroughtType, Readonly<Record<string, RegExp>>>> = {
  bet: { shipped: done, stopped: dropped, 'in-progress': underWay, committed: agreed, idea: waiting },
  insight: { 'let-go': dropped, acted: done, kept: either(underWay, agreed), new: waiting },
}

function either(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`${one.source}|${other.source}`)
}

const others: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  investment: {
    reliability:
      /^(bugs?|defects?|incidents?|regressions?|security|performance|availability|reliability|fehler|sicherheit)$/,
    feature:
      /^(features?|feature requests?|new feature|enhancements?|improvements?|stor(y|ies)|epics?|verbesserung|neue funktion)$/,
    upkeep: /^(chores?|maintenance|dependencies|docs|documentation|wartung|support|housekeeping)$/,
    foundation:
      /^(tech(nical)?[ -]debt|refactor(ing)?|infra(structure)?|platform|architecture|technische schulden)$/,
    learning: /^(research|spikes?|experiments?|discovery|prototype|recherche|untersuchung)$/,
  },
  horizon: {
    now: /^(current|sofort)$/,
    next: /^(up next|soon|bald|nächstes)$/,
    later: /^(someday|icebox|future|irgendwann)$/,
  },
  source: {
    interview: /^(interviews?|calls?|user research|gespräch|anruf)$/,
    support: /^(tickets?|zendesk|intercom|freshdesk|helpdesk|chat|e-?mail)$/,
    sales: /^(crm|hubspot|salesforce|prospect|deal|vertrieb)$/,
    usage: /^(analytics|telemetry|amplitude|mixpanel|nutzung)$/,
    survey: /^(nps|csat|typeform|form|formular|umfrage)$/,
    issue: /^(github|gitlab|jira|linear|issues?|bug tracker)$/,
  },
}

const shirts: Readonly<Record<string, string>> = {
  xs: '1..2',
  s: '2..4',
  m: '4..8',
  l: '8..16',
  xl: '16..32',
  xxl: '32..64',
}

/** From how many to how many: what is estimated as one number rarely turns out smaller, and often twice as large. */
function sizeOf(word: string): string | null {
  const plain = word.trim().toLowerCase()
  const shirt = Object.hasOwn(shirts, plain) ? shirts[plain] : undefined
  if (shirt !== undefined) return shirt
  const [, low, high] = /^(\d{1,5})\s*(?:\.\.|-|–)\s*(\d{1,5})$/.exec(plain) ?? []
  if (low !== undefined && high !== undefined) return `${Number(low)}..${Number(high)}`
  const number = /^\d{1,5}([.,]\d{1,2})?$/.test(plain) ? Math.ceil(Number(plain.replace(',', '.'))) : 0
  return number > 0 ? `${number}..${number * 2}` : null
}
