/** Time as the runtime sees it; tests pass one that they turn by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `callback` once, `milliseconds` from now. The returned function calls it off. */
  after(milliseconds: number, callback: () => void): () => void
}

/** The machine's clock. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    // Longer delays would fire at once (a signed 32-bit number in every engine).
    const timer = setTimeout(callback, Math.min(milliseconds, 2_147_483_647))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
