import { WrongUse } from '../wrong-use.ts'
import type { ParseArgsOptionsConfig } from 'node:util'
import { resolve } from 'node:path'
import type { FileAnswer, Operation } from '#kernel'
import { languages, type Words } from '#kernel/shape.ts'
import type { AccessCommand, Surrounding } from '../records/access-verbs.ts'
import { flagOf, numberOf, textsOf, type Given } from '../records/flags.ts'
import { writeLocal } from '../records/local-files.ts'
import type { Answered } from '../records/record-verbs.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import { lookIn, type Look } from '../terminal/look.ts'
import { plainPage } from './plain-page.ts'

/**
 * How an option of an operation is given: once as text, as a whole number, as `yes` or `no`, as JSON, or as often as there
 * are values; `keys` as keys with commas between them, or as JSON where a part of the list is no text.
 */
export type OptionKind = 'text' | 'number' | 'yes' | 'json' | 'list' | 'keys'

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
  /** Whether the answer is a file, which `--to` writes to a place. */
  readonly isFile?: true
  /** Makes the answer of what the operation gave. */
  finish?(output: Output): Promise<unknown>
  /** How the answer looks in a terminal. */
  answerPage?(answer: unknown, look: Look): string
}

/** An input as the line gives it; the operation says itself whether it is one. */
export type GivenInput = Readonly<Record<string, unknown>>

/** A verb of the command line that asks for one operation: what it takes is what the operation takes. */
export function nounVerb<Input, Output>(
  operation: Operation<Input, Output>,
  {
    takes = {},
    options = {},
    says,
    speaks,
    prepare,
    page = plainPage,
    isFile,
    finish,
    answerPage = plainPage,
  }: Spelling<Output> = {},
): AccessCommand {
  const { summary = nothing } = operation
  return {
    takes: Object.values(takes),
    says: says ? { en: `${summary.en} ${says.en}`, de: `${summary.de} ${says.de}` } : summary,
    options: Object.fromEntries([
      ...Object.entries(options).map(([name, kind]): [string, ParseArgsOptionsConfig[string]] => [
        flagOf(name),
        { type: 'string', multiple: kind === 'list' || kind === 'keys' },
      ]),
      ...(isFile ? [['to', { type: 'string' }] as const] : []),
    ]),
    async run(workplace, given, flags, around) {
      const input = {
        ...(speaks ? { language: around.language } : {}),
        ...Object.fromEntries(Object.keys(takes).map((name, at) => [name, given[at]])),
        ...Object.fromEntries(
          Object.entries(options).flatMap(([name, kind]) => {
            const value = valueOf(flags, flagOf(name), kind)
            return value === undefined ? [] : [[name, value]]
          }),
        ),
      }
      const asked = prepare ? await prepare(workplace, input, around) : input
      const output = await workplace.perform(operation, asked)
      const inSame = (look: Look) => lookIn(spokenIn(asked) ?? look.language, look)
      if (!finish) return { output, page: (look) => page(output, inSame(look)) }
      const answer = await finish(output)
      if (isFile) return keptFile(workplace, answer as FileAnswer, flags['to']) // what a verb with files answers
      return { output: answer, page: (look) => answerPage(answer, inSame(look)) }
    },
  }
}

/** The language in which an answer was asked for, so that the page around it is in no other. */
function spokenIn({ language }: GivenInput) {
  return languages.find((each) => each === language)
}

/** The file where it was asked to be; as the answer itself where nobody said. */
function keptFile({ folder }: Workplace, file: FileAnswer, to: unknown): Answered {
  if (typeof to !== 'string') return { output: file, page: () => file.content }
  const content = Buffer.from(file.content).toString('base64')
  const path = writeLocal(resolve(folder, to), content)
  return { output: { name: file.name, type: file.type, path }, page: () => `  ${harmless(path)}\n` }
}

const nothing: Words = { en: '', de: '' }

function valueOf(flags: Given, flag: string, kind: OptionKind): unknown {
  if (kind === 'number') return numberOf(flags, flag)
  const texts = textsOf(flags, flag)
  const [text] = texts
  // Without one, what the operation takes for granted holds.
  if (text === undefined) return undefined
  if (kind === 'list') return texts
  if (kind === 'keys') return texts.flatMap((each) => keysIn(flag, each))
  if (kind === 'yes') return yesOrNo(flag, text)
  return kind === 'json' ? parsedJson(flag, text) : text
}

function keysIn(flag: string, text: string): unknown[] {
  if (/^\s*[[{"]/.test(text)) return [parsedJson(flag, text)].flat()
  return text
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
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
