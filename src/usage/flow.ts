import type { ts } from 'ts-morph'
import type { Marks } from './marks.js'
import type { Origin } from './origins.js'
import type { Shape } from './shape.js'
import type { CheckedProgram } from './types.js'

/** A value of one type is from now on seen as one of another. What the other type does not show is out of sight. */
export type Flow = (from: ts.Type, to: ts.Type, at: ts.Node) => void

/**
 * Reads are told by the types through which they are made, so a value must never be seen through a type that hides where
 * it came from without being counted as used.
 */
export function createFlow(
  { ts, checker }: CheckedProgram,
  shape: Shape,
  marks: Marks,
  originOf: (node: ts.Node) => Origin,
): Flow {
  const done = new Map<ts.Type, Set<ts.Type>>()

  return (from, to, at) => pass(from, to, at)

  function pass(from: ts.Type, to: ts.Type, at: ts.Node): void {
    if (from === to || isPlain(from) || (!shape.concerns(from) && !shape.concerns(to)) || isDone(from, to)) return
    if (from.isUnion()) {
      for (const one of from.types) pass(one, to, at)
      return
    }
    if (to.isUnion()) {
      const target = bestOf(from, to.types)
      if (target) pass(from, target, at)
      else marks.whole(from, at)
      return
    }
    if (shape.isOwnParameter(to)) {
      marks.bind(to, from)
      return
    }
    if (isOpaque(to) || isOpaque(from) || from.isIntersection() || to.isIntersection()) {
      if (!isPartOf(from, to)) marks.whole(from, at)
      return
    }
    if (sameTarget(from, to)) {
      const targets = checker.getTypeArguments(to as ts.TypeReference)
      checker.getTypeArguments(from as ts.TypeReference).forEach((argument, index) => {
        const target = targets[index]
        if (target) pass(argument, target, at)
      })
      return
    }
    passSignatures(from, to, at)
    if (isContainer(from) && isContainer(to)) passElements(from, to, at)
    else passMembers(from, to, at)
  }

  /** Text, numbers and the like; and what is `any` already. */
  function isPlain({ flags }: ts.Type): boolean {
    return !(flags & (ts.TypeFlags.Object | ts.TypeFlags.UnionOrIntersection | ts.TypeFlags.Instantiable))
  }

  function isDone(from: ts.Type, to: ts.Type): boolean {
    const targets = done.get(from) ?? new Set()
    if (targets.has(to)) return true
    done.set(from, targets.add(to))
    return false
  }

  /** Whether reading through the target shows where the value came from. Only looks. */
  function shows(from: ts.Type, to: ts.Type, seen: Map<ts.Type, Set<ts.Type>> = new Map()): boolean {
    if (from === to || shape.isOwnParameter(to) || !shape.holds(from)) return true
    const targets = seen.get(from) ?? new Set()
    if (targets.has(to)) return true
    seen.set(from, targets.add(to))
    if (from.isUnion()) return from.types.every((one) => shows(one, to, seen))
    if (to.isUnion()) return to.types.some((one) => shows(from, one, seen))
    if (isOpaque(to) || isOpaque(from) || from.isIntersection() || to.isIntersection()) return isPartOf(from, to)
    if (sameTarget(from, to) || (isContainer(from) && isContainer(to))) {
      const inner = argumentsOf(to)
      return argumentsOf(from).every((one) => inner.some((other) => shows(one, other, seen)))
    }
    const [returned] = returnsOf(to)
    const isShown = returnsOf(from).every((one) => returned === undefined || shows(one, returned, seen))
    return isShown && from.getProperties().every((property) => showsMember(property, to, seen))
  }

  function showsMember(property: ts.Symbol, to: ts.Type, seen: Map<ts.Type, Set<ts.Type>>): boolean {
    const type = checker.getTypeOfSymbol(property)
    if (isGenerated(property) && !isMember(type)) return isSameProperty(property, to.getProperty(property.name))
    const target = to.getProperty(property.name)
    return target ? shows(type, checker.getTypeOfSymbol(target), seen) : !shape.holds(type)
  }

  function bestOf(from: ts.Type, targets: readonly ts.Type[]): ts.Type | undefined {
    if (targets.includes(from)) return from
    if (isPlain(from)) return targets[0]
    const parameters = targets.filter((one) => shape.isOwnParameter(one))
    const others = targets.filter((one) => !shape.isOwnParameter(one) && isObject(one) === isObject(from))
    return others.find((one) => shows(from, one)) ?? parameters[0] ?? (others.length === 1 ? others[0] : undefined)
  }

  /** `any`, `unknown`, `object`, `{}`, and what is not decided before a type parameter is. */
  function isOpaque(type: ts.Type): boolean {
    if (!(type.flags & ts.TypeFlags.Object)) return true
    return isEmpty(type)
  }

  function isEmpty(type: ts.Type): boolean {
    const hasMembers = type.getProperties().length > 0 || checker.getIndexInfosOfType(type).length > 0
    return !hasMembers && type.getCallSignatures().length === 0 && type.getConstructSignatures().length === 0
  }

  function isPartOf(from: ts.Type, to: ts.Type): boolean {
    if (!shape.holds(from)) return true
    if (from.isIntersection()) return from.types.every((one) => !shape.holds(one) || isPartOf(one, to))
    return to.isIntersection() && to.types.some((one) => one === from || shows(from, one))
  }

  function isObject(type: ts.Type): boolean {
    return (type.flags & ts.TypeFlags.Object) !== 0
  }

  function argumentsOf(type: ts.Type): readonly ts.Type[] {
    const { objectFlags } = type as ts.ObjectType
    return objectFlags & ts.ObjectFlags.Reference ? checker.getTypeArguments(type as ts.TypeReference) : []
  }

  function sameTarget(from: ts.Type, to: ts.Type): boolean {
    const target = (type: ts.Type): ts.Type | undefined =>
      isObject(type) && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference
        ? (type as ts.TypeReference).target
        : undefined
    return target(from) !== undefined && target(from) === target(to)
  }

  /** Arrays, promises, iterators and their kin: what is in them is in their type arguments. */
  function isContainer(type: ts.Type): boolean {
    if (checker.isArrayType(type) || checker.isTupleType(type)) return true
    const [declaration] = type.getSymbol()?.declarations ?? []
    return argumentsOf(type).length > 0 && declaration !== undefined && originOf(declaration) === 'language'
  }

  function passElements(from: ts.Type, to: ts.Type, at: ts.Node): void {
    const targets = argumentsOf(to)
    for (const element of argumentsOf(from)) {
      for (const one of element.isUnion() ? element.types : [element]) {
        const target = bestOf(
          one,
          targets.flatMap((other) => (other.isUnion() ? other.types : [other])),
        )
        if (target) pass(one, target, at)
        else marks.whole(one, at)
      }
    }
  }

  function passMembers(from: ts.Type, to: ts.Type, at: ts.Node): void {
    const index = checker.getIndexInfosOfType(to)[0]?.type
    const isClass = ((from.getSymbol()?.flags ?? 0) & ts.SymbolFlags.Class) !== 0
    for (const property of from.getProperties()) {
      const type = checker.getTypeOfSymbol(property)
      const target = to.getProperty(property.name)
      // Data of an answer is seen as it is, or all of it may be read.
      if (isGenerated(property) && !isMember(type)) {
        if (!isSameProperty(property, target)) marks.whole(from, at)
        continue
      }
      if (target) {
        // Through another declaration a call is no more told by name.
        if (isGenerated(property) && !isSameProperty(property, target)) marks.touch(property)
        pass(type, checker.getTypeOfSymbol(target), at)
      } else if (index) pass(type, index, at)
      // Members of a client, of a class or of an object that the target does not have are not reached through it.
      else if (!isMember(type) && !(isClass && isHidden(property))) marks.whole(type, at)
    }
    for (const info of checker.getIndexInfosOfType(from)) {
      if (index) pass(info.type, index, at)
      else if (shape.holds(info.type)) marks.whole(from, at)
    }
  }

  function isGenerated({ declarations = [] }: ts.Symbol): boolean {
    return declarations.some((declaration) => originOf(declaration) === 'generated')
  }

  function isSameProperty(one: ts.Symbol, other: ts.Symbol | undefined): boolean {
    return one.declarations?.some((declaration) => other?.declarations?.includes(declaration)) === true
  }

  function isMember(type: ts.Type): boolean {
    return type.getCallSignatures().length > 0
  }

  function isHidden({ declarations = [] }: ts.Symbol): boolean {
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected
    return declarations.some(
      (one) => ts.isPrivateIdentifier(ts.getNameOfDeclaration(one) ?? one) || ts.getCombinedModifierFlags(one) & hidden,
    )
  }

  function returnsOf(type: ts.Type): readonly ts.Type[] {
    return type.getCallSignatures().map((one) => one.getReturnType())
  }

  /** What a function returns goes one way, what it is given the other. */
  function passSignatures(from: ts.Type, to: ts.Type, at: ts.Node): void {
    for (const given of from.getCallSignatures()) {
      for (const asked of to.getCallSignatures()) {
        if (!(asked.getReturnType().flags & ts.TypeFlags.Void)) pass(given.getReturnType(), asked.getReturnType(), at)
        given.parameters.forEach((parameter, index) => {
          const handed = asked.parameters[index]
          if (handed && !isRest(parameter))
            pass(checker.getTypeOfSymbol(handed), checker.getTypeOfSymbol(parameter), at)
        })
        // The last parameter may take all that follows.
        const last = given.parameters.at(-1)
        if (last && isRest(last)) {
          const taken = checker.getTypeOfSymbol(last)
          const [element] = argumentsOf(taken)
          for (const handed of asked.parameters.slice(given.parameters.length - 1)) {
            pass(checker.getTypeOfSymbol(handed), element ?? taken, at)
          }
        }
      }
    }
    if (from.getCallSignatures().length > 0 && to.getCallSignatures().length === 0) marks.whole(from, at)
  }

  function isRest({ valueDeclaration }: ts.Symbol): boolean {
    return (
      valueDeclaration !== undefined &&
      ts.isParameter(valueDeclaration) &&
      valueDeclaration.dotDotDotToken !== undefined
    )
  }
}
