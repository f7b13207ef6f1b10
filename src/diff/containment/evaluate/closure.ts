import { isArray, isObject, type JsonObject, type JsonValue } from '../../../util/own.js'
import type { Node } from '../node/index.js'
import type { Evaluator } from './evaluator.js'
import { every, some, type Truth } from './truth.js'

/**
 * Whether a producer of these schemas sends the value in the view `exchange`, given that all of them accept it: whether
 * no object in it has a member that is not declared. See `View`.
 */
export function sends(nodes: readonly Node[], value: JsonValue, evaluator: Evaluator): Truth {
  const { taken, accepts, ofMember, ofItem } = evaluator
  return isClosedAt(nodes, value)

  function isClosedAt(here: readonly Node[], at: JsonValue): Truth {
    if (here.length === 0) return true
    if (isArray(at)) {
      const inPlace = taken(here, at)
      return every(at.keys(), (index) => isClosedAt(ofItem(inPlace, index, at), at[index] as JsonValue))
    }
    if (!isObject(at)) return true
    const inPlace = taken(here, at)
    if (!declaresAll(inPlace, at) && !every(here, (node) => isFreeForm(node, at))) return false
    return every(Object.keys(at), (name) => isClosedAt(ofMember(inPlace, name, at), at[name] as JsonValue))
  }

  /** Whether branches can be chosen that accept the value and declare nothing. */
  function isFreeForm(node: Node, at: JsonObject, seen = new Set<Node>()): boolean {
    if (seen.has(node)) return true
    seen.add(node)
    const { allOf, anyOf, oneOf, condition, object } = node
    if (object?.declares) return false
    const inner = (nested: Node) => isFreeForm(nested, at, seen)
    const chosen = (branches: readonly Node[]) =>
      branches.length === 0 || some(branches, (branch) => accepts(branch, at) && isFreeForm(branch, at)) === true
    if (!allOf.every(inner) || !chosen(anyOf) || !chosen(oneOf)) return false
    if (
      condition &&
      !(accepts(condition.if, at) ? inner(condition.if) && inner(condition.then) : inner(condition.else))
    )
      return false
    return [...(object?.dependentSchemas ?? [])].every(
      ([name, dependent]) => !Object.hasOwn(at, name) || inner(dependent),
    )
  }
}

function declaresAll(taken: ReadonlySet<Node>, value: JsonObject): boolean {
  const facets = [...taken].flatMap(({ object }) => object ?? [])
  if (!facets.some(({ declares }) => declares)) return true
  if (facets.some(({ writesOut }) => writesOut)) return true
  return Object.keys(value).every((name) =>
    facets.some(({ properties, required }) => properties.has(name) || required.includes(name)),
  )
}
