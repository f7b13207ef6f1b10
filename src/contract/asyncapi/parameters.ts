import { type JsonObject, own, setOwn } from '../../util/own.js'
import type { ChannelParameter, Origin, Schema } from '../model/index.js'
import { classesOf } from './governed.js'
import { checkFields, entriesOf, fieldAt, type Node, nameOf, present, type Reading, textOf } from './reading.js'
import { target } from './reference.js'

/** The parameters of an address: declared ones first, then those that only occur in it. */
export function readParameters(
  reading: Reading,
  channel: Node,
  address: string | undefined,
): readonly ChannelParameter[] {
  const declared = entriesOf(reading, channel, 'parameters', true).flatMap(({ key, value, at }) => {
    const node = target(reading, key, value, at)
    return node ? [readParameter(reading, key, node, at)] : []
  })
  if (address === undefined) return declared
  const inAddress = namesIn(address)
  for (const { name, at } of declared) {
    if (!inAddress.includes(name)) reading.problems.report('TK1209', { name }, { at, part: 'key' })
  }
  const known = new Set(declared.map(({ name }) => name))
  const missing = inAddress.filter((name) => !known.has(name))
  for (const name of missing) reading.problems.report('TK1208', { name }, { at: channel.at, part: 'key' })
  return [...declared, ...missing.map((name) => ({ name, schema: text(channel.at), at: channel.at }))]
}

function readParameter(reading: Reading, name: string, node: Node, at: Origin): ChannelParameter {
  checkFields(reading, node, 'parameter')
  const { tenantKey } = classesOf(reading, node)
  return {
    name,
    schema: readSchema(reading, node),
    ...present({
      description: textOf(reading, node, 'description'),
      location: nameOf(reading, node, 'location'),
      tenantKey,
    }),
    at,
  }
}

function readSchema(reading: Reading, node: Node): Schema {
  const schema = own(node.value, 'schema')
  if (reading.major === 2 && schema !== undefined) return reading.schemas.read(schema, fieldAt(node, 'schema'))
  const written: JsonObject = { type: 'string' }
  for (const field of ['enum', 'default', 'examples', 'x-data-classification']) {
    const value = own(node.value, field)
    if (value !== undefined) setOwn(written, field, value)
  }
  return reading.schemas.read(written, node.at)
}

function text(at: Origin): Schema {
  return { kind: 'schema', at, types: ['string'] }
}

/** The names in braces, each once. */
function namesIn(address: string): readonly string[] {
  return [...new Set([...address.matchAll(/\{([^{}]+)\}/g)].map((found) => found[1] ?? ''))]
}
