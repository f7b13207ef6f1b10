import { type Clock, inTime, systemClock, tooLate } from '../context/index.js'
import type { KillSwitch, Stop } from './types.js'

export interface KillSwitchOptions {
  /** All stops that are in force, from wherever the service's processes share them. Default: only those of this process. */
  readonly load?: (() => readonly Stop[] | Promise<readonly Stop[]>) | undefined
  /** Milliseconds after which they are loaded again, by the first request that comes then. Default: 500. */
  readonly every?: number | undefined
  /** Milliseconds that requests wait for the list. Default: 400. */
  readonly within?: number | undefined
  /** Milliseconds for which the last list is believed when it cannot be loaded; then nothing is served. Default: 10,000. */
  readonly patience?: number | undefined
  readonly clock?: Clock | undefined
}

export interface SwitchBoard extends KillSwitch {
  /** From the next request to this process on. */
  stop(stop: Stop): void
  /** Takes back what this process stopped in the same words; false: nothing was. */
  resume(stop: Pick<Stop, 'tenant' | 'operation'>): boolean
}

/** Stops tenants and operations without a deployment: in this process at once, in all of them within `every`. */
export function killSwitch(options: KillSwitchOptions = {}): SwitchBoard {
  const { load, every = 500, within = 400, patience = 10_000, clock = systemClock } = options
  const own = new Map<string, Stop>()
  let shared = indexOf([])
  let loadedAt = Number.NEGATIVE_INFINITY
  let loading: Promise<void> | undefined
  return {
    stop: (stop) => void own.set(keyOf(stop), stop),
    resume: (stop) => own.delete(keyOf(stop)),
    stopOf(call) {
      if (!load || clock.now() - loadedAt < every) return find(call)
      return refresh(load).then(() => find(call))
    },
  }

  function refresh(from: NonNullable<KillSwitchOptions['load']>): Promise<void> {
    loading ??= inTime(clock, within, Promise.resolve().then(from), tooLate('the list of stops'))
      .then(
        (stops) => {
          shared = indexOf(stops)
          loadedAt = clock.now()
        },
        (error: unknown) => {
          if (clock.now() - loadedAt >= patience) throw error
        },
      )
      .finally(() => {
        loading = undefined
      })
    return loading
  }

  function find({ tenant, operation }: Parameters<KillSwitch['stopOf']>[0]): Stop | undefined {
    const questions = [{ operation }, ...(tenant === undefined ? [] : [{ tenant }, { tenant, operation }])]
    for (const question of questions) {
      const stop = own.get(keyOf(question)) ?? shared.get(keyOf(question))
      if (stop) return stop
    }
    return undefined
  }
}

function indexOf(stops: readonly Stop[]): ReadonlyMap<string, Stop> {
  return new Map(stops.map((stop) => [keyOf(stop), stop]))
}

/** Neither a tenant nor nothing can be mistaken for the other. */
function keyOf({ tenant, operation }: Pick<Stop, 'tenant' | 'operation'>): string {
  return JSON.stringify([tenant ?? null, operation ?? null])
}
