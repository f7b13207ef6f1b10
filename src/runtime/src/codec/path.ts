import type { Path } from './types.js'

/** Deeper payloads are refused where a schema is recursive, long before they could exhaust the stack. */
const maxDepth = 256

/** One step down: a declared property name, an index, or `*` for a name that the caller chose. */
export function within(parent: Path | undefined, key: string | number): Path {
  return { parent, key, depth: parent === undefined ? 1 : parent.depth + 1 }
}

export function isTooDeep(at: Path | undefined): boolean {
  return at !== undefined && at.depth > maxDepth
}

/** JSON Pointer (RFC 6901) of a place; empty for the payload itself. */
export function pointerOf(at: Path | undefined): string {
  let pointer = ''
  for (let step = at; step; step = step.parent) {
    const token = typeof step.key === 'number' ? step.key : step.key.replaceAll('~', '~0').replaceAll('/', '~1')
    pointer = `/${token}${pointer}`
  }
  return pointer
}
