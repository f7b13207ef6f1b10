import { invariant } from '../../../util/invariant.js'
import { isArray, isObject, type JsonValue, own, setOwn } from '../../../util/own.js'

type Container = JsonValue[] | Record<string, JsonValue>

/**
 * Edits plain data without touching the original: only what lies on the way to a change is copied, once. Parts that
 * stand in several places, as aliases of YAML do, are changed in one of them only.
 */
export interface Draft {
  value(): JsonValue
  /** The object or array at the tokens, free to be changed. */
  edit(tokens: readonly string[]): Container
  /** Puts a value at the tokens. */
  set(tokens: readonly string[], value: JsonValue): void
  /** From now on nothing is free to be changed: call it when a part has been put in a second place. */
  share(): void
}

export function createDraft(root: JsonValue): Draft {
  let current = root
  let free = new WeakSet<object>()

  const draft: Draft = {
    value: () => current,
    edit(tokens) {
      let container = freed(current, (copy) => {
        current = copy
      })
      for (const token of tokens) {
        const parent = container
        container = freed(childOf(parent, token), (copy) => put(parent, token, copy))
      }
      return container
    },
    set(tokens, value) {
      const name = tokens.at(-1)
      invariant(name !== undefined, 'overlays change a document, they never replace it')
      put(draft.edit(tokens.slice(0, -1)), name, value)
    },
    share() {
      free = new WeakSet()
    },
  }
  return draft

  function freed(value: JsonValue | undefined, replace: (copy: Container) => void): Container {
    if (typeof value === 'object' && value !== null && free.has(value)) return value as Container
    const copy: Container = isArray(value) ? [...value] : isObject(value) ? { ...value } : {}
    free.add(copy)
    replace(copy)
    return copy
  }
}

function childOf(container: Container, token: string): JsonValue | undefined {
  return Array.isArray(container) ? container[Number(token)] : own(container, token)
}

function put(container: Container, token: string, value: JsonValue): void {
  if (Array.isArray(container)) container[Number(token)] = value
  else setOwn(container, token, value)
}
