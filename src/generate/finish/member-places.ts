/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- ts-morph makes its classes of mixins, which the rule cannot follow */
import type { Morph, TypedThing } from './typed-things.js'

/** Where things stand in an object or a class, as offsets into the file. */
export interface MemberPlaces {
  /** Of the whole. */
  readonly start: number
  /** Of the closing brace. */
  readonly close: number
  /** Start of the first member with its doc comment, and end of the last; undefined when there is none. */
  readonly first: number | undefined
  readonly last: number | undefined
  readonly needsComma: boolean
  /** An empty line stands between members. */
  readonly areSeparated: boolean
}

export function memberPlaces(node: TypedThing['node'], { Node }: Morph): MemberPlaces {
  const isClass = Node.isClassDeclaration(node)
  const members = isClass ? node.getMembers() : node.getProperties()
  const commas = isClass || node.compilerNode.properties.hasTrailingComma
  const last = members.at(-1)
  const beforeLast = members.at(-2)
  const text = node.getSourceFile().getFullText()
  const gap = last && beforeLast ? text.slice(beforeLast.getEnd(), last.getStart(true)) : ''
  return {
    start: node.getStart(),
    close: node.getEnd() - 1,
    first: members[0]?.getStart(true),
    last: last?.getEnd(),
    needsComma: last !== undefined && !commas,
    areSeparated: last && beforeLast ? /\n[\t ]*\r?\n/.test(gap) : isClass,
  }
}
