import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import type { WriteStream } from 'node:tty'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Language, Words } from '#kernel/shape.ts'
import { recordVerbs } from '../../operations.ts'
import { languageOfEnvironment } from '../language-of-environment.ts'
import { dataHome } from '../data-home.ts'
import { type RecordArguments } from '../read-arguments.ts'
import { parse } from '../parse-options.ts'
import { jsonText } from '../terminal/json-text.ts'
import { look, terminalOf } from '../terminal/look.ts'
import { writeOut } from '../write-out.ts'
import { WrongUse } from '../wrong-use.ts'
import { nouns } from '../nouns/nouns.ts'
import { noVerb, type AccessCommand, type Surrounding } from './access-verbs.ts'
import { commandsOf } from './area-verbs.ts'
import { attachmentVerbs } from './attachment-verbs.ts'
import { commonFlags, type Given } from './flags.ts'
import { linkVerbs } from './link-verbs.ts'
import { openWorkplace, type Workplace } from '../workplace/open-workplace.ts'
import { accessUsage, areaUsage, attachmentUsage, linkUsage, recordUsage, verbUsage } from './record-usage.ts'
import { commandVerbs, type Answered } from './record-verbs.ts'

/** What a line asks for, once it is understood. */
interface Asked {
  readonly given: Given
  readonly usage: string
  run(workplace: Workplace, around: Surrounding): Promise<Answered>
}

/** Performs a command about records or links and writes the answer. Throws WrongUse, and what the operation refuses. */
export async function recordCommand(
  { args, folder, environment }: RecordArguments,
  output: Writable & Partial<Pick<WriteStream, 'isTTY' | 'columns'>> = process.stdout,
): Promise<void> {
  const language = languageOfEnvironment(environment)
  const asked = read(args, language)
  if (typeof asked === 'string') return void (await writeOut(output, asked))
  const { data, json, help } = asked.given
  if (help === true) return void (await writeOut(output, asked.usage))
  if (data === '')
    throw new WrongUse(
      { en: 'The folder behind --data is empty.', de: 'Der Ordner hinter --data ist leer.' },
      asked.usage,
    )
  const place = typeof data === 'string' ? resolve(folder, data) : dataHome(environment)
  const workplace = await openWorkplace(place, { folder, environment })
  let answered: Answered
  try {
    // Programs read the JSON, which is the same everywhere.
    const spoken = json === true ? 'en' : language
    answered = await asked.run(workplace, { data: place, environment, language: spoken })
  } catch (error) {
    return withUsage(asked.usage)(error)
  } finally {
    await workplace.close()
  }
  const text =
    json === true ? jsonText(answered.output) : answered.page(look(terminalOf(output, environment)))
  await writeOut(output, text)
}

/** What is asked for, or the text of a help. */
function read([first = '', ...rest]: readonly string[], language: Language): Asked | string {
  if (first === 'link')
    return readPlain(rest, linkVerbs, {
      usage: linkUsage(language),
      unknown: (verb) => ({
        en: `There is no verb "${verb}" for links.`,
        de: `„${verb}“ gibt es für Verbindungen nicht.`,
      }),
      options: {},
    })
  if (first === 'attachment')
    return readPlain(rest, attachmentVerbs, {
      usage: attachmentUsage(language),
      unknown: (verb) => ({
        en: `There is no verb "${verb}" for files.`,
        de: `„${verb}“ gibt es für Dateien nicht.`,
      }),
      options: { to: { type: 'string' } },
    })
  const noun = named(nouns, first)
  if (noun?.value) return readAccess(noun.name, noun.value, rest, language)
  const ofArea = recordVerbs.filter(({ definition }) => definition.area === first)
  const ofWhole = commandsOf(first, null)
  if (ofArea.length === 0 && Object.keys(ofWhole).length === 0)
    throw new WrongUse({ en: `There is no command "${first}".`, de: `Es gibt keinen Befehl „${first}“.` })
  const [type, verb, ...more] = rest
  if (type === undefined || isHelp(type)) return areaUsage(first, language)
  if (named(ofWhole, type)) return readAccess(first, ofWhole, rest, language)
  const own = ofArea.find(({ definition }) => definition.type === type)
  if (!own)
    throw new WrongUse(
      {
        en: `The area ${first} has no records "${type}".`,
        de: `Im Bereich ${first} gibt es keine Datensätze „${type}“.`,
      },
      areaUsage(first, language),
    )
  if (verb === undefined || isHelp(verb)) return recordUsage(own, language)
  const ofType = commandsOf(first, type)
  if (named(ofType, verb)) return readAccess(`${first} ${type}`, ofType, [verb, ...more], language)
  const command = named(commandVerbs, verb)
  if (!command)
    throw new WrongUse(
      { en: `There is no verb "${verb}" for a ${type}.`, de: `„${verb}“ gibt es für ${type} nicht.` },
      recordUsage(own, language),
    )
  const usage = verbUsage(own, command.name, language)
  const { values, positionals } = options(more, command.value.options(own), usage)
  if (!values['help']) assertCount(positionals, command.value.takesKey ? ['KEY'] : [], usage)
  return {
    given: values,
    usage,
    run: (workplace, around) =>
      command.value.run(workplace, own, positionals[0] ?? '', values, around.language),
  }
}

interface PlainCommand {
  readonly takes: readonly string[]
  run(workplace: Workplace, given: readonly string[], options: Given): Promise<Answered>
}

/** A command about what is no record. */
function readPlain(
  [verb, ...rest]: readonly string[],
  verbs: Readonly<Record<string, PlainCommand>>,
  told: {
    readonly usage: string
    readonly unknown: (verb: string) => Words
    readonly options: ParseArgsOptionsConfig
  },
): Asked | string {
  const { usage, unknown } = told
  if (verb === undefined || isHelp(verb)) return usage
  const command = named(verbs, verb)?.value
  if (!command) throw new WrongUse(unknown(verb), usage)
  const { values, positionals } = options(rest, told.options, usage)
  if (!values['help']) assertCount(positionals, command.takes, usage)
  return { given: values, usage, run: (workplace) => command.run(workplace, positionals, values) }
}

function readAccess(
  word: string,
  verbs: Readonly<Record<string, AccessCommand>>,
  [verb, ...rest]: readonly string[],
  language: Language,
): Asked | string {
  const usage = accessUsage(word, verbs, language)
  if (verb === undefined || isHelp(verb)) return usage
  const command = named(verbs, verb)?.value
  if (!command) throw noVerb(word, verb, usage)
  const own = command.inputs ? accessUsage(word, { [verb]: command }, language) : usage
  const { values, positionals } = options(rest, command.options ?? {}, own)
  if (!values['help']) assertCount(positionals, command.takes, own)
  return {
    given: values,
    usage: own,
    run: (workplace, around) => command.run(workplace, positionals, values, around),
  }
}

const isHelp = (word: string) => word === '--help' || word === '-h' || word === 'help'

/** Only what the object itself has: `constructor` is no verb. */
function named<Name extends string, Value>(all: Readonly<Record<Name, Value>>, word: string) {
  const name = (Object.keys(all) as Name[]).find((each) => each === word) // the keys of this very object
  return name === undefined ? undefined : { name, value: all[name] }
}

function assertCount(given: readonly string[], wanted: readonly string[], usage: string): void {
  const missing = wanted[given.length]
  if (missing !== undefined)
    throw new WrongUse({ en: `${missing} is missing.`, de: `${missing} fehlt.` }, usage)
  const surplus = given[wanted.length]
  if (surplus !== undefined)
    throw new WrongUse({ en: `"${surplus}" is too much.`, de: `„${surplus}“ ist zu viel.` }, usage)
}

/** Throws the error on; wrong use with the usage of the command that was meant. */
function withUsage(usage: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof WrongUse && error.usage === undefined ? new WrongUse(error.words, usage) : error
  }
}

function options(args: string[], config: ParseArgsOptionsConfig, usage: string) {
  try {
    return parse(args, { ...config, ...commonFlags })
  } catch (error) {
    return withUsage(usage)(error)
  }
}
