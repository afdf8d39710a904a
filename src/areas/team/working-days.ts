import type { Words } from '#kernel/shape.ts'

/** Days of a week by the words that are kept. */
export const workingDays = {
  mon: { en: 'Mon', de: 'Mo' },
  tue: { en: 'Tue', de: 'Di' },
  wed: { en: 'Wed', de: 'Mi' },
  thu: { en: 'Thu', de: 'Do' },
  fri: { en: 'Fri', de: 'Fr' },
  sat: { en: 'Sat', de: 'Sa' },
  sun: { en: 'Sun', de: 'So' },
} as const satisfies Readonly<Record<string, Words>>

const spelled: Readonly<Record<keyof typeof workingDays, readonly string[]>> = {
  mon: ['monday', 'mo', 'montag'],
  tue: ['tuesday', 'tues', 'di', 'dienstag'],
  wed: ['wednesday', 'mi', 'mittwoch'],
  thu: ['thursday', 'thur', 'thurs', 'do', 'donnerstag'],
  fri: ['friday', 'fr', 'freitag'],
  sat: ['saturday', 'sa', 'samstag', 'sonnabend'],
  sun: ['sunday', 'so', 'sonntag'],
}

/** What people write for them, by each spelling. */
export const spellingsOfDays: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(spelled).flatMap(([day, words]) => words.map((word) => [word, day])),
)
