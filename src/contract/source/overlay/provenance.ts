import { invariant } from '../../../util/invariant.js'
import { child, tokensOf } from '../../../util/json-pointer.js'
import type { Origin } from '../../model/index.js'

/** Where a part of the overlaid document really stands. Parts without a mark of their own stand below their parent's. */
export interface Mark {
  readonly at: Origin
  /** The name of the member is still the one in the place before. */
  readonly key?: Origin
  readonly children: Map<string, Mark>
}

/**
 * Remembers for every part of the root document that overlays made or moved where its text is, so that a problem with it
 * points there.
 */
export interface Provenance {
  locate(pointer: string, part: 'key' | 'value'): Origin
  /** Notes that the node at the tokens now comes from elsewhere; `keepsKey` when it has only got another value. */
  set(tokens: readonly string[], at: Origin, keepsKey?: boolean): void
  /** All that is known of a node, to put it down somewhere else. */
  get(tokens: readonly string[]): Mark
  put(tokens: readonly string[], mark: Mark): void
  /** Notes that a member is gone. */
  removeMember(tokens: readonly string[], name: string): void
  /** Notes that items of an array are gone, so that those behind them have moved up. */
  removeItems(tokens: readonly string[], indexes: ReadonlySet<number>, length: number): void
}

export function createProvenance(root: Origin): Provenance {
  const base: Mark = { at: root, children: new Map<string, Mark>() }

  return {
    locate(pointer, part) {
      const tokens = tokensOf(pointer)
      const { mark, at, depth } = find(tokens)
      if (part === 'key' && depth === tokens.length && mark?.key) return mark.key
      return at
    },
    set(tokens, at, keepsKey = false) {
      const key = keepsKey ? find(tokens).at : undefined
      this.put(tokens, { at, ...(key && { key }), children: new Map<string, Mark>() })
    },
    get(tokens) {
      const { mark, at } = find(tokens)
      return copyOf({ at, children: mark?.children ?? new Map<string, Mark>() })
    },
    put(tokens, mark) {
      const name = tokens.at(-1)
      invariant(name !== undefined, 'overlays change a document, they never replace it')
      ensure(tokens.slice(0, -1)).children.set(name, copyOf(mark))
    },
    removeMember(tokens, name) {
      find(tokens).mark?.children.delete(name)
    },
    removeItems(tokens, indexes, length) {
      const array = ensure(tokens)
      const items = Array.from({ length }, (_, index) => {
        return (
          array.children.get(String(index)) ?? { at: below(array.at, String(index)), children: new Map<string, Mark>() }
        )
      })
      array.children.clear()
      let next = 0
      items.forEach((item, index) => {
        if (!indexes.has(index)) array.children.set(String(next++), item)
      })
    },
  }

  /** The mark at the tokens when there is one, and the place in any case. */
  function find(tokens: readonly string[]): {
    readonly mark: Mark | undefined
    readonly at: Origin
    readonly depth: number
  } {
    let mark = base
    let depth = 0
    for (let next = mark.children.get(tokens[0] ?? ''); next && depth < tokens.length; ) {
      mark = next
      next = mark.children.get(tokens[++depth] ?? '')
    }
    const isWhole = depth === tokens.length
    const at = isWhole ? mark.at : tokens.slice(depth).reduce(below, mark.at)
    return { mark: isWhole ? mark : undefined, at, depth }
  }

  /** The mark at the tokens, made when there is none. */
  function ensure(tokens: readonly string[]): Mark {
    let mark = base
    for (const token of tokens) {
      let next = mark.children.get(token)
      if (!next) {
        next = { at: below(mark.at, token), children: new Map<string, Mark>() }
        mark.children.set(token, next)
      }
      mark = next
    }
    return mark
  }
}

function copyOf(mark: Mark): Mark {
  const children = new Map<string, Mark>()
  for (const [token, next] of mark.children) children.set(token, copyOf(next))
  return { ...mark, children }
}

function below(at: Origin, token: string): Origin {
  return { document: at.document, pointer: child(at.pointer, token) }
}
