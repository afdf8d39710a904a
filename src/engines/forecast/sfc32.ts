/**
 * sfc32, the “Small Fast Counting” generator of Chris Doty-Humphrey’s PractRand (public domain): whole numbers from 0 to
 * 2³² − 1, evenly spread, the same for the same three words. Many streams side by side: the state of stream `at` lies in
 * the four places from `4 × at` on.
 */
export type Streams = Int32Array

export const wordsPerStream = 4

/** PractRand’s number of rounds for a seed of three words. */
const roundsForThreeWords = 15

/** Starts stream `at` from three words. */
export function seedStream(
  streams: Streams,
  at: number,
  a: number,
  b: number,
  c: number,
  rounds: number = roundsForThreeWords,
): void {
  let x = a | 0
  let y = b | 0
  let z = c | 0
  let counter = 1
  for (let round = 0; round < rounds; round++) {
    const mixed = (x + y + counter) | 0
    counter = (counter + 1) | 0
    x = y ^ (y >>> 9)
    y = (z + (z << 3)) | 0
    z = (((z << 21) | (z >>> 11)) + mixed) | 0
  }
  const place = at * wordsPerStream
  streams[place] = x
  streams[place + 1] = y
  streams[place + 2] = z
  streams[place + 3] = counter
}

/** The next number of stream `at`. */
export function nextOf(streams: Streams, at: number): number {
  const place = at * wordsPerStream
  const x = streams[place]!
  const y = streams[place + 1]!
  const z = streams[place + 2]!
  const counter = streams[place + 3]!
  const mixed = (x + y + counter) | 0
  streams[place] = y ^ (y >>> 9)
  streams[place + 1] = (z + (z << 3)) | 0
  streams[place + 2] = (((z << 21) | (z >>> 11)) + mixed) | 0
  streams[place + 3] = (counter + 1) | 0
  return mixed >>> 0
}

/** A number of 32 bits for a text (FNV-1a over its UTF-16 units): which stream belongs to which name. */
export function wordOf(text: string): number {
  let word = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    word = Math.imul(word ^ text.charCodeAt(at), 0x01000193)
  }
  return word | 0
}
