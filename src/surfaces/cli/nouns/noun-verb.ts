import { WrongUse } from '../wrong-use.ts'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Operation } from '#kernel'
import type { Words } from '#kernel/shape.ts'
import type { AccessCommand, Surrounding } from '../records/access-verbs.ts'
import { flagOf, numberOf, textsOf, type Given } from '../records/flags.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import type { Look } from '../terminal/look.ts'
import { plainPage } from './plain-page.ts'

/**
 * How an option of an operation is given: once as text, as a whole number, as `yes` or `no`, as JSON, or as often as there
 * are values.
 */
export type OptionKind = 'text' | 'number' | 'yes' | 'json' | 'list'

interface Spelling<Output> {
  /** What stands behind the verb: names of the input, each under the word that the usage has for it. */
  readonly takes?: Readonly<Record<string, string>>
  readonly options?: Readonly<Record<string, OptionKind>>
  /** What to say besides what the operation says itself. */
  readonly says?: Words
  /** Whether it answers in a language. */
  readonly speaks?: true
  /** What else goes into the input, or stands there otherwise than it was given. */
  prepare?(workplace: Workplace, input: GivenInput, around: Surrounding): Promise<GivenInput>
  page?(output: Output, look: Look): string
  /** Makes the answer of what the operation gave. */
  finish?(output: Output): Promise<unknown>
}

/** An input as the line gives it; the operation says itself whether it is one. */
export type GivenInput = Readonly<Record<string, unknown>>

/** A verb of the command line that asks for one operation: what it takes is what the operation takes. */
export function nounVerb<Input, Output>(
  operation: Operation<Input, Output>,
  { takes = {}, options = {}, says, speaks, prepare, page = plainPage, finish }: Spelling<Output> = {},
): AccessCommand {
  const { summary = nothing } = operation
  return {
    takes: Object.values(takes),
    says: says ? { en: `${summary.en} ${says.en}`, de: `${summary.de} ${says.de}` } : summary,
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]): [string, ParseArgsOptionsConfig[string]] => [
        flagOf(name),
        { type: 'string', multiple: kind === 'list' },
      ]),
    ),
    async run(workplace, given, flags, around) {
      const input = {
        ...Object.fromEntries(Object.keys(takes).map((name, at) => [name, given[at]])),
        ...Object.fromEntries(
          Object.entries(options).flatMap(([name, kind]) => {
            const value = valueOf(flags, flagOf(name), kind)
            return value === undefined ? [] : [[name, value]]
          }),
        ),
        ...(speaks ? { language: around.language } : {}),
      }
      const asked = prepare ? await prepare(workplace, input, around) : input
      const output = await workplace.perform(operation, asked)
      if (!finish) return { output, page: (look) => page(output, look) }
      const answer = await finish(output)
      return { output: answer, page: () => plainPage(answer) }
    },
  }
}

const nothing: Words = { en: '', de: '' }

function valueOf(flags: Given, flag: string, kind: OptionKind): unknown {
  if (kind === 'number') return numberOf(flags, flag)
  const texts = textsOf(flags, flag)
  const [text] = texts
  // Without one, what the operation takes for granted holds.
  if (text === undefined) return undefined
  if (kind === 'list') return texts
  if (kind === 'yes') return yesOrNo(flag, text)
  return kind === 'json' ? parsedJson(flag, text) : text
}

function yesOrNo(flag: string, text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new WrongUse({
    en: `--${flag} takes yes or no, not "${text}".`,
    de: `--${flag} nimmt yes oder no, nicht „${text}“.`,
  })
}

function parsedJson(flag: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongUse({
      en: `What stands behind --${flag} is no JSON.`,
      de: `Was hinter --${flag} steht, ist kein JSON.`,
    })
  }
}
