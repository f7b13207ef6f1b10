import type { ErrorObject } from 'ajv'
import { child } from '../../../util/json-pointer.js'

export interface Refusal {
  /** What is asked for, without the value: `must have required property 'sku'`. */
  readonly reason: string
  /** JSON Pointer into the value. */
  readonly pointer: string
  /** How much it tells, among refusals of the same value: more, the deeper it points and the less it sums up. */
  readonly weight: number
}

type Words = Omit<Refusal, 'weight'>

/**
 * Of all errors the one that tells most: the deepest in the value, and what is wrong there rather than that none of some
 * alternatives fits.
 */
export function mostTelling(errors: readonly ErrorObject[]): Refusal {
  const telling = withoutMisleading(errors)
  let best: ErrorObject | undefined
  for (const error of telling) if (!best || rank(error) > rank(best)) best = error
  if (!best) return { reason: 'is not allowed', pointer: '', weight: 0 }
  return { ...describe(best), weight: rank(best) }
}

/** What is said inside of these is not what is wrong, or only a part of it. */
function withoutMisleading(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const dropped = new Set<ErrorObject>()
  errors.forEach((error, index) => {
    // Several alternatives fit: what the others miss does not matter. No item fits: what each of them misses neither.
    if (!(error.keyword === 'oneOf' && error.params['passingSchemas']) && error.keyword !== 'contains') return
    for (let before = index - 1; before >= 0; before--) {
      const inner = errors[before] as ErrorObject
      if (!isInside(inner, error)) break
      dropped.add(inner)
    }
  })
  const kept = errors.filter((error) => !dropped.has(error))
  return kept.length > 0 ? kept : errors
}

function isInside(inner: ErrorObject, outer: ErrorObject): boolean {
  const isBelow = inner.instancePath === outer.instancePath || inner.instancePath.startsWith(`${outer.instancePath}/`)
  return isBelow && (inner.schemaPath.startsWith(`${outer.schemaPath}/`) || inner.schemaPath.startsWith('#/$defs/'))
}

const summaries: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'if', 'propertyNames'])

function rank(error: ErrorObject): number {
  const depth = error.instancePath.split('/').length
  if (error.keyword === 'oneOf' && error.params['passingSchemas']) return depth + 0.5
  // Of alternatives the one that is of another type altogether was not meant.
  if (error.keyword === 'type') return depth + 0.25
  return summaries.has(error.keyword) ? depth : depth + 0.5
}

function describe({ keyword, params, instancePath, message, propertyName, schema }: ErrorObject): Words {
  const say = (reason: string, pointer = instancePath): Words => ({
    reason: propertyName === undefined ? reason : `property name ${quote(propertyName)} ${reason}`,
    pointer,
  })
  switch (keyword) {
    case 'required':
      return say(`must have required property ${quote(params['missingProperty'])}`)
    case 'dependentRequired':
      return say(
        `must have property ${quote(params['missingProperty'])} where property ${quote(params['property'])} is present`,
      )
    case 'type':
      return say(`must be ${([] as unknown[]).concat(params['type']).join(' or ')}`)
    case 'enum':
      return say(oneOf(params['allowedValues'] as readonly unknown[]))
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return extra(params['additionalProperty'] ?? params['unevaluatedProperty'])
    case 'false schema':
      return say('must be absent')
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return say(`must not have fewer than ${Number(params['limit'])} ${counted(keyword, params['limit'])}`)
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return say(`must not have more than ${Number(params['limit'])} ${counted(keyword, params['limit'])}`)
    case 'items':
      return say('must be absent', child(instancePath, Number(params['limit'])))
    case 'multipleOf':
      return say(`must be a multiple of ${String(schema)}`)
    case 'pattern':
      return say(`must match pattern ${clip(JSON.stringify(params['pattern']))}`)
    case 'format':
      return say(`must match format ${clip(JSON.stringify(params['format']))}`)
    case 'uniqueItems':
      return say(`must not have equal items (${params['j']} and ${params['i']})`)
    case 'contains':
      return say(amount(params['minContains'], params['maxContains']))
    case 'oneOf':
      return say(
        params['passingSchemas'] ? 'must match only one of the alternatives' : 'must match one of the alternatives',
      )
    case 'anyOf':
      return say('must match at least one of the alternatives')
    case 'not':
      return say(isAll(schema) ? 'is refused, as any value is' : 'must not match what `not` excludes')
    case 'propertyNames':
      return say(`must not have a property named ${quote(params['propertyName'])}`)
    default:
      return say(message ?? `must satisfy \`${keyword}\``)
  }

  function extra(name: unknown): Words {
    return { reason: 'must be absent: there is no such property', pointer: child(instancePath, String(name)) }
  }
}

function oneOf(allowed: readonly unknown[]): string {
  const shown = allowed.slice(0, 12).map((one) => clip(JSON.stringify(one)))
  if (allowed.length === 1) return `must be ${shown[0]}`
  return `must be one of ${shown.join(', ')}${allowed.length > shown.length ? ', ...' : ''}`
}

function amount(least: unknown, most: unknown): string {
  const few = `must contain at least ${Number(least)} matching ${least === 1 ? 'item' : 'items'}`
  return typeof most === 'number' ? `${few} and at most ${most}` : few
}

function isAll(schema: unknown): boolean {
  return schema === true || (typeof schema === 'object' && schema !== null && Object.keys(schema).length === 0)
}

function counted(keyword: string, limit: unknown): string {
  const [one, many] = keyword.endsWith('Length')
    ? ['character', 'characters']
    : keyword.endsWith('Items')
      ? ['item', 'items']
      : ['property', 'properties']
  return limit === 1 ? one : many
}

function quote(name: unknown): string {
  return `'${clip(String(name))}'`
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 97)}...` : text
}
