/** A growing column of whole or real numbers in typed arrays: eight bytes a number or fewer, no object a row. */
export interface Column {
  readonly length: number
  push(value: number): void
  at(index: number): number
}

const pieceBits = 12
const pieceLength = 1 << pieceBits

/**
 * Starts a column of the array type given, for instance `Int32Array`. It grows by pieces of one size: copying all into a
 * longer array would need both for a while.
 */
export function column(kind: NumberArray): Column {
  const pieces: NumberArrayInstance[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      const piece = pieces[length >> pieceBits] ?? new kind(pieceLength)
      if ((length & (pieceLength - 1)) === 0) pieces.push(piece)
      piece[length & (pieceLength - 1)] = value
      length++
    },
    at: (index) => pieces[index >> pieceBits]?.[index & (pieceLength - 1)] ?? Number.NaN,
  }
}

type NumberArray =
  | Float64ArrayConstructor
  | Int32ArrayConstructor
  | Int16ArrayConstructor
  | Uint8ArrayConstructor
type NumberArrayInstance = Float64Array | Int32Array | Int16Array | Uint8Array
