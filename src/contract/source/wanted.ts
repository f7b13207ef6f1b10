import { tokensOf } from '../../util/json-pointer.js'

/** Offsets of a node in its text, ends exclusive; the key's only where the node is a member of an object. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly keyStart: number
  readonly keyEnd: number
}

/**
 * The pointers that are looked for, as a tree of their tokens, so that one pass over the text finds them all and skips
 * what nobody asks for.
 */
export interface Wanted {
  readonly children: Map<string, Wanted>
  /** Whether it is looked for itself, not only on the way to others. */
  isAsked: boolean
  place: Place | undefined
}

/** Offset of a key that is not there: an item of an array, or the document itself. */
export const noKey = -1

export function createWanted(): Wanted {
  return { children: new Map(), isAsked: false, place: undefined }
}

/** Adds a pointer to those looked for, and returns its node, in which the place will stand. */
export function want(root: Wanted, pointer: string): Wanted {
  let node = root
  for (const token of tokensOf(pointer)) {
    let next = node.children.get(token)
    if (!next) {
      next = createWanted()
      node.children.set(token, next)
    }
    node = next
  }
  node.isAsked = true
  return node
}

/** Gives each node that was not found the place of its nearest ancestor that was: the best that can be shown. */
export function inheritPlaces(root: Wanted): void {
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const next of node.children.values()) {
      next.place ??= node.place && { ...node.place, keyStart: noKey, keyEnd: noKey }
      stack.push(next)
    }
  }
}
