/**
 * How much a client may add to the load of a server in trouble: a fifth of its calls, beyond a small reserve. Without it,
 * retries multiply an outage.
 */
export interface RetryBudget {
  /** A call begins. */
  earn(): void
  /** False when a retry is not affordable. */
  spend(): boolean
}

const reserve = 10
const share = 0.2

export function createRetryBudget(): RetryBudget {
  let tokens = reserve
  return {
    earn: () => {
      tokens = Math.min(tokens + share, reserve)
    },
    spend: () => {
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
