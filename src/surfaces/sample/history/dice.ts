/** Chance that falls the same way every time (mulberry32), so that one day gives one history. */
export class Dice {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  /** From 0 to below 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.roll() < share
  }

  pick<Each>(list: readonly Each[]): Each {
    const found = list[Math.floor(this.roll() * list.length)]
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }

  /** One of the first more often than one of the last. */
  favour<Each>(list: readonly Each[]): Each {
    return list[Math.floor(this.roll() ** 2.2 * list.length)] ?? this.pick(list)
  }
}
