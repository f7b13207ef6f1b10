import { child } from '../../util/json-pointer.js'
import { isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import { findSameInside, type Twice } from './same-inside.js'
import { isWrittenAlike, type Refs } from './written-alike.js'

/** What an OpenAPI document and another one both say. */
export interface SameParts {
  /**
   * Places (JSON Pointers) of path items, webhooks and components that stand at the same places of both, written alike,
   * with everything that their references lead to.
   */
  readonly places: ReadonlySet<string>
  /** Objects in the others of which the same holds: of the one document, that of the other. */
  readonly inside: ReadonlyMap<JsonObject, JsonObject>
}

/** Undefined when what holds for the whole of either document differs. */
export function sameParts(one: JsonObject, other: JsonObject): SameParts | undefined {
  if (!hasSameFrame(one, other)) return undefined
  const same = new Set<string>()
  const different = new Set<string>()
  const users = new Map<string, string[]>()
  for (const [pointer, part, partner] of pairsOf(one, other)) {
    const refs: Refs = new Set()
    const isAlike = isWrittenAlike(part, partner, refs) && [...refs].every((ref) => component.test(ref))
    ;(isAlike ? same : different).add(pointer)
    if (!isAlike) continue
    for (const ref of refs) {
      const known = users.get(ref.slice(1))
      if (known) known.push(pointer)
      else users.set(ref.slice(1), [pointer])
    }
  }
  for (const target of users.keys()) if (!same.has(target)) different.add(target)
  // A set gives what is added to it while it is walked through.
  for (const pointer of different) {
    same.delete(pointer)
    for (const user of users.get(pointer) ?? []) different.add(user)
  }
  const inside: Twice = new Map()
  const isSame = (ref: string): boolean => component.test(ref) && same.has(ref.slice(1))
  for (const [pointer, part, partner] of pairsOf(one, other)) {
    if (!same.has(pointer)) findSameInside(part, partner, isSame, inside)
  }
  return { places: same, inside }
}

/** A reference to a component, in the only way in which its place can be written. */
const component = /^#\/components\/[A-Za-z]+\/[A-Za-z0-9._-]+$/

/** Maps of the components whose members mean nothing until something refers to them. */
const sections: ReadonlySet<string> = new Set([
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'links', 'pathItems'],
])
const items = ['paths', 'webhooks', 'x-webhooks'] as const
/** Fields of the document that describe, or are compared member by member. */
const apart: ReadonlySet<string> = new Set([...items, 'info', 'tags', 'externalDocs', 'components'])

/** What operations and schemas inherit from the document: version and dialect, servers, security, annotations. */
function hasSameFrame(one: JsonObject, other: JsonObject): boolean {
  const version = own(one, 'openapi')
  if (typeof version !== 'string' || !/^3\.[01]\.\d+$/.test(version)) return false
  const [info, otherInfo] = [own(one, 'info'), own(other, 'info')]
  const [components, otherComponents] = [own(one, 'components') ?? {}, own(other, 'components') ?? {}]
  return (
    isSameBut(one, other, (field) => apart.has(field)) &&
    isSameBut(components, otherComponents, (field) => sections.has(field)) &&
    isSameBut(info, otherInfo, (field) => !field.startsWith('x-'))
  )
}

function isSameBut(one: JsonValue | undefined, other: JsonValue | undefined, isApart: (field: string) => boolean) {
  if (!isObject(one) || !isObject(other)) return false
  const rest = (whole: JsonObject) => Object.fromEntries(Object.entries(whole).filter(([field]) => !isApart(field)))
  return isWrittenAlike(rest(one), rest(other), new Set())
}

function* pairsOf(one: JsonObject, other: JsonObject): Iterable<readonly [string, JsonValue, JsonValue]> {
  for (const field of items) yield* pairsIn(one, other, field, '')
  const [components, others] = [own(one, 'components'), own(other, 'components')]
  if (!isObject(components) || !isObject(others)) return
  for (const section of sections) yield* pairsIn(components, others, section, '/components')
}

function* pairsIn(one: JsonObject, other: JsonObject, field: string, path: string) {
  const [map, others] = [own(one, field), own(other, field)]
  if (!isObject(map) || !isObject(others)) return
  for (const key of Object.keys(map)) {
    const partner = own(others, key)
    if (partner !== undefined) yield [child(`${path}/${field}`, key), map[key] as JsonValue, partner] as const
  }
}
