import type { Contract, JsonType, Parameter, Schema, SchemaId } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import { encode } from './encode.js'
import { languageOf } from './raw-request.js'
import type { WireLanguage } from './types.js'
import { typesOf } from './value-kinds.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** The field that says why the same value is written differently now; undefined when it is not. */
export function languageChange(
  { base, head }: { readonly base: Contract; readonly head: Contract },
  pair: Pair<Parameter>,
): 'style' | 'explode' | undefined {
  if (pair.before.style === pair.after.style && pair.before.explode === pair.after.explode) return undefined
  const types = [typesIn(pair.before.schema, base.schemas), typesIn(pair.after.schema, head.schemas)]
  const languages = { before: languageOf(pair.before), after: { ...languageOf(pair.after), name: pair.before.name } }
  if (!differing(languages, types as [ReadonlySet<JsonType>, ReadonlySet<JsonType>])) return undefined
  return pair.before.style === pair.after.style ? 'explode' : 'style'
}

/** A value that both versions know and write differently. */
export function differing(
  { before, after }: Pair<WireLanguage>,
  [was, is]: readonly [ReadonlySet<JsonType>, ReadonlySet<JsonType>],
): JsonValue | undefined {
  const reserved = { allowReserved: false }
  return probes.find(
    ([type, probe]) =>
      was.has(type) &&
      is.has(type) &&
      encode({ ...before, ...reserved }, probe) !== encode({ ...after, ...reserved }, probe),
  )?.[1]
}

/** Of each kind a value that shows how kinds are written; the smallest first. */
const probes: readonly (readonly [JsonType, JsonValue])[] = [
  ['string', 'a'],
  ['number', 1],
  ['boolean', true],
  ['array', ['a', 'b']],
  ['object', { a: 1, b: 2 }],
]

/** Without a schema any text goes. */
export function typesIn(schema: Schema | undefined, schemas: ReadonlyMap<SchemaId, Schema>): ReadonlySet<JsonType> {
  return schema ? typesOf(schema, schemas) : new Set(['string'])
}
