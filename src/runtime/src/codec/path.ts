import { pointerToken } from './pointer-token.js'
import type { Path } from './types.js'

/** Deeper payloads are refused where a schema is recursive, long before they could exhaust the stack. */
const maxDepth = 256

/** One step down: a declared property name, an index, or `*` for a name that the caller chose. */
export function within(parent: Path | undefined, key: string | number): Path {
  return { parent, key, depth: parent === undefined ? 1 : parent.depth + 1 }
}

/** More visits to recursive schemas than this are made for no payload: only alternatives that overlap ask for them. */
const maxVisits = 1_000_000

/** Visits for the payload that is being checked; checks are synchronous, so there is one at a time. */
let visits = 0

/** What follows is another payload. */
export function beginPayload(): void {
  visits = 0
}

/**
 * Whether a recursive schema is not followed any further: the payload nests too deep, or is read in too many ways, as
 * each level doubles them where alternatives of a union overlap.
 */
export function isTooDeep(at: Path | undefined): boolean {
  if (at === undefined) beginPayload()
  return ++visits > maxVisits || (at !== undefined && at.depth > maxDepth)
}

/** JSON Pointer (RFC 6901) of a place; empty for the payload itself. */
export function pointerOf(at: Path | undefined): string {
  let pointer = ''
  for (let step = at; step; step = step.parent) {
    const token = typeof step.key === 'number' ? step.key : pointerToken(step.key)
    pointer = `/${token}${pointer}`
  }
  return pointer
}
