import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { WrongUse } from './wrong-use.ts'

/** Reads options and what stands beside them; throws WrongUse for one that is not there. */
export function parse<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw notUnderstood(error.code, error.message)
    throw error
  }
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
