import { compareText } from '../../../util/compare.js'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../../../util/own.js'
import type { Schema } from '../../model/index.js'
import { follow, isPureRef } from '../resolve.js'
import { children, inPlaceRoles, type SchemaRole } from '../walk.js'
import { type Look, unevaluated } from './evaluated.js'
import { createGraph, type Graph, type Node } from './graph.js'
import { leftOutMembers } from './left-out.js'
import { declaresProperties, type Mode, modeBelow, modeOfTarget } from './mode.js'
import type { JudgedSchema, JudgeOptions } from './options.js'
import { runPattern } from './run-pattern.js'
import { hasInheritedNames, type Spot } from './spot.js'

/** Why no validator can be asked. */
export type Obstacle =
  | 'pattern'
  | 'format'
  | 'unevaluated'
  | 'dynamic-reference'
  | 'external'
  | 'foreign-schema'
  | 'name'

export interface Rendering {
  readonly graph: Graph
  /** What was met that cannot be rendered with its meaning; the first of them. */
  readonly obstacle: Obstacle | undefined
}

interface Place {
  readonly mode: Mode
  /** Absent: all that the schema says is rendered, whatever the value. */
  readonly spot: Spot | undefined
  /** See `leftOutMembers`. */
  readonly leftOut: ReadonlySet<string>
}

type Draft = Record<string, unknown>

/** The values that a rendering is made for. */
export interface Touched {
  readonly spot: Spot
  /** How the start is read. Default: as the schema of a whole value. */
  readonly mode?: Mode
  /** Whether the schema, read in this mode, accepts the value. */
  accepts(schema: Schema, mode: Mode, value: JsonValue): boolean
}

/**
 * Renders a schema as JSON Schema 2020-12. With a spot, only what the values there touch: what the schema says of other
 * types and of members that no value has is left out, and the rest means for these values exactly what the whole means.
 */
export function render({ schema: start, schemas }: JudgedSchema, options: JudgeOptions, touched?: Touched): Rendering {
  const leftOutOf = new Map<Schema, ReadonlySet<string>>()
  const closes = new Map<Schema, boolean>()
  let obstacle: Obstacle | undefined
  // The validator takes members of such names for what objects inherit, where it compares.
  const hasOddNames = touched?.spot.values.some(hasInheritedNames) === true
  const graph = createGraph<Place>(touched ? mostNodesTouched : Number.POSITIVE_INFINITY, fill)
  const first = touched ? follow(start, schemas) : start
  const mode = touched?.mode ?? (options.closed ? 'root' : 'plain')
  enter(first, { mode, spot: touched?.spot, leftOut: mode === 'literal' ? nothing : leftOut(first) })
  graph.drain()
  return { graph, obstacle }

  function enter(schema: Schema, place: Place): Node<Place> {
    const { mode, leftOut: names } = place
    const key = `${mode} ${place.spot?.id} ${names.size > 0 ? JSON.stringify([...names].sort(compareText)) : ''}`
    return graph.enter(schema, key, place)
  }

  function leftOut(schema: Schema): ReadonlySet<string> {
    let names = leftOutOf.get(schema)
    if (!names) {
      names = leftOutMembers(schema, schemas, options.projection)
      leftOutOf.set(schema, names)
    }
    return names
  }

  function isClosed(schema: Schema, mode: Mode): boolean {
    if (mode !== 'root' || schema.unevaluatedProperties) return false
    let closed = closes.get(schema)
    if (closed === undefined) {
      closed = declaresProperties(schema, schemas)
      closes.set(schema, closed)
    }
    return closed
  }

  function matches(source: string, name: string): boolean {
    const matched = runPattern(source, name)
    if (matched === undefined) obstacle ??= 'pattern'
    return matched === true
  }

  function lookAt(asked: Touched, schema: Schema, mode: Mode, out: ReadonlySet<string>, value: JsonValue): Look {
    const look = (role: SchemaRole, nested: Schema): Look => {
      const modeThere = modeBelow(mode, role, schema, nested, schemas)
      return lookAt(asked, follow(nested, schemas), modeThere, role === 'allOf' ? out : leftOut(nested), value)
    }
    return {
      schema,
      isOpen: mode === 'open',
      declares: (name) =>
        (schema.properties?.has(name) === true && (mode === 'literal' || !out.has(name))) ||
        [...(schema.patternProperties?.keys() ?? [])].some((source) => matches(source, name)),
      below: (role) =>
        children(schema)
          .filter((one) => one.role === role)
          .filter(({ key }) => role !== 'dependentSchemas' || (isObject(value) && Object.hasOwn(value, key as string)))
          .map(({ schema: nested }) => look(role, nested)),
      target() {
        const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
        return target && lookAt(asked, follow(target, schemas), modeOfTarget(mode, schema), out, value)
      },
      accepts: () => schema.always ?? asked.accepts(schema, mode, value),
      contains: (item) =>
        schema.contains !== undefined &&
        asked.accepts(schema.contains, modeBelow(mode, 'contains', schema, schema.contains, schemas), item),
    }
  }

  function fill(node: Node<Place>): void {
    const { schema, place, draft } = node
    const { mode, spot: here } = place
    if (schema.always !== undefined) {
      if (!schema.always) draft['not'] = {}
      return
    }
    if (schema.dynamicRef !== undefined) obstacle ??= 'dynamic-reference'
    if (schema.foreign) obstacle ??= 'foreign-schema'
    fillReference()
    if (schema.types) draft['type'] = schema.types.length === 1 ? schema.types[0] : schema.types
    fillEnum()
    if (!here || here.hasNumbers)
      copy('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format')
    if (!here || here.texts.length > 0) fillText()
    if (!here || here.lists.length > 0) fillList()
    if (!here || here.objects.length > 0) fillObject()
    fillInPlace()
    if (!here || here.lists.length > 0) fillUnevaluatedItems()
    if (!here || here.objects.length > 0) fillUnevaluatedProperties()

    function below(child: Schema, role: SchemaRole, spotBelow: Spot | undefined): JsonValue {
      const nested = follow(child, schemas)
      if (nested.always !== undefined) return nested.always
      if (spotBelow && spotBelow.values.length === 0) return true
      const modeThere = modeBelow(mode, role, schema, nested, schemas)
      // Parts that hold together leave out the same members; alternatives and other places speak for themselves.
      const names = modeThere === 'literal' ? nothing : role === 'allOf' ? place.leftOut : leftOut(nested)
      const times = here && spotBelow ? Math.ceil(spotBelow.values.length / here.values.length) : 1
      const entered = enter(nested, { mode: modeThere, spot: spotBelow, leftOut: names })
      return here || nested === child ? graph.link(node, entered, times) : { $ref: graph.define(node, entered) }
    }

    function fillReference(): void {
      if (schema.ref === undefined) return
      const found = schemas.get(schema.ref)
      const target = found && here ? follow(found, schemas) : found
      if (!target) {
        obstacle ??= 'external'
        return
      }
      if (target.always !== undefined) {
        also(target.always)
        return
      }
      const child = enter(target, { ...place, mode: modeOfTarget(mode, schema) })
      if (here) also(graph.link(node, child, 1))
      else draft['$ref'] = graph.define(node, child)
    }

    function fillEnum(): void {
      if (!schema.enum) return
      const members = here ? nearMembers(schema.enum, here.values) : schema.enum
      if (members.length === 0) draft['not'] = {}
      else draft['enum'] = members
      if (hasOddNames && members.some((member) => typeof member === 'object' && member !== null)) obstacle ??= 'name'
    }

    function fillText(): void {
      copy('minLength', 'maxLength', 'pattern', 'format')
      if (!here) return
      const { pattern, format } = schema
      if (pattern !== undefined && here.texts.some((text) => runPattern(pattern, text) === undefined))
        obstacle ??= 'pattern'
      // The patterns behind some formats take time that grows with a power of the length.
      const longest = format === 'url' ? 200 : 5_000
      if (format !== undefined && here.texts.some((text) => text.length > longest)) obstacle ??= 'format'
    }

    function fillList(): void {
      copy('minItems', 'maxItems')
      const { prefixItems, items, contains, uniqueItems } = schema
      if (uniqueItems) {
        // Beside `items` the validator only looks for equal ones among those.
        if (here) also({ uniqueItems })
        else draft['uniqueItems'] = true
        if (hasOddNames) obstacle ??= 'name'
      }
      if (prefixItems) {
        const touched = here ? prefixItems.slice(0, here.length) : prefixItems
        // An empty list is none, and says that nothing is evaluated: so does its absence.
        if (touched.length > 0)
          draft['prefixItems'] = touched.map((one, index) => below(one, 'prefixItems', here?.item(index)))
      }
      if (items) draft['items'] = below(items, 'items', here?.items(prefixItems?.length ?? 0))
      if (!contains) return
      const { minContains, maxContains } = schema
      const containing = {
        contains: below(contains, 'contains', here?.items(0)),
        ...(minContains !== undefined && { minContains }),
        ...(maxContains !== undefined && { maxContains }),
      }
      // Beside `prefixItems` the validator counts the items before it knows that there are none.
      if (here) also(containing)
      else Object.assign(draft, containing)
    }

    function fillObject(): void {
      const { required, properties, patternProperties, additionalProperties, propertyNames } = schema
      const isLeftOut = (name: string) => mode !== 'literal' && place.leftOut.has(name)
      const asked = required?.filter((name) => !isLeftOut(name)) ?? []
      if (asked.length > 0) draft['required'] = asked
      copy('minProperties', 'maxProperties')
      const members: Draft = {}
      const patterns: Draft = {}
      const rest = new Set(here?.names)
      for (const [name, member] of properties ?? []) {
        if (isLeftOut(name) || (here && !here.names.has(name))) continue
        rest.delete(name)
        const judged = below(member, 'properties', here?.members([name]))
        // The validator passes over a property of that name.
        if (name === '__proto__') patterns['^__proto__$'] = judged
        else setOwn(members, name, judged)
      }
      for (const [source, member] of patternProperties ?? []) {
        const matched = here ? [...here.names].filter((name) => matches(source, name)) : []
        if (here && matched.length === 0) continue
        for (const name of matched) rest.delete(name)
        const judged = below(member, 'patternProperties', here?.members(matched))
        const known = Object.hasOwn(patterns, source) ? patterns[source] : undefined
        setOwn(patterns, source, known === undefined ? judged : { allOf: [known, judged] })
      }
      if (Object.keys(members).length > 0) draft['properties'] = members
      if (Object.keys(patterns).length > 0) draft['patternProperties'] = patterns
      if (additionalProperties) {
        draft['additionalProperties'] = below(additionalProperties, 'additionalProperties', here?.members([...rest]))
      }
      if (propertyNames) draft['propertyNames'] = below(propertyNames, 'propertyNames', here?.asNames())
      fillDependencies(isLeftOut)
    }

    function fillDependencies(isLeftOut: (name: string) => boolean): void {
      const required: Draft = {}
      for (const [name, names] of schema.dependentRequired ?? []) {
        if (here && !here.names.has(name)) continue
        const asked = names.filter((one) => !isLeftOut(one))
        if (name !== '__proto__') setOwn(required, name, asked)
        else also({ if: { required: [name] }, then: { required: asked } })
      }
      if (Object.keys(required).length > 0) draft['dependentRequired'] = required
      const dependent: Draft = {}
      for (const [name, nested] of schema.dependentSchemas ?? []) {
        if (here && !here.names.has(name)) continue
        const judged = below(nested, 'dependentSchemas', here?.having(name))
        if (name !== '__proto__') setOwn(dependent, name, judged)
        else also({ if: { required: [name] }, then: judged })
      }
      if (Object.keys(dependent).length > 0) draft['dependentSchemas'] = dependent
    }

    function fillInPlace(): void {
      for (const part of new Set(schema.allOf)) also(below(part, 'allOf', here))
      for (const role of ['anyOf', 'oneOf'] as const) {
        const branches = schema[role]
        if (branches) draft[role] = branches.map((branch) => below(branch, role, here))
      }
      if (schema.not) {
        if (draft['not']) also({ not: below(schema.not, 'not', here) })
        else draft['not'] = below(schema.not, 'not', here)
      }
      if (schema.if) draft['if'] = below(schema.if, 'if', here)
      if (schema.then) draft['then'] = below(schema.then, 'then', here)
      if (schema.else) draft['else'] = below(schema.else, 'else', here)
    }

    function fillUnevaluatedItems(): void {
      const { unevaluatedItems } = schema
      if (!unevaluatedItems) return
      if (!here || !touched) {
        draft['unevaluatedItems'] = below(unevaluatedItems, 'unevaluatedItems', undefined)
        return
      }
      for (const list of here.lists) {
        const left = unevaluated(lookAt(touched, schema, mode, place.leftOut, list), list)
        if (left.size === 0) continue
        const rule = list.map((_, index) =>
          left.has(index) ? below(unevaluatedItems, 'unevaluatedItems', here.item(index)) : true,
        )
        also(onlyFor(list, { prefixItems: rule }))
      }
    }

    function fillUnevaluatedProperties(): void {
      if (mode === 'open' && !schema.additionalProperties) draft['additionalProperties'] = true
      const closed = isClosed(schema, mode)
      if (!closed && !schema.unevaluatedProperties) return
      const judged = schema.unevaluatedProperties
        ? below(schema.unevaluatedProperties, 'unevaluatedProperties', here?.members([...here.names]))
        : false
      if (schema.ref === undefined && !children(schema).some(({ role }) => inPlaceRoles.has(role))) {
        // The same where nothing else judges the place, and simpler to report.
        if (!schema.additionalProperties) draft['additionalProperties'] = judged
      } else if (!here || !touched) {
        // A reference that is all there is hands the whole place on to its target.
        if (!closed || !isPureRef(schema)) draft['unevaluatedProperties'] = judged
      } else {
        for (const one of here.objects) {
          const left = unevaluated(lookAt(touched, schema, mode, place.leftOut, one), one)
          if (left.size === 0) continue
          const known = Object.keys(one).filter((name) => !left.has(name))
          // By pattern, since the validator passes over a property named `__proto__`.
          const declared = Object.fromEntries(known.map((name) => [`^${name.replace(special, '\\$&')}$`, true]))
          also(onlyFor(one, { patternProperties: declared, additionalProperties: judged }))
        }
      }
    }

    /** What is left differs from value to value. */
    function onlyFor(value: JsonValue, rule: JsonObject): JsonObject {
      if (here?.values.length === 1) return rule
      if (hasOddNames) obstacle ??= 'name'
      return { if: { const: value }, then: rule }
    }

    function copy(...fields: readonly (keyof Schema)[]): void {
      for (const field of fields) if (schema[field] !== undefined) draft[field] = schema[field]
    }

    function also(part: JsonValue | JsonObject): void {
      const parts = (draft['allOf'] ??= []) as JsonValue[]
      parts.push(part)
    }
  }
}

/** Rendered for one value at most: above that it is not worth the validator's time. */
export const mostNodesTouched = 5_000

const special = /[\\^$.*+?()[\]{}|/]/g

const nothing: ReadonlySet<string> = new Set()

/** Of a long list only those members that a value can be equal to, and some more to show what is asked for. */
function nearMembers(members: readonly JsonValue[], values: readonly JsonValue[]): readonly JsonValue[] {
  if (members.length <= 50) return members
  const scalars = new Set(values)
  return members.filter((member, index) => index < 12 || typeof member === 'object' || scalars.has(member))
}
