import { escapeToken } from '../../../util/json-pointer.js'
import { isArray, isObject, type JsonValue, own } from '../../../util/own.js'
import type { Origin } from '../../model/index.js'
import type { Overlaid } from './apply-overlay.js'
import { kindOf } from './kind.js'
import type { Mark } from './provenance.js'
import { below } from './read-overlay.js'

/** A value to merge, with the place of its text: one place for all of it, or a mark for each part that was moved. */
export type Source =
  | { readonly value: JsonValue; readonly at: Origin }
  | { readonly value: JsonValue; readonly mark: Mark }

interface Pair {
  readonly tokens: readonly string[]
  readonly source: Source
}

/**
 * Merges a value into the node at the tokens: members one by one, items behind those that are there, primitive values
 * instead of one another (Overlay 1.1, section "Action Object"). Any other pair is reported and left as it was.
 */
export function mergeInto(overlaid: Overlaid, target: readonly string[], from: Source, at: Origin): void {
  const { draft, provenance, problems } = overlaid
  const pairs: Pair[] = [{ tokens: target, source: from }]
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const { tokens, source } = pair
    const { value } = source
    const before = valueAt(draft.value(), tokens)
    if (isObject(before) && isObject(value)) {
      mergeMembers(tokens, value, source)
    } else if (isArray(before) && (isArray(value) || tokens === target)) {
      append(tokens, before.length, source)
    } else if (kindOf(before) === 'a primitive value' && kindOf(value) === 'a primitive value') {
      draft.set(tokens, value)
      if ('at' in source) provenance.set(tokens, source.at, true)
      else provenance.put(tokens, source.mark)
    } else {
      const pointer = tokens.map((token) => `/${escapeToken(token)}`).join('')
      const place = 'at' in source ? source.at : at
      problems.report('TK1409', { update: kindOf(value), target: kindOf(before), pointer }, { at: place })
    }
  }

  function mergeMembers(
    tokens: readonly string[],
    members: { readonly [key: string]: JsonValue },
    source: Source,
  ): void {
    const names = Object.keys(members)
    if (names.length === 0) return
    const object = draft.edit(tokens) as Record<string, JsonValue>
    for (const name of names) {
      const next = sourceBelow(source, name, members[name] as JsonValue)
      if (Object.hasOwn(object, name)) pairs.push({ tokens: [...tokens, name], source: next })
      else place([...tokens, name], next)
    }
  }

  function append(tokens: readonly string[], length: number, source: Source): void {
    const items = isArray(source.value) ? source.value : undefined
    if (!items) place([...tokens, String(length)], source)
    items?.forEach((item, index) => {
      place([...tokens, String(length + index)], sourceBelow(source, String(index), item))
    })
  }

  /** Puts a value where there was none. */
  function place(tokens: readonly string[], source: Source): void {
    draft.set(tokens, source.value)
    if ('at' in source) provenance.set(tokens, source.at)
    else provenance.put(tokens, source.mark)
  }
}

function sourceBelow(source: Source, token: string, value: JsonValue): Source {
  if ('at' in source) return { value, at: below(source.at, token) }
  const mark = source.mark.children.get(token) ?? { at: below(source.mark.at, token), children: new Map() }
  return { value, mark }
}

/** The tokens were found by a query or by walking the same document, so they lead somewhere. */
function valueAt(root: JsonValue, tokens: readonly string[]): JsonValue {
  let value = root
  for (const token of tokens) {
    const next = isArray(value) ? value[Number(token)] : isObject(value) ? own(value, token) : undefined
    value = next ?? null
  }
  return value
}
