import { unescapeToken } from '../../util/json-pointer.js'

/** The key of a schema in `components/schemas`, `definitions` or `$defs`; undefined when it stands elsewhere. */
export function definitionName(pointer: string): string | undefined {
  const cut = pointer.lastIndexOf('/')
  const parent = pointer.slice(0, cut)
  const named = parent === '/components/schemas' || parent.endsWith('/definitions') || parent.endsWith('/$defs')
  return named ? unescapeToken(pointer.slice(cut + 1)) : undefined
}
