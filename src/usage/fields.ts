import type { ts } from 'ts-morph'
import { compareText } from '../util/compare.js'
import { answerOf, answersIn, type Marks } from './marks.js'
import type { Shape } from './shape.js'
import type { CheckedProgram, ClientOperation } from './types.js'

/** Everything. */
const all = Symbol('all')
type Paths = ReadonlySet<string> | typeof all

interface Content {
  readonly type: ts.Type
  readonly paths: Paths
}

/** The fields of an operation's answers that are read, as dotted paths; undefined when it is all of them. */
export function fieldsOf(
  checked: CheckedProgram,
  shape: Shape,
  marks: Marks,
  { calls }: ClientOperation,
): readonly string[] | undefined {
  const { ts, checker } = checked
  const bodies = calls.flatMap((call) => {
    const answer = answerOf(checked, call)
    return answer ? answersIn(checked, answer).map(({ body }) => body) : []
  })
  const contents = bodies.flatMap((body) => contentsOf(body))
  // Nothing in a text or a map has a name that a read could be told by.
  if (contents.some((one) => shape.generatedIn(one).length === 0)) return undefined
  const each = contents.map((one): Content => ({ type: one, paths: pathsOf(one, []) }))
  if (each.every(({ paths }) => paths === all)) return bodies.length === 0 ? [] : undefined
  const found = new Set<string>()
  for (const { type, paths } of each) {
    const listed: Paths = paths === all ? namesOf(type) : paths
    if (listed === all) return undefined
    for (const path of listed) found.add(path)
  }
  return [...found].filter((path) => !isBelow(path, found)).sort(compareText)

  /** What a body is, or a list or stream of. */
  function contentsOf(type: ts.Type): readonly ts.Type[] {
    if (type.isUnion()) return type.types.flatMap(contentsOf)
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Null | ts.TypeFlags.Never)) return []
    if (shape.generatedIn(type).length > 0) return [type]
    if (checker.isArrayType(type)) return checker.getTypeArguments(type as ts.TypeReference).flatMap(contentsOf)
    const inner = [...nameless(type)].filter((one) => shape.generatedIn(one).length > 0)
    return inner.length > 0 ? inner : [type]
  }

  /** All that an answer has, by name; one answer may be read as a whole where another is not. */
  function namesOf(type: ts.Type): Paths {
    const names = shape.generatedIn(type).map(({ name }) => name)
    const isOpen = checker.getIndexInfosOfType(type).length > 0 || names.some((name) => name.includes('.'))
    return isOpen ? all : new Set(names)
  }

  /** A path says that everything below is read, too. */
  function isBelow(path: string, others: ReadonlySet<string>): boolean {
    for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1))
      if (others.has(path.slice(0, end))) return true
    return false
  }

  /** Of everything that is found without a name on the way: elements of lists, items of streams, alternatives. */
  function pathsIn(type: ts.Type, above: readonly ts.Type[]): Paths {
    const paths = new Set<string>()
    for (const one of nameless(type)) {
      const own = pathsOf(one, above)
      if (own === all) return all
      for (const path of own) paths.add(path)
    }
    return paths
  }

  function nameless(type: ts.Type): ReadonlySet<ts.Type> {
    const seen = new Set([type])
    for (const one of seen) {
      if (shape.generatedIn(one).length > 0) continue
      for (const part of shape.partsOf(one)) seen.add(part)
    }
    return seen
  }

  function pathsOf(type: ts.Type, above: readonly ts.Type[]): Paths {
    const properties = shape.generatedIn(type)
    if (properties.length > 0 && properties.every(isWhole)) return all
    const paths = new Set<string>()
    for (const property of properties) {
      if (!isRead(property)) continue
      // A dot in a name could not be told from one between names.
      if (property.name.includes('.')) return all
      const inner = innerOf(property, [...above, type])
      if (inner === all || inner.size === 0) paths.add(property.name)
      else for (const path of inner) paths.add(`${property.name}.${path}`)
    }
    return paths
  }

  function innerOf(property: ts.Symbol, above: readonly ts.Type[]): Paths {
    const type = checker.getTypeOfSymbol(property)
    // What comes again inside itself has no last path.
    if (isWhole(property) || [...nameless(type)].some((one) => above.includes(one))) return all
    return pathsIn(type, above)
  }

  function isWhole({ declarations = [] }: ts.Symbol): boolean {
    return declarations.some(marks.isWhole)
  }

  function isRead({ declarations = [] }: ts.Symbol): boolean {
    return declarations.some(marks.isRead)
  }
}
