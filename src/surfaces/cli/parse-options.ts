import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { WrongUse } from './wrong-use.ts'

/** Reads options and what stands beside them; throws WrongUse for one that is not there. */
export function parse<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args: withNegatives(args, options), options, allowPositionals: true, strict: true })
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw notUnderstood(error.code, error.message)
    throw error
  }
}

/** Joins a number below nought to the option before it, which would else be taken for an option itself: `--low -3`. */
function withNegatives(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const end = args.indexOf('--')
  const read: string[] = []
  for (const [at, word] of args.entries()) {
    const before = read.at(-1)
    const isOption = before?.startsWith('--') === true && options[before.slice(2)]?.type === 'string'
    if (isOption && /^-\d/.test(word) && (end === -1 || at < end)) read[read.length - 1] = `${before}=${word}`
    else read.push(word)
  }
  return read
}

function notUnderstood(code: unknown, message: string): WrongUse {
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  return new WrongUse({
    en: `${message.split(/\.\s/)[0]?.replace(/\.$/, '')}.`,
    de:
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `Die Option ${option} gibt es nicht.`
        : `Die Option ${option} ist so nicht zu verstehen.`,
  })
}
