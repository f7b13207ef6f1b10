import type { Annotated } from '../../../contract/model/index.js'

/** What an annotated field of an edit says on one side; undefined where it says nothing. */
export function word<T>(side: unknown): T | undefined {
  return (side as Annotated<T> | undefined)?.value
}

/** Names in a sentence: `` `a`, `b` and `c` ``. */
export function named(names: readonly string[], last: 'and' | 'or' = 'and'): string {
  return sentence(
    names.map((name) => `\`${name}\``),
    last,
  )
}

/** `a, b and c`. */
export function sentence(parts: readonly string[], last: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`
}

/** What of the second list is not in the first, and the other way round; sorted. */
export function grown(
  from: readonly string[] = [],
  to: readonly string[] = [],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: [...new Set(to)].filter((member) => !from.includes(member)).sort(),
    removed: [...new Set(from)].filter((member) => !to.includes(member)).sort(),
  }
}
