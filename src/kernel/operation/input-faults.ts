import type { core } from 'zod'
import type { Words } from '../record/words.ts'
import type { RefusedField } from './refusal.ts'

type Issue = core.$ZodIssue

/**
 * Gives a check of an input schema its words in every language: `.refine(isRelative, inWords({ en, de }))`. Zod itself
 * knows one message alone.
 */
export function inWords(words: Words): { readonly params: { readonly words: Words } } {
  return { params: { words } }
}

/** What an input schema did not accept, in words that end a sentence which begins with the field's path. */
export function inputFaults(issues: readonly Issue[]): RefusedField[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: wordsOf(issue) }))
}

function wordsOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? { en: 'is missing', de: 'fehlt' } : mustBe(issue.expected)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'too_small':
      return bound(issue, issue.minimum, 'least')
    case 'too_big':
      return bound(issue, issue.maximum, 'most')
    case 'not_multiple_of':
      return {
        en: `must be a multiple of ${issue.divisor}`,
        de: `muss ein Vielfaches von ${issue.divisor} sein`,
      }
    case 'unrecognized_keys':
      return unknownKeys(issue.keys)
    case 'invalid_format':
      return mustBe(issue.format)
    case 'custom':
      return ownWords(issue.params) ?? oneLanguage(issue.message)
    default:
      return { en: 'is not valid', de: 'ist nicht gültig' }
  }
}

const kinds: Readonly<Record<string, Words>> = {
  string: { en: 'text', de: 'Text' },
  number: { en: 'a number', de: 'eine Zahl' },
  int: { en: 'a whole number', de: 'eine ganze Zahl' },
  boolean: { en: 'true or false', de: 'true oder false' },
  array: { en: 'a list', de: 'eine Liste' },
  object: { en: 'an object', de: 'ein Objekt' },
  record: { en: 'an object', de: 'ein Objekt' },
  uuid: {
    en: 'an id such as 2f1c0c5e-6a0b-4f43-9b1e-0d8b6f1f5a11',
    de: 'eine Kennung wie 2f1c0c5e-6a0b-4f43-9b1e-0d8b6f1f5a11',
  },
  email: { en: 'an e-mail address', de: 'eine E-Mail-Adresse' },
  url: { en: 'an address with https://', de: 'eine Adresse mit https://' },
  datetime: { en: 'an instant such as 2026-01-31T12:00:00Z', de: 'ein Zeitpunkt wie 2026-01-31T12:00:00Z' },
  date: { en: 'a day such as 2026-01-31', de: 'ein Tag wie 2026-01-31' },
  regex: { en: 'in the form that is asked for', de: 'in der verlangten Form' },
}

function mustBe(kind: string): Words {
  const { en, de } = kinds[kind] ?? { en: kind, de: kind }
  return { en: `must be ${en}`, de: `muss ${de} sein` }
}

function oneOf(values: readonly unknown[]): Words {
  const shown = values.map(String)
  if (shown.length === 1) return { en: `must be ${shown[0]}`, de: `muss ${shown[0]} sein` }
  return { en: `must be one of ${shown.join(', ')}`, de: `muss eines von ${shown.join(', ')} sein` }
}

interface Limit {
  readonly origin: string
  readonly inclusive?: boolean | undefined
  readonly exact?: boolean | undefined
}

function bound({ origin, inclusive, exact }: Limit, limit: number | bigint, side: 'least' | 'most'): Words {
  if (origin === 'string' && side === 'least' && Number(limit) === 1)
    return { en: 'must not be empty', de: 'darf nicht leer sein' }
  const { en, de } = exact ? exactly : (inclusive === false ? beyond : upTo)[side]
  const amount = { en: `${en}${limit}`, de: `${de}${limit}` }
  const things = counted[origin]
  return things
    ? { en: `must have ${amount.en} ${things.en}`, de: `muss ${amount.de} ${things.de} haben` }
    : { en: `must be ${amount.en}`, de: `muss ${amount.de} sein` }
}

const exactly = { en: 'exactly ', de: 'genau ' }
const upTo = { least: { en: 'at least ', de: 'mindestens ' }, most: { en: 'at most ', de: 'höchstens ' } }
const beyond = {
  least: { en: 'more than ', de: 'mehr als ' },
  most: { en: 'less than ', de: 'weniger als ' },
}
const counted: Readonly<Record<string, Words>> = {
  string: { en: 'characters', de: 'Zeichen' },
  array: { en: 'entries', de: 'Einträge' },
}

function unknownKeys(keys: readonly string[]): Words {
  const shown = keys.map((key) => key.slice(0, 60)).join(', ')
  return { en: `must not hold ${shown}`, de: `darf ${shown} nicht enthalten` }
}

function ownWords(params: Readonly<Record<string, unknown>> | undefined): Words | null {
  const words = params?.['words']
  return isWords(words) ? words : null
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'en' in value && 'de' in value
}

function oneLanguage(message: string): Words {
  return { en: message, de: message }
}
