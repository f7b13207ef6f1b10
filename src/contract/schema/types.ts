import { isArray, type JsonValue } from '../../util/own.js'
import type { JsonType } from '../model/index.js'
import type { Cursor } from './keywords.js'

const names: ReadonlySet<string> = new Set<JsonType>([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
])

/** Nearly every schema has one type: all of these share a list. */
const singles: ReadonlyMap<string, readonly JsonType[]> = new Map([...names].map((name) => [name, [name as JsonType]]))

/** Reads `type`: one name or, since JSON Schema has it, a list; `file` of OpenAPI 2.0 is a binary string. */
export function readTypes(cursor: Cursor, value: JsonValue): void {
  const single = typeof value === 'string' ? singles.get(value) : undefined
  if (single) {
    cursor.draft.types = single
    return
  }
  const given = isArray(value) ? value : [value]
  const types: JsonType[] = []
  for (const name of given) {
    if (name === 'file') {
      types.push('string')
      cursor.draft.format = 'binary'
    } else if (name === null) {
      // `type: null` in YAML is the value null, and only the type of that name can be meant.
      cursor.unusual('type', 'the text "null"')
      types.push('null')
    } else if (typeof name === 'string' && names.has(name)) types.push(name as JsonType)
    else {
      cursor.wrong('type', 'one of array, boolean, integer, null, number, object and string')
      return
    }
  }
  if (types.length === 0) {
    cursor.wrong('type', 'a type, or a list of at least one')
    return
  }
  cursor.draft.types = normalTypes(types)
}

/** The same types and null. */
export function orNull(types: readonly JsonType[]): readonly JsonType[] {
  return nullable.get(types) ?? normalTypes([...types, 'null'])
}

/** Sorted, unique, and without `integer` where `number` covers it. */
function normalTypes(types: Iterable<JsonType>): readonly JsonType[] {
  const unique = new Set(types)
  if (unique.has('number')) unique.delete('integer')
  return [...unique].sort()
}

/** Of the lists that nearly all schemas share. */
const nullable: ReadonlyMap<readonly JsonType[], readonly JsonType[]> = new Map(
  [...singles.values()].map((single) => [single, normalTypes([...single, 'null'])]),
)
