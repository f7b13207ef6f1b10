import type { Retention } from '../../../contract/model/index.js'
import { compareDurations, type DurationOrder } from './duration.js'
import { word } from './word.js'

export interface PeriodChange {
  readonly order: Exclude<DurationOrder, 'same'>
  readonly from: string
  readonly to: string
}

/** What became of the time that data is kept; undefined when it is the same. */
export function periodChangeOf(from: unknown, to: unknown): PeriodChange | undefined {
  const [before, after] = [word<Retention>(from)?.period, word<Retention>(to)?.period]
  if (before === undefined || after === undefined) return undefined
  const order = compare(before, after)
  return order === 'same' ? undefined : { order, from: before, to: after }
}

/** How long something is kept, in words. */
export function spokenPeriod(period: string): string {
  if (period === 'none') return 'not at all'
  return period === 'tenant-lifetime' ? 'as long as the tenant stays' : `for ${period}`
}

/** `none` keeps nothing. As long as a tenant stays may be shorter or longer than any time. */
function compare(from: string, to: string): DurationOrder {
  if (from === to) return 'same'
  if (from === 'none') return isNothing(to) ? 'same' : 'longer'
  if (to === 'none') return isNothing(from) ? 'same' : 'shorter'
  if (from === 'tenant-lifetime' || to === 'tenant-lifetime') return 'unknown'
  return compareDurations(from, to)
}

function isNothing(period: string): boolean {
  return period !== 'tenant-lifetime' && compareDurations('P0D', period) === 'same'
}
