import { compareText } from '../../../util/compare.js'
import { type JsonObject, type JsonValue, setOwn } from '../../../util/own.js'
import type { Schema, SchemaId } from '../../model/index.js'
import { follow } from '../resolve.js'
import { children, inPlaceRoles, type SchemaRole } from '../walk.js'
import { unevaluated } from './evaluated.js'
import { createGraph, type Graph, type Node } from './graph.js'
import type { Scope, Scopes } from './left-out.js'
import { type LookOptions, lookAt } from './look.js'
import { refusingTag } from './refusing-tag.js'
import { runPattern } from './run-pattern.js'
import { hasInheritedNames, type Spot } from './spot.js'

/** Why no validator can be asked. */
export type Obstacle = 'pattern' | 'format' | 'dynamic-reference' | 'external' | 'foreign-schema' | 'name'

export interface Rendering {
  readonly graph: Graph
  /** What was met that cannot be rendered with its meaning; the first of them. */
  readonly obstacle: Obstacle | undefined
}

interface Place {
  /** Absent: all that the schema says is rendered, whatever the value. */
  readonly spot: Spot | undefined
  readonly scope: Scope
}

type Draft = Record<string, unknown>

export interface RenderOptions {
  readonly schemas: ReadonlyMap<SchemaId, Schema>
  readonly scopes: Scopes
  /** The values that the rendering is made for, with what it takes to look at them. Default: any value. */
  readonly touched?: { readonly spot: Spot } & LookOptions
}

/**
 * Renders a schema as JSON Schema 2020-12. With values, only what they touch: what the schema says of other types and of
 * members that no value has is left out, and the rest means for these values exactly what the whole means.
 */
export function render(start: Schema, at: Scope, { schemas, scopes, touched }: RenderOptions): Rendering {
  let obstacle: Obstacle | undefined
  // The validator takes members of such names for what objects inherit, where it compares.
  const hasOddNames = touched?.spot.values.some(hasInheritedNames) === true
  const graph = createGraph<Place>(touched ? mostNodesTouched : Number.POSITIVE_INFINITY, fill)
  enter(touched ? follow(start, schemas) : start, { spot: touched?.spot, scope: at })
  graph.drain()
  return { graph, obstacle }

  function enter(schema: Schema, place: Place): Node<Place> {
    const { leftOut, isLiteral } = place.scope
    const names = leftOut.size > 0 ? JSON.stringify([...leftOut].sort(compareText)) : ''
    return graph.enter(schema, `${place.spot?.id} ${isLiteral} ${names}`, place)
  }

  function fill(node: Node<Place>): void {
    const { schema, place, draft } = node
    const { scope, spot: here } = place
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
      const times = here && spotBelow ? Math.ceil(spotBelow.values.length / here.values.length) : 1
      const entered = enter(nested, { spot: spotBelow, scope: scopes.below(scope, role, nested) })
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
      const child = enter(target, place)
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
      const isLeftOut = (name: string) => scope.leftOut.has(name)
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
        const matched = here ? [...here.names].filter((name) => touched?.matches(source, name)) : []
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
        if (branches) draft[role] = branches.map((branch) => below(shortened(branch, role), role, here))
      }
      if (schema.not) {
        if (draft['not']) also({ not: below(schema.not, 'not', here) })
        else draft['not'] = below(schema.not, 'not', here)
      }
      if (schema.if) draft['if'] = below(schema.if, 'if', here)
      if (schema.then) draft['then'] = below(schema.then, 'then', here)
      if (schema.else) draft['else'] = below(schema.else, 'else', here)
    }

    /** An alternative that its tag rules out is refused for that alone. */
    function shortened(branch: Schema, role: 'anyOf' | 'oneOf'): Schema {
      const followed = follow(branch, schemas)
      const { leftOut } = scopes.below(scope, role, followed)
      return (here && refusingTag(followed, here, leftOut, schemas)) ?? branch
    }

    function fillUnevaluatedItems(): void {
      const { unevaluatedItems } = schema
      if (!unevaluatedItems) return
      if (!here || !touched) {
        draft['unevaluatedItems'] = below(unevaluatedItems, 'unevaluatedItems', undefined)
        return
      }
      for (const list of here.lists) {
        const left = unevaluated(lookAt(touched, schema, scope, list))
        if (left.size === 0) continue
        const rule = list.map((_, index) =>
          left.has(index) ? below(unevaluatedItems, 'unevaluatedItems', here.item(index)) : true,
        )
        also(onlyFor(list, { prefixItems: rule }))
      }
    }

    function fillUnevaluatedProperties(): void {
      const { unevaluatedProperties } = schema
      if (!unevaluatedProperties) return
      const members = here?.members([...here.names])
      const judged = below(unevaluatedProperties, 'unevaluatedProperties', members)
      if (!here || !touched) draft['unevaluatedProperties'] = judged
      else if (schema.ref === undefined && !children(schema).some(({ role }) => inPlaceRoles.has(role))) {
        // The same where nothing else judges the place, and simpler to report.
        if (!schema.additionalProperties) draft['additionalProperties'] = judged
      } else {
        for (const one of here.objects) {
          const left = unevaluated(lookAt(touched, schema, scope, one))
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

/** Of a long list only those members that a value can be equal to, and some more to show what is asked for. */
function nearMembers(members: readonly JsonValue[], values: readonly JsonValue[]): readonly JsonValue[] {
  if (members.length <= 50) return members
  const scalars = new Set(values)
  return members.filter((member, index) => index < 12 || typeof member === 'object' || scalars.has(member))
}
