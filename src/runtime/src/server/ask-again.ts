import type { Clock } from '../context/index.js'
import type { Refusal } from './refusal.js'
import type { Standing } from './standing.js'

export interface Questions {
  /** Settles with the answer of the question that is under way; undefined: none is. */
  pending(): Promise<void> | undefined
  stop(): void
}

/** Asks from time to time whether a call may go on, until it may not. */
export function askAgain(standing: Standing, clock: Clock, refused: (refusal: Refusal) => void): Questions {
  const { every = Number.POSITIVE_INFINITY, until = Number.POSITIVE_INFINITY } = standing
  let pending: Promise<void> | undefined
  let isOver = false
  let cancel = (): void => undefined
  const ask = (): void => {
    pending = standing.ask().then((refusal) => {
      pending = undefined
      if (isOver) return
      if (refusal) refused(refusal)
      else wait()
    })
  }
  const wait = (): void => {
    cancel = clock.after(Math.max(0, Math.min(every, until - clock.now())), ask)
  }
  wait()
  return {
    pending: () => pending,
    stop() {
      isOver = true
      cancel()
    },
  }
}
