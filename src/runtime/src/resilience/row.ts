/**
 * All that is remembered of one (tenant, dependency): 16 numbers in an array of many rows, 128 bytes. Zeros are the state
 * of somebody who was never seen, so a row can be given away as soon as it says nothing else.
 */
export type Rows = Float64Array

export const rowWidth = 16

/** Milliseconds since 1970 from which the row is as good as new. */
export const idleAt = 0

/** Token bucket: tokens that are taken, and when that was true. */
export const tokensTaken = 1
export const takenAt = 2

/** Retry budget: retries that are not earned back. */
export const retriesSpent = 3

/** Breaker: its phase, until when it is open, and the slot of the window that is counted in. */
export const phase = 4
export const openUntil = 5
export const slot = 6
/** Calls and failures of each slot in turn. */
export const counts = 8
export const slotCount = 4

export function createRow(): Rows {
  return new Float64Array(rowWidth)
}

export function read(rows: Rows, at: number, field: number): number {
  return rows[at + field] as number
}

/** Keeps a row for longer, never for less. */
export function keepUntil(rows: Rows, at: number, time: number): void {
  if (time > read(rows, at, idleAt)) rows[at + idleAt] = time
}
