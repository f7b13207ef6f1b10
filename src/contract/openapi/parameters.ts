import { readPartAnnotations } from '../annotation/index.js'
import type { Origin, Parameter } from '../model/index.js'
import { readExamples } from './examples.js'
import { readContent, readSchema } from './media-types.js'
import {
  below,
  checkFields,
  flagOf,
  listOf,
  type Node,
  once,
  present,
  type Reading,
  requiredNameOf,
  textOf,
  wrongChoice,
} from './reading.js'
import { type Target, target } from './reference.js'
import { explodesByDefault, readStyle } from './styles.js'

/** The parameters that stand at one place: of a path item, or of an operation. */
export function readParameters(reading: Reading, node: Node): Parameters {
  let complete = true
  const listed = (listOf(reading, node, 'parameters') ?? []).flatMap(({ value, at }) => {
    const found = target(reading, 'parameter', value, at)
    if (!found) complete = false
    const parameter = found && once(reading, 'parameter', found, () => readParameter(reading, found))
    return parameter ? [{ parameter, at }] : []
  })
  return { parameters: uniqueParameters(reading, listed), complete }
}

export interface Parameters {
  readonly parameters: readonly Parameter[]
  /** False when a reference led nowhere: then nothing can be said of what is missing. */
  readonly complete: boolean
}

const places: ReadonlySet<string> = new Set<Parameter['in']>(['path', 'query', 'header', 'cookie', 'querystring'])

/** Headers that have places of their own in the standard (Parameter Object, `in: header`). */
const ignored: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization'])

function readParameter(reading: Reading, node: Target): Parameter | undefined {
  checkFields(reading, node, 'parameter')
  const name = requiredNameOf(reading, node, 'name', 'a parameter')
  const place = readPlace(reading, node)
  if (name === undefined || place === undefined) return undefined
  if (place === 'header' && ignored.has(name.toLowerCase())) {
    reading.tally.count('TK1121', { name }, { at: node.at })
    return undefined
  }
  const style = readStyle(reading, node, place)
  const content = readContent(reading, node)
  if (content.length > 1) reading.problems.report('TK1120', { object: 'parameter' }, { at: below(node.at, 'content') })
  return present({
    kind: 'parameter' as const,
    name,
    in: place,
    required: isRequired(reading, node, name, place),
    description: node.description ?? textOf(reading, node, 'description'),
    deprecated: flagOf(reading, node, 'deprecated') ?? false,
    style,
    explode: flagOf(reading, node, 'explode') ?? explodesByDefault(style),
    allowReserved: flagOf(reading, node, 'allowReserved') ?? false,
    allowEmptyValue: flagOf(reading, node, 'allowEmptyValue') ?? false,
    schema: readSchema(reading, node, 'schema'),
    content: content[0],
    ...readPartAnnotations(node.value, node.at, reading.problems),
    examples: readExamples(reading, node),
    at: node.at,
  })
}

function readPlace(reading: Reading, node: Node): Parameter['in'] | undefined {
  const place = requiredNameOf(reading, node, 'in', 'a parameter')
  if (place === undefined) return undefined
  if (places.has(place) && (place !== 'querystring' || reading.version === '3.2')) return place as Parameter['in']
  wrongChoice(reading, 'in', place, 'path, query, header and cookie', below(node.at, 'in'))
  return undefined
}

/** A path parameter is always required; saying otherwise, or nothing, is a slip. */
export function isRequired(reading: Reading, node: Node, name: string, place: string): boolean {
  const required = flagOf(reading, node, 'required') ?? false
  if (place === 'path' && !required) reading.problems.report('TK1114', { name }, { at: node.at })
  return required || place === 'path'
}

/** A parameter is known by its name and its place together. */
export function parameterKey({ name, in: place }: Pick<Parameter, 'name' | 'in'>): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`
}

export interface ListedParameter {
  readonly parameter: Parameter
  /** Its place in the list: of the reference, if it is one. */
  readonly at: Origin
}

export function uniqueParameters({ problems }: Reading, listed: readonly ListedParameter[]): readonly Parameter[] {
  const unique = new Map<string, ListedParameter>()
  for (const item of listed) {
    const key = parameterKey(item.parameter)
    const first = unique.get(key)
    if (!first) unique.set(key, item)
    else {
      const { name, in: place } = item.parameter
      const related = [{ message: 'first declared here', at: first.at }]
      problems.report('TK1113', { place, name }, { at: item.at, related })
    }
  }
  return [...unique.values()].map(({ parameter }) => parameter)
}
