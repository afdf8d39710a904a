/** Hands out the one session of the embedded database to one holder at a time, in the order of asking. */
export class Sessions {
  #last: Promise<void> = Promise.resolve()

  /** Waits for its turn and gives the release, which may be called more than once. */
  async acquire(): Promise<() => void> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    return resolve
  }

  /** Runs `work` while holding the session. */
  async with<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }
}
