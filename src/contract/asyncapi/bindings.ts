import { isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import type { Binding, BindingField, Origin, Schema } from '../model/index.js'
import { readPayload } from './payload.js'
import { below, fieldAt, type Node, type Reading } from './reading.js'
import { target } from './reference.js'
import { dialectOfFormat } from './schema-format.js'

/** The fields of bindings that are schemas of something on the wire. */
const schemaFields: Readonly<Record<string, readonly string[]>> = {
  'kafka message': ['key'],
  'http operation': ['query'],
  'http message': ['headers'],
  'ws channel': ['query', 'headers'],
  'mqtt message': ['correlationData', 'responseTopic'],
  'jms message': ['headers'],
  'anypointmq message': ['headers'],
}

/** Reads what protocols add to a node. `schemaFormat`: the language of the payload beside it. */
export function readBindings(
  reading: Reading,
  node: Node,
  on: Binding['on'],
  schemaFormat?: string,
): readonly Binding[] | undefined {
  const value = own(node.value, 'bindings')
  const found = value === undefined ? undefined : target(reading, 'bindings', value, fieldAt(node, 'bindings'))
  if (!found) return undefined
  return Object.keys(found.value).flatMap((protocol) => {
    const written = own(found.value, protocol) as JsonValue
    // YAML writes a binding that says nothing as an empty one.
    if (protocol.startsWith('x-') || written === null) return []
    const binding = target(reading, protocol, written, below(found.at, protocol))
    return binding ? [readBinding(reading, on, protocol, binding, schemaFormat)] : []
  })
}

function readBinding(
  reading: Reading,
  on: Binding['on'],
  protocol: string,
  node: Node,
  schemaFormat: string | undefined,
): Binding {
  const schemas = new Map<string, Schema>()
  for (const name of schemaFields[`${protocol} ${on}`] ?? []) {
    const value = own(node.value, name)
    if (!isObject(value)) continue
    const at = below(node.at, name)
    // The key of a record is written in the language of its payload, and with it kept as it is.
    const format = protocol === 'kafka' && schemaFormat !== undefined && !dialectOfFormat(schemaFormat) && schemaFormat
    schemas.set(
      name,
      format ? { kind: 'schema', at, foreign: { format, value } } : readPayload(reading, value, at).schema,
    )
  }
  const fields = leaves(node.value, node.at, (name) => name !== 'bindingVersion' && !schemas.has(name))
  return { kind: 'binding', on, protocol, fields, schemas, at: node.at }
}

/** Everything that is no object, by the names that lead to it. */
function leaves(start: JsonObject, at: Origin, isWanted: (name: string) => boolean): ReadonlyMap<string, BindingField> {
  const found = new Map<string, BindingField>()
  const pending = [{ value: start, at, path: '' }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const inner: typeof pending = []
    for (const name of Object.keys(next.value)) {
      if (name.startsWith('x-') || (next.path === '' && !isWanted(name))) continue
      const value = own(next.value, name) as JsonValue
      const [path, place] = [next.path === '' ? name : `${next.path}.${name}`, below(next.at, name)]
      if (isObject(value)) inner.push({ value, at: place, path })
      else found.set(path, { value, at: place })
    }
    pending.push(...inner.reverse())
  }
  return found
}
