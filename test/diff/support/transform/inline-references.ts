import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { versionOf } from '../version-of.js'
import { mapDocument } from './map-schemas.js'

/** No more than this many values are put in place of one reference: what fans out grows without end. */
const largest = 250

/**
 * Puts what local references lead to in their place; references that lead back to themselves stay, and so do the
 * alternatives of a discriminator, which are told apart by the name that they refer to.
 */
export function inlineReferences(document: JsonObject): JsonObject {
  const ignoresSiblings = !/^3\.[12]/.test(versionOf(document, 'openapi') || versionOf(document, 'asyncapi'))
  const known = new Map<string, JsonValue | undefined>(discriminated(document).map((ref) => [ref, undefined]))
  const replace = (value: JsonObject): JsonValue => {
    const { $ref, ...siblings } = value
    if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return value
    if (!ignoresSiblings && Object.keys(siblings).length > 0) return value
    return targetOf($ref) ?? value
  }
  // In AsyncAPI, a message or a channel is known by the reference to it.
  return mapDocument(document, { schema: replace, ...('openapi' in document && { node: replace }) })

  function targetOf(ref: string): JsonValue | undefined {
    if (known.has(ref)) return known.get(ref)
    // A reference to itself finds nothing here, and stays.
    known.set(ref, undefined)
    const target = lookUp(document, ref)
    if (target === undefined || isBound(target) || reaches(document, target, ref)) return undefined
    const inlined = deepReplace(target, (value) => {
      const { $ref } = value
      return typeof $ref === 'string' && $ref.startsWith('#/') && Object.keys(value).length === 1
        ? targetOf($ref)
        : undefined
    })
    if (sizeOf(inlined) > largest) return undefined
    known.set(ref, inlined)
    return inlined
  }
}

function discriminated(value: JsonValue): readonly string[] {
  if (isArray(value)) return value.flatMap(discriminated)
  if (!isObject(value)) return []
  const branches = isObject(value['discriminator']) ? [value['oneOf'], value['anyOf']] : []
  const refs = branches
    .flatMap((list) => (isArray(list) ? list : []))
    .map((branch) => isObject(branch) && branch['$ref'])
  return [
    ...refs.filter((ref): ref is string => typeof ref === 'string'),
    ...Object.values(value).flatMap((each) => discriminated(each)),
  ]
}

function deepReplace(value: JsonValue, change: (value: JsonObject) => JsonValue | undefined): JsonValue {
  if (isArray(value)) return value.map((each) => deepReplace(each, change))
  if (!isObject(value)) return value
  const changed = change(value)
  if (changed !== undefined) return changed
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deepReplace(each, change)]))
}

/** Whether following references from here leads to `ref`. */
function reaches(document: JsonObject, from: JsonValue, ref: string): boolean {
  const met = new Set<string>()
  const pending: JsonValue[] = [from]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (isArray(value)) pending.push(...value)
    if (!isObject(value)) continue
    pending.push(...Object.values(value))
    const next = value['$ref']
    if (typeof next !== 'string' || met.has(next)) continue
    if (next === ref || ref.startsWith(`${next}/`) || next.startsWith(`${ref}/`)) return true
    met.add(next)
    const target = lookUp(document, next)
    if (target !== undefined) pending.push(target)
  }
  return false
}

export function lookUp(document: JsonObject, ref: string): JsonValue | undefined {
  let value: JsonValue | undefined = document
  for (const token of ref.slice(2).split('/').map(unescaped)) {
    if (isArray(value)) value = value[Number(token)]
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token]
    else return undefined
  }
  return value
}

/** A token of a JSON Pointer in a fragment. */
export function unescaped(token: string): string {
  return decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Whether the text below means something else in another place. */
function isBound(value: JsonValue): boolean {
  if (isArray(value)) return value.some(isBound)
  if (!isObject(value)) return false
  if (['$id', '$anchor', '$dynamicAnchor', '$dynamicRef', 'discriminator', classification].some((key) => key in value))
    return true
  return Object.values(value).some(isBound)
}

/** What is said of a shared schema may be in order there, and not inside of what the copy stands in. */
const classification = 'x-data-classification'

function sizeOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, each) => sum + sizeOf(each), 1)
}
