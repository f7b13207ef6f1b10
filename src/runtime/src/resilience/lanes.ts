import { isProbing } from './breaker.js'
import { idleAt, type Rows, read, rowWidth } from './row.js'

/** Rows of one dependency by tenant. */
export type Home = Map<string, number>

/**
 * The rows of all (tenant, dependency) pairs, so many and no more. A place is given to somebody else only when its row is
 * as good as new: with an open breaker or a bucket that is not full it stays, however many others come.
 */
export interface Lanes {
  /** Number of the row; -1 when every place is taken and must be kept. */
  find(home: Home, tenant: string, now: number): number
  /** The array that a row is in. */
  rowsOf(lane: number): Rows
  /** Where in that array it starts. */
  startOf(lane: number): number
  /** Places that were ever used. */
  readonly size: number
}

const rowsPerPage = 1024
/** Places looked at for one that can be given away, so that a flood costs each of its calls the same. */
const steps = 16

export function createLanes(capacity: number): Lanes {
  const pages: Rows[] = []
  const tenants: string[] = []
  const homes: Home[] = []
  let hand = 0

  const rowsOf = (lane: number): Rows => pages[Math.floor(lane / rowsPerPage)] as Rows
  const startOf = (lane: number): number => (lane % rowsPerPage) * rowWidth

  const add = (): number => {
    const lane = tenants.length
    if (lane % rowsPerPage === 0) {
      pages.push(new Float64Array(Math.min(rowsPerPage, capacity - lane) * rowWidth))
    }
    return lane
  }

  /** Which of those that are as good as new it is makes no difference: no order has to be kept. */
  const reclaim = (now: number): number => {
    for (let step = 0; step < Math.min(steps, capacity); step++) {
      const lane = hand
      hand = (hand + 1) % capacity
      const rows = rowsOf(lane)
      const start = startOf(lane)
      if (read(rows, start, idleAt) > now || isProbing(rows, start)) continue
      homes[lane]?.delete(tenants[lane] as string)
      rows.fill(0, start, start + rowWidth)
      return lane
    }
    return -1
  }

  return {
    rowsOf,
    startOf,
    get size() {
      return tenants.length
    },
    find(home, tenant, now) {
      const known = home.get(tenant)
      if (known !== undefined) return known
      const lane = tenants.length < capacity ? add() : reclaim(now)
      if (lane < 0) return -1
      tenants[lane] = tenant
      homes[lane] = home
      home.set(tenant, lane)
      return lane
    },
  }
}
