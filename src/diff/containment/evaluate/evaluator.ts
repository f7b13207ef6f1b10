import { canonicalText } from '../../../util/canonical-text.js'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../util/own.js'
import {
  type ArrayFacet,
  bitsOfValue,
  type Node,
  type NumberFacet,
  type ObjectFacet,
  type TextFacet,
} from '../node/index.js'
import { isMultipleOf, numberHasFormat } from '../number/index.js'
import type { TextSolver } from '../text/index.js'
import { count, every, negate, some, type Truth, within } from './truth.js'

/** Judges values by nodes, with the exact meaning of JSON Schema 2020-12. */
export interface Evaluator {
  /** Whether the node accepts the value. */
  readonly accepts: (node: Node, value: JsonValue) => Truth
  /** The nodes that judge the value: these and, in place, those in them that accept it. All of them must accept it. */
  readonly taken: (nodes: readonly Node[], value: JsonValue) => ReadonlySet<Node>
  /** The nodes that the taken ones apply to a member. */
  readonly ofMember: (taken: ReadonlySet<Node>, name: string, value: JsonObject) => readonly Node[]
  readonly ofItem: (taken: ReadonlySet<Node>, index: number, value: readonly JsonValue[]) => readonly Node[]
}

/** More levels of schemas and values than this are not looked into. */
const deepest = 300

/** Verdicts are kept as long as the evaluator: it is made for one value, or a few. */
export function createEvaluator(text: TextSolver): Evaluator {
  const verdicts = new Map<JsonValue, Map<Node, Truth>>()
  let depth = 0

  return { accepts, taken, ofMember, ofItem }

  function accepts(node: Node, value: JsonValue): Truth {
    if ((node.kinds & bitsOfValue(value)) === 0) return false
    if (node.values && !node.values.has(canonicalText(value))) return false
    if (typeof value !== 'object' && isPlain(node)) return ownKeywords(node, value)
    const known = verdicts.get(value) ?? new Map<Node, Truth>()
    if (known.has(node)) return known.get(node)
    if (depth > deepest) return undefined
    verdicts.set(value, known)
    // A schema that comes back to itself with the same value has been asserted already.
    known.set(node, true)
    depth++
    const verdict = judge(node, value)
    depth--
    known.set(node, verdict)
    return verdict
  }

  function judge(node: Node, value: JsonValue): Truth {
    const own = ownKeywords(node, value)
    if (own === false) return false
    const inPlace = isPlain(node) || compositions(node, value)
    if (inPlace === false) return false
    const held = conditional(node, value)
    if (held === false) return false
    const rest = unevaluated(node, value)
    return rest === false ? false : own && inPlace && held && rest
  }

  function taken(nodes: readonly Node[], value: JsonValue): ReadonlySet<Node> {
    const found = new Set<Node>()
    const pending = [...nodes]
    const accepted = (list: readonly Node[]) => list.filter((node) => accepts(node, value) !== false)
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (found.has(node)) continue
      found.add(node)
      const { allOf, anyOf, oneOf, condition, object } = node
      pending.push(...allOf, ...accepted(anyOf), ...accepted(oneOf))
      if (condition && accepts(condition.if, value) !== false) pending.push(condition.if, condition.then)
      else if (condition) pending.push(condition.else)
      if (object && isObject(value)) {
        for (const [name, dependent] of object.dependentSchemas) if (Object.hasOwn(value, name)) pending.push(dependent)
      }
    }
    return found
  }

  function ofMember(nodes: ReadonlySet<Node>, name: string, value: JsonObject): readonly Node[] {
    const found: Node[] = []
    for (const node of nodes) {
      if (!node.object) continue
      found.push(...declaredFor(node.object, name).nodes)
      const { unevaluated } = node.object
      if (unevaluated && !isEvaluatedMember(node, name, value)) found.push(unevaluated)
    }
    return found
  }

  function ofItem(nodes: ReadonlySet<Node>, index: number, value: readonly JsonValue[]): readonly Node[] {
    const found: Node[] = []
    for (const node of nodes) {
      if (!node.array) continue
      const declared = node.array.prefix[index] ?? node.array.items
      const { unevaluated } = node.array
      if (declared) found.push(declared)
      if (unevaluated && !isEvaluatedItem(node, index, value)) found.push(unevaluated)
    }
    return found
  }

  function ownKeywords({ opaque, text: ofText, number, array, object }: Node, value: JsonValue): Truth {
    let verdict: Truth = true
    if (typeof value === 'string') verdict = !ofText || acceptsText(ofText, value)
    else if (typeof value === 'number') verdict = !number || acceptsNumber(number, value)
    else if (isArray(value)) verdict = !array || acceptsArray(array, value)
    else if (isObject(value)) verdict = !object || acceptsObject(object, value)
    return verdict && opaque ? undefined : verdict
  }

  function compositions({ allOf, anyOf, oneOf, not }: Node, value: JsonValue): Truth {
    const accepted = (node: Node) => accepts(node, value)
    const all = every(allOf, accepted)
    if (all === false) return false
    const any = anyOf.length === 0 || some(anyOf, accepted)
    if (any === false) return false
    const one = oneOf.length === 0 || within(count(oneOf, accepted), 1, 1)
    if (one === false) return false
    const none = !not || negate(accepted(not))
    return none === false ? false : all && any && one && none
  }

  function conditional({ condition }: Node, value: JsonValue): Truth {
    if (!condition) return true
    const holds = accepts(condition.if, value)
    if (holds !== undefined) return accepts(holds ? condition.then : condition.else, value)
    const [then, otherwise] = [accepts(condition.then, value), accepts(condition.else, value)]
    return then === otherwise ? then : undefined
  }

  function unevaluated(node: Node, value: JsonValue): Truth {
    const { object, array } = node
    if (object?.unevaluated && isObject(value)) {
      const { unevaluated: rest } = object
      return every(Object.keys(value), (name) =>
        eitherWay(isEvaluatedMember(node, name, value), rest, value[name] as JsonValue),
      )
    }
    if (array?.unevaluated && isArray(value)) {
      const { unevaluated: rest } = array
      return every(value.keys(), (index) =>
        eitherWay(isEvaluatedItem(node, index, value), rest, value[index] as JsonValue),
      )
    }
    return true
  }

  function eitherWay(isEvaluated: Truth, rest: Node, value: JsonValue): Truth {
    return isEvaluated || some([accepts(rest, value), isEvaluated], (truth) => truth)
  }

  function acceptsText({ minLength = 0, maxLength = Infinity, pattern, format }: TextFacet, value: string): Truth {
    if (minLength > 0 || maxLength < Infinity) {
      const length = codePoints(value)
      if (length < minLength || length > maxLength) return false
    }
    const matches = pattern === undefined || text.matches(pattern, value)
    if (matches === false) return false
    const fits = format === undefined || !text.isKnownFormat(format) || text.hasFormat(format, value)
    return fits === false ? false : matches && fits
  }

  function acceptsNumber(facet: NumberFacet, value: number): Truth {
    const { minimum = -Infinity, maximum = Infinity, multipleOf, format } = facet
    const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = facet
    if (value < minimum || value > maximum || value <= exclusiveMinimum || value >= exclusiveMaximum) return false
    if (multipleOf !== undefined && !isMultipleOf(value, multipleOf)) return false
    return format === undefined || (numberHasFormat(format, value) ?? true)
  }

  function acceptsArray(facet: ArrayFacet, value: readonly JsonValue[]): Truth {
    const { prefix, items, minItems, maxItems, unique, contains } = facet
    if (value.length < minItems || value.length > maxItems) return false
    if (unique && new Set(value.map(canonicalText)).size < value.length) return false
    const verdict = every(value.keys(), (index) => {
      const node = prefix[index] ?? items
      return !node || accepts(node, value[index] as JsonValue)
    })
    if (!contains || verdict === false) return verdict
    const found = count(value, (item) => accepts(contains.node, item))
    return every([verdict, within(found, contains.minimum, contains.maximum)], (truth) => truth)
  }

  function acceptsObject(facet: ObjectFacet, value: JsonObject): Truth {
    const names = Object.keys(value)
    if (names.length < facet.minProperties || names.length > facet.maxProperties) return false
    if (!facet.required.every((name) => Object.hasOwn(value, name))) return false
    for (const [name, required] of facet.dependentRequired)
      if (Object.hasOwn(value, name) && !required.every((other) => Object.hasOwn(value, other))) return false
    const members = every(names, (name) => acceptsMember(facet, name, value[name] as JsonValue))
    if (members === false) return false
    const called = !facet.names || every(names, (name) => accepts(facet.names as Node, name))
    if (called === false) return false
    const dependent = every(
      facet.dependentSchemas,
      ([name, node]) => !Object.hasOwn(value, name) || accepts(node, value),
    )
    return dependent === false ? false : members && called && dependent
  }

  function acceptsMember(facet: ObjectFacet, name: string, value: JsonValue): Truth {
    if (facet.patterns.size === 0) {
      const node = facet.properties.get(name) ?? facet.additional
      return !node || accepts(node, value)
    }
    const { nodes, isSure } = declaredFor(facet, name)
    const verdict = every(nodes, (node) => accepts(node, value))
    return isSure || verdict === false ? verdict : undefined
  }

  /** What a schema by itself says of a member; not sure when a pattern cannot be run. */
  function declaredFor(facet: ObjectFacet, name: string): { nodes: readonly Node[]; isSure: boolean } {
    const { properties, patterns, additional } = facet
    const nodes: Node[] = []
    let isSure = true
    const declared = properties.get(name)
    if (declared) nodes.push(declared)
    for (const [pattern, node] of patterns) {
      const matches = text.matches(pattern, name)
      if (matches) nodes.push(node)
      if (matches === undefined) isSure = false
    }
    if (nodes.length === 0 && isSure && additional) nodes.push(additional)
    return { nodes, isSure }
  }

  /** Whether anything in place beside `unevaluatedProperties` itself has judged the member. */
  function isEvaluatedMember(node: Node, name: string, value: JsonObject): Truth {
    return some(taken([node], value), (other) => {
      if (!other.object) return false
      const { nodes, isSure } = declaredFor(other.object, name)
      if (nodes.length > 0 || (other !== node && other.object.unevaluated)) return true
      return isSure ? false : undefined
    })
  }

  function isEvaluatedItem(node: Node, index: number, value: readonly JsonValue[]): Truth {
    return some(taken([node], value), ({ id, array }) => {
      if (!array) return false
      if (array.prefix[index] || array.items || (id !== node.id && array.unevaluated)) return true
      return array.contains ? accepts(array.contains.node, value[index] as JsonValue) : false
    })
  }
}

/** Says nothing in place: no composition that could come back to the same value. */
function isPlain({ allOf, anyOf, oneOf, not, condition }: Node): boolean {
  return allOf.length === 0 && anyOf.length === 0 && oneOf.length === 0 && !not && !condition
}

function codePoints(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
