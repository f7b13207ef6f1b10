import type { GuardClock } from './types.js'

export interface GateOptions {
  /** Calls of one tenant at the same time. */
  readonly perTenant: number
  /** Calls of all tenants at the same time. */
  readonly total: number
  /** Calls of one tenant that wait. */
  readonly queuePerTenant: number
  /** Calls of all tenants that wait. */
  readonly queueTotal: number
  /** Milliseconds. */
  readonly queueTime: number
  readonly after: GuardClock['after']
}

/** A bulkhead: so many calls at the same time, and few that wait, each tenant in turn whatever the others send. */
export interface Gate {
  /** True: go on, and `leave` when done. False: full. Never waits where it need not, so most calls get no promise. */
  enter(tenant: string, signalOf: SignalOf): boolean | Promise<boolean>
  leave(tenant: string): void
  /** True when the tenant has all that it may have by itself. */
  isFullFor(tenant: string): boolean
  /** Tenants with calls inside or waiting: all that is remembered. */
  readonly tenants: number
}

/** Asked for only when a call has to wait: servers make a request's signal on demand. */
export type SignalOf = (() => AbortSignal | undefined) | undefined

interface Line {
  inside: number
  /** Made when somebody has to wait: most lines come and go without. */
  waiting: Set<(mayEnter: boolean) => void> | undefined
}

export function createGate({ perTenant, total, queuePerTenant, queueTotal, queueTime, after }: GateOptions): Gate {
  const lines = new Map<string, Line>()
  /** Lines that could go on if the gate had a place, in the order of their turns. */
  const turns = new Set<Line>()
  let inside = 0
  let waiting = 0

  const lineOf = (tenant: string): Line => {
    const known = lines.get(tenant)
    if (known) return known
    const made: Line = { inside: 0, waiting: undefined }
    lines.set(tenant, made)
    return made
  }
  const forgetIfEmpty = (tenant: string, line: Line): void => {
    if (line.inside === 0 && waitingIn(line) === 0) lines.delete(tenant)
  }
  const admitNext = (): void => {
    for (const line of turns) {
      if (inside >= total) return
      turns.delete(line)
      const [next] = line.waiting ?? []
      // To the end of the turns again, when more of its calls could go on.
      if (line.inside + 1 < perTenant && waitingIn(line) > 1) turns.add(line)
      line.inside += 1
      inside += 1
      next?.(true)
    }
  }

  const wait = (tenant: string, line: Line, signal: AbortSignal | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (mayEnter: boolean): void => {
        cancel()
        signal?.removeEventListener('abort', giveUp)
        line.waiting?.delete(end)
        waiting -= 1
        if (!mayEnter) {
          if (waitingIn(line) === 0) turns.delete(line)
          forgetIfEmpty(tenant, line)
        }
        resolve(mayEnter)
      }
      const giveUp = (): void => end(false)
      line.waiting ??= new Set()
      line.waiting.add(end)
      waiting += 1
      if (line.inside < perTenant) turns.add(line)
      const cancel = after(queueTime, giveUp)
      signal?.addEventListener('abort', giveUp, { once: true })
    })

  return {
    get tenants() {
      return lines.size
    },
    isFullFor: (tenant) => (lines.get(tenant)?.inside ?? 0) >= perTenant,
    enter(tenant, signalOf) {
      const line = lineOf(tenant)
      // Whoever waits could not go on either, so nobody is passed by.
      if (line.inside < perTenant && inside < total) {
        line.inside += 1
        inside += 1
        return true
      }
      if (waitingIn(line) < queuePerTenant && waiting < queueTotal) {
        const signal = signalOf?.()
        if (!signal?.aborted) return wait(tenant, line, signal)
      }
      forgetIfEmpty(tenant, line)
      return false
    },
    leave(tenant) {
      const line = lines.get(tenant)
      if (!line) return
      line.inside -= 1
      inside -= 1
      if (waitingIn(line) > 0) turns.add(line)
      forgetIfEmpty(tenant, line)
      admitNext()
    },
  }
}

function waitingIn({ waiting }: Line): number {
  return waiting?.size ?? 0
}
