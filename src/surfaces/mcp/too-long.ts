import { Transform } from 'node:stream'
import { Refusal } from '#kernel'

/** Passes messages on, a line each, and knows of how many bytes the one that is under way is so far. */
export class MeasuredLines extends Transform {
  underWay = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void) {
    const end = chunk.lastIndexOf(0x0a)
    this.underWay = end === -1 ? this.underWay + chunk.length : chunk.length - end - 1
    done(null, chunk)
  }
}

/** The refusal of a message that nobody can be meant to read. */
export function tooLong(): Refusal {
  return new Refusal(
    'too-much',
    {
      en: 'A message of more than 1 MiB came in; nothing after it was read.',
      de: 'Eine Nachricht von mehr als 1 MiB kam an; danach wurde nichts mehr gelesen.',
    },
    { en: 'Send less at once.', de: 'Schicke weniger auf einmal.' },
  )
}
