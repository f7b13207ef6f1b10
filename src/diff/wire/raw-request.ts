import type { HttpOperation, Parameter, Schema, SchemaId } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/resolve.js'
import { type JsonValue, setOwn } from '../../util/own.js'
import { encode, textOf } from './encode.js'
import type { Sampler, WireLanguage } from './types.js'

/** What a request needs to be written down. */
export interface RequestParts {
  readonly operation: HttpOperation
  readonly schemas: ReadonlyMap<SchemaId, Schema>
  readonly sample: Sampler
}

/**
 * The request that sends this value: `GET /orders?limit=501`, with samples for the other parameters that must be there;
 * of headers and cookies only their line. `value` undefined: without the parameter.
 */
export function rawRequest(parts: RequestParts, parameter: Parameter, value: JsonValue | undefined): string {
  if (value !== undefined && parameter.in === 'header') return `${parameter.name}: ${parameterText(parameter, value)}`
  if (value !== undefined && parameter.in === 'cookie') return `Cookie: ${parameterText(parameter, value)}`
  const { operation, schemas, sample } = parts
  const valueOf = (each: Parameter): JsonValue | undefined =>
    each === parameter || isSame(each, parameter) ? value : sampleOf(each, schemas, sample)
  const path = operation.path.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
    const found = operation.parameters.find((each) => each.in === 'path' && each.name === name)
    const filled = found && valueOf(found)
    return found && filled !== undefined ? parameterText(found, filled) : whole
  })
  const listed = operation.parameters.filter(
    (each) => (each.in === 'query' || each.in === 'querystring') && (each.required || isSame(each, parameter)),
  )
  const unlisted = parameter.in === 'query' && !listed.some((each) => isSame(each, parameter)) ? [parameter] : []
  const query = [...listed, ...unlisted].flatMap((each) => {
    const found = valueOf(each)
    const text = found === undefined ? '' : parameterText(each, found)
    return text === '' ? [] : [text]
  })
  return `${operation.method.toUpperCase()} ${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** A parameter as its place carries it; what has a media type of its own is one text. */
export function parameterText(parameter: Parameter, value: JsonValue): string {
  const { content } = parameter
  if (!content) return encode(languageOf(parameter), value)
  const text = content.mediaType.includes('json') ? JSON.stringify(value) : textOf(value)
  return encode({ ...languageOf(parameter), style: parameter.in === 'path' ? 'simple' : 'form', explode: false }, text)
}

export function languageOf(parameter: Parameter): WireLanguage {
  const { in: place, name, style, explode, allowReserved } = parameter
  return { in: place, name, style, explode, allowReserved }
}

function isSame(before: Parameter, after: Parameter): boolean {
  return before.in === after.in && before.name === after.name
}

/** A plausible value of a parameter: an example if there is one, what the sampler knows, else one that its type allows. */
function sampleOf(parameter: Parameter, schemas: ReadonlyMap<SchemaId, Schema>, sample: Sampler): JsonValue {
  const schema = parameter.schema ?? parameter.content?.schema
  const [example] = parameter.examples
  if (example !== undefined) return example
  if (!schema) return 'a'
  const target = follow(schema, schemas)
  return target.examples?.[0] ?? target.default ?? sample(schema) ?? plainSample(target, schemas)
}

/** By the type alone, for what nobody has a better value of. */
function plainSample(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>, depth = 0): JsonValue {
  const target = follow(schema, schemas)
  const [listed] = target.enum ?? []
  if (listed !== undefined) return listed
  const [type = 'string'] = target.types ?? []
  if (type === 'integer' || type === 'number') return Math.ceil(target.minimum ?? (target.exclusiveMinimum ?? 0) + 1)
  if (type === 'boolean') return true
  if (type === 'null') return null
  if (type === 'array') {
    const item = target.prefixItems?.[0] ?? target.items
    return [item && depth < 3 ? plainSample(item, schemas, depth + 1) : 'a']
  }
  if (type === 'object') {
    const object: Record<string, JsonValue> = {}
    for (const [name, member] of target.properties ?? []) {
      if (depth < 3 && target.required?.includes(name)) setOwn(object, name, plainSample(member, schemas, depth + 1))
    }
    return object
  }
  const format = target.format ?? ''
  return Object.hasOwn(formatSamples, format) ? (formatSamples[format] ?? 'a') : 'a'
}

const formatSamples: Readonly<Record<string, string>> = {
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  email: 'ada@example.com',
  uri: 'https://example.com/',
}
