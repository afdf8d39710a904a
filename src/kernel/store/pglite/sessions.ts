import { isInBackground } from '../background.ts'

/** How long work in the background lets others go first, in milliseconds; after that it has its turn by its arrival. */
const patience = 300
/** So long nobody may have wanted the session for it to count as quiet. */
const lull = 250

interface Waiting {
  readonly isInBackground: boolean
  readonly since: number
  begin(): void
}

/**
 * Hands out the one session of the embedded database to one holder at a time, in the order of asking; what runs in the
 * background waits while somebody else does.
 */
export class Sessions {
  readonly #waiting: Waiting[] = []
  #isHeld = false
  #isHeldInBackground = false
  #lastWanted = Number.NEGATIVE_INFINITY

  /** Waits for its turn and gives the release, which may be called more than once. */
  async acquire(): Promise<() => void> {
    const background = isInBackground()
    if (this.#isHeld) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#waiting.push({ isInBackground: background, since: performance.now(), begin: resolve })
      await promise
    }
    this.#isHeld = true
    this.#isHeldInBackground = background
    let isReleased = false
    return () => {
      if (isReleased) return
      isReleased = true
      if (!background) this.#lastWanted = performance.now()
      this.#handOn()
    }
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

  /** How many milliseconds are left until the session has been wanted by nobody for a moment; zero or less when it is quiet. */
  untilQuiet(): number {
    const isWanted =
      (this.#isHeld && !this.#isHeldInBackground) || this.#waiting.some((waiting) => !waiting.isInBackground)
    return isWanted ? lull : this.#lastWanted + lull - performance.now()
  }

  // Still held while it goes from one to the next: whoever asks meanwhile has to wait.
  #handOn() {
    const now = performance.now()
    const first = this.#waiting.findIndex((one) => !one.isInBackground || now - one.since > patience)
    const [next] = this.#waiting.splice(Math.max(0, first), 1)
    if (next) next.begin()
    else this.#isHeld = false
  }
}
