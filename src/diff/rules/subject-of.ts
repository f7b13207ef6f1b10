import { tokensOf } from '../../util/json-pointer.js'
import type { EditOf, Place } from '../edit/edit.js'
import { alternative } from './schema/alternative.js'

/** What an edit of a schema is about, as people would call it: `sku`, each item of `tags`, the request body. */
export function subjectOf({ place, steps = [], before, after }: EditOf<'schema'>): string {
  const carrier = steps.length === 0 ? (after?.name ?? before?.name) : undefined
  let subject = wholeOf(place, carrier)
  for (let index = 0; index < steps.length; ) {
    const step = steps[index] ?? ''
    const name = named.get(step)
    subject = name ? name(steps[index + 1] ?? '', subject) : (unnamed.get(step)?.(subject) ?? subject)
    index += name ? 2 : 1
  }
  return subject
}

/** What has a name in the contract stands in it by itself, whatever leads there. */
export function wholeOf({ location, pointer }: Place, carrier?: string): string {
  const [group, shared] = pointer.startsWith('/') ? tokensOf(pointer) : []
  const name = carrier ?? (group === 'schemas' ? shared : undefined)
  if (name !== undefined) return `\`${name}\``
  return location === undefined ? 'the payload' : `the ${location}`
}

/** Steps with a name behind them. */
const named: ReadonlyMap<string, (name: string, whole: string) => string> = new Map([
  ['properties', (name) => `\`${name}\``],
  ['patternProperties', (name, whole) => `each member of ${whole} named like \`${name}\``],
  ['prefixItems', (name, whole) => `item ${name} of ${whole}`],
  ['dependentSchemas', (name, whole) => `${whole} beside \`${name}\``],
  ['anyOf', (name, whole) => `${whole} as ${alternative(name)}`],
  ['oneOf', (name, whole) => `${whole} as ${alternative(name)}`],
])

const unnamed: ReadonlyMap<string, (whole: string) => string> = new Map([
  ['items', (whole) => `each item of ${whole}`],
  ['additionalProperties', (whole) => `each further member of ${whole}`],
  ['unevaluatedItems', (whole) => `each other item of ${whole}`],
  ['unevaluatedProperties', (whole) => `each other member of ${whole}`],
  ['propertyNames', (whole) => `each member name of ${whole}`],
  ['contains', (whole) => `what ${whole} must contain`],
  ['not', (whole) => `what ${whole} must not be`],
  ['if', (whole) => `the condition on ${whole}`],
  ['then', (whole) => `${whole} under its condition`],
  ['else', (whole) => `${whole} outside its condition`],
  ['contentSchema', (whole) => `the content of ${whole}`],
])

/** Several values for a message: the first few, and how many more there are. */
export function listed(values: readonly unknown[]): string {
  const first = values.slice(0, mostListed).map((value) => `\`${shown(value)}\``)
  const more = values.length - first.length
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ')
}

const mostListed = 5

/** A value of a keyword for a message; a text that looks like another value keeps its quotes. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' && !looksLikeData(value) ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

function looksLikeData(text: string): boolean {
  return /^(?:-?\d[\d.eE+-]*|true|false|null|\s*)$/.test(text)
}
