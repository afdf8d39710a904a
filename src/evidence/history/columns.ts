/** A growing column of whole or real numbers in one typed array: eight bytes a number or fewer, no object a row. */
export interface Column {
  readonly length: number
  push(value: number): void
  at(index: number): number
}

/** Starts a column of the array type given, for instance `Int32Array`. */
export function column(kind: NumberArray): Column {
  let values = new kind(1024)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === values.length) {
        const larger = new kind(Math.ceil(length * 1.5))
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    at: (index) => values[index] ?? Number.NaN,
  }
}

type NumberArray =
  | Float64ArrayConstructor
  | Int32ArrayConstructor
  | Int16ArrayConstructor
  | Uint8ArrayConstructor
