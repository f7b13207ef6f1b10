import { isObject, type JsonObject, type JsonValue, own } from '../../../util/own.js'
import { readPartAnnotations } from '../../annotation/index.js'
import type { Parameter, ParameterStyle, Schema } from '../../model/index.js'
import { isRequired, type ListedParameter, type Parameters, uniqueParameters } from '../parameters.js'
import {
  below,
  checkFields,
  flagOf,
  listOf,
  type Node,
  nameOf,
  once,
  present,
  type Reading,
  requiredNameOf,
  textOf,
  wrongChoice,
} from '../reading.js'
import { type Target, target } from '../reference.js'
import { readExampleFields } from './example-fields.js'

/** The parameters of OpenAPI 2.0 at one place; those that make up the body are kept apart. */
export interface SwaggerParameters extends Parameters {
  /** `in: body`. */
  readonly bodies: readonly Part[]
  /** `in: formData`. */
  readonly fields: readonly Part[]
}

/** A parameter that is the body, or a field of it. */
export interface Part {
  readonly name: string
  readonly node: Target
}

export function readSwaggerParameters(reading: Reading, node: Node): SwaggerParameters {
  const parameters: ListedParameter[] = []
  const bodies: Part[] = []
  let complete = true
  const fields: Part[] = []
  for (const { value, at } of listOf(reading, node, 'parameters') ?? []) {
    const found = target(reading, 'parameter', value, at)
    if (!found) {
      complete = false
      continue
    }
    const name = requiredNameOf(reading, found, 'name', 'a parameter')
    const place = requiredNameOf(reading, found, 'in', 'a parameter')
    if (name === undefined || place === undefined) continue
    checkFields(reading, found, 'parameter of OpenAPI 2.0')
    if (place === 'body') bodies.push({ name, node: found })
    else if (place === 'formData') fields.push({ name, node: found })
    else if (place === 'path' || place === 'query' || place === 'header') {
      const parameter = once(reading, 'parameter', found, () => readParameter(reading, found, name, place))
      parameters.push({ parameter, at })
    } else wrongChoice(reading, 'in', place, 'body, formData, header, path and query', below(found.at, 'in'))
  }
  return { parameters: uniqueParameters(reading, parameters), complete, bodies, fields }
}

function readParameter(reading: Reading, node: Target, name: string, place: 'path' | 'query' | 'header'): Parameter {
  return present({
    kind: 'parameter' as const,
    name,
    in: place,
    required: isRequired(reading, node, name, place),
    description: textOf(reading, node, 'description'),
    deprecated: flagOf(reading, node, 'x-deprecated') ?? false,
    ...readCollectionFormat(reading, node, place),
    allowReserved: false,
    allowEmptyValue: flagOf(reading, node, 'allowEmptyValue') ?? false,
    schema: readSimpleSchema(reading, node),
    ...readPartAnnotations(node.value, node.at, reading.problems),
    examples: readExampleFields(node),
    at: node.at,
  })
}

const besideSchema: ReadonlySet<string> = new Set([
  'name',
  'in',
  'description',
  'required',
  'collectionFormat',
  'allowEmptyValue',
  'schema',
])

/** The schema that is written into the parameter or header itself. */
export function readSimpleSchema(
  reading: Reading,
  node: Node,
  keep: (field: string) => boolean = () => false,
): Schema | undefined {
  // `schema` belongs to bodies, but what it says elsewhere is clear and common.
  const misplaced = own(node.value, 'schema')
  if (misplaced !== undefined) return reading.schemas.read(misplaced, below(node.at, 'schema'))
  const fields = Object.entries(node.value).filter(
    ([field]) => keep(field) || (!besideSchema.has(field) && !field.startsWith('x-')) || isSchemaExtension(field),
  )
  checkNestedFormats(reading, node)
  return reading.schemas.read(withoutFormats(Object.fromEntries(fields)), node.at)
}

/** Extensions that say something about the value, not about the parameter. */
function isSchemaExtension(field: string): boolean {
  return field === 'x-nullable' || field.startsWith('x-enum')
}

/** `collectionFormat` is no keyword of a schema, at any depth of `items`. */
function withoutFormats(schema: JsonObject): JsonObject {
  const items = own(schema, 'items')
  if (!isObject(items)) return schema
  const rest: Record<string, JsonValue> = { ...items }
  delete rest['collectionFormat']
  return { ...schema, items: withoutFormats(rest) }
}

function checkNestedFormats(reading: Reading, node: Node): void {
  let at = node.at
  let items: JsonValue | undefined = own(node.value, 'items')
  while (isObject(items)) {
    at = below(at, 'items')
    const format = own(items, 'collectionFormat')
    if (typeof format === 'string' && format !== 'csv') reading.tally.count('TK1130', { format }, { at })
    items = own(items, 'items')
  }
}

const formats: Readonly<Record<string, ParameterStyle>> = {
  ssv: 'spaceDelimited',
  tsv: 'tabDelimited',
  pipes: 'pipeDelimited',
  multi: 'form',
}

/** What `collectionFormat` is called since OpenAPI 3. */
export function readCollectionFormat(
  reading: Reading,
  node: Node,
  place: 'path' | 'query' | 'header',
): { readonly style: ParameterStyle; readonly explode: boolean } {
  const plain: ParameterStyle = place === 'query' ? 'form' : 'simple'
  const format = nameOf(reading, node, 'collectionFormat') ?? 'csv'
  if (format === 'csv') return { style: plain, explode: false }
  const style = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (style && (format !== 'multi' || place === 'query')) return { style, explode: format === 'multi' }
  reading.problems.report('TK1119', { style: format, place, used: 'csv' }, { at: below(node.at, 'collectionFormat') })
  return { style: plain, explode: false }
}
