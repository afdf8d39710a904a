import { choice } from './choice.ts'
import { day } from './day.ts'
import { markdown } from './markdown.ts'
import { number } from './number.ts'
import { percentage } from './percentage.ts'
import { reference } from './reference.ts'
import { shortText } from './short-text.ts'
import { url } from './url.ts'
import { yesNo } from './yes-no.ts'

/** Kinds of one plain value each; a reference in a row is kept as its key. */
export const flatKinds = {
  'short-text': shortText,
  markdown,
  number,
  percentage,
  day,
  choice,
  'yes-no': yesNo,
  url,
  reference,
} as const
