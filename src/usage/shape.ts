import type { ts } from 'ts-morph'
import type { Origin } from './origins.js'
import type { CheckedProgram, Clients } from './types.js'

/** What types consist of, as far as something of a client can be in them. */
export interface Shape {
  /** Types inside that whoever has a value can get at: parts, elements, properties, what its functions return. */
  readonly partsOf: (type: ts.Type) => readonly ts.Type[]
  /** Properties that the generator declares. */
  readonly generatedIn: (type: ts.Type) => readonly ts.Symbol[]
  /** Whether whoever has a value can get at something of a client, or at what a type parameter of ours may stand for. */
  readonly holds: (type: ts.Type) => boolean
  /** Like `holds`, but what its functions are given counts, too. */
  readonly concerns: (type: ts.Type) => boolean
  /** Whether it is a type parameter of the sources that are looked through. */
  readonly isOwnParameter: (type: ts.Type) => boolean
}

/** Types looked at for one question; beyond, the answer is yes. */
const most = 20_000

export function createShape(
  { ts, checker }: CheckedProgram,
  clients: Clients,
  originOf: (node: ts.Node) => Origin,
): Shape {
  const parts = new Map<ts.Type, readonly ts.Type[]>()

  const holds = reaches(partsOf)
  const concerns = reaches((type) => [...partsOf(type), ...givenIn(type)])
  return { partsOf, generatedIn, holds, concerns, isOwnParameter }

  function partsOf(type: ts.Type): readonly ts.Type[] {
    const found = parts.get(type) ?? findParts(type)
    parts.set(type, found)
    return found
  }

  function findParts(type: ts.Type): readonly ts.Type[] {
    if (type.isUnionOrIntersection()) return type.types
    if (type.flags & ts.TypeFlags.IndexedAccess) return [(type as ts.IndexedAccessType).objectType]
    if (type.flags & ts.TypeFlags.Conditional) {
      const { checkType, extendsType } = type as ts.ConditionalType
      return [checkType, extendsType]
    }
    if (type.flags & ts.TypeFlags.Substitution) return [(type as ts.SubstitutionType).baseType]
    if (!(type.flags & ts.TypeFlags.Object)) return []
    const returned = [...type.getCallSignatures(), ...type.getConstructSignatures()].map((one) => one.getReturnType())
    return [...argumentsOf(type), ...(isClosed(type) ? [] : membersOf(type)), ...returned]
  }

  function argumentsOf(type: ts.Type): readonly ts.Type[] {
    const { objectFlags } = type as ts.ObjectType
    return objectFlags & ts.ObjectFlags.Reference ? checker.getTypeArguments(type as ts.TypeReference) : []
  }

  /** What others declare by name can hold something of ours in its type arguments only. */
  function isClosed(type: ts.Type): boolean {
    const [declaration] = type.getSymbol()?.declarations ?? []
    if (!declaration) return checker.isArrayType(type) || checker.isTupleType(type)
    const isNamed = ts.isInterfaceDeclaration(declaration) || ts.isClassLike(declaration)
    const origin = originOf(declaration)
    return isNamed && origin !== 'generated' && origin !== 'own' && origin !== 'runtime'
  }

  function membersOf(type: ts.Type): readonly ts.Type[] {
    const members = type.getProperties().map((property) => checker.getTypeOfSymbol(property))
    return [...members, ...checker.getIndexInfosOfType(type).map((info) => info.type)]
  }

  function generatedIn(type: ts.Type): readonly ts.Symbol[] {
    if (!(type.flags & ts.TypeFlags.Object) || isClosed(type)) return []
    return type.getProperties().filter(({ declarations }) => declarations?.some(clients.has))
  }

  function isOwnParameter(type: ts.Type): boolean {
    if (!(type.flags & ts.TypeFlags.TypeParameter)) return false
    const [declaration] = type.getSymbol()?.declarations ?? []
    // `this` has no declaration of its own.
    return declaration !== undefined && ts.isTypeParameterDeclaration(declaration) && originOf(declaration) === 'own'
  }

  function reaches(next: (type: ts.Type) => readonly ts.Type[]): (type: ts.Type) => boolean {
    const known = new Map<ts.Type, boolean>()
    return (type) => {
      const answer = known.get(type)
      if (answer !== undefined) return answer
      const seen = new Set<ts.Type>([type])
      let found = false
      for (const one of seen) {
        found = known.get(one) ?? isOurs(one)
        if (found || seen.size > most) break
        for (const part of next(one)) if (known.get(part) !== false) seen.add(part)
      }
      const result = found || seen.size > most
      known.set(type, result)
      // What is reached from a type that holds nothing holds nothing, either.
      if (!result) for (const one of seen) known.set(one, false)
      return result
    }
  }

  function isOurs(type: ts.Type): boolean {
    return isOwnParameter(type) || generatedIn(type).length > 0 || isMapOfOurs(type)
  }

  function givenIn(type: ts.Type): readonly ts.Type[] {
    if (!(type.flags & ts.TypeFlags.Object)) return []
    return type.getCallSignatures().flatMap(({ parameters }) => parameters.map((one) => checker.getTypeOfSymbol(one)))
  }

  /** A map has no property that could be told by name. */
  function isMapOfOurs(type: ts.Type): boolean {
    if (!(type.flags & ts.TypeFlags.Object)) return false
    return checker
      .getIndexInfosOfType(type)
      .some(({ declaration }) => declaration !== undefined && clients.has(declaration))
  }
}
