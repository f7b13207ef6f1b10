/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- ts-morph makes its classes of mixins, which the rule cannot follow */
import type { Node, SourceFile } from 'ts-morph'
import { contents, type NamedPlace } from './contents.js'
import type { ExpectedHandlers } from './expected-handlers.js'
import { type MemberPlaces, memberPlaces } from './member-places.js'
import { type Morph, type TypedThing, typedThings } from './typed-things.js'

/** An object or a class of the user's file that holds handlers. */
export interface FoundHandlers {
  readonly kind: 'object' | 'class'
  readonly members: MemberPlaces
  /** Handlers that it should have and has not. */
  readonly missing: readonly string[]
  /** Its handlers of operations that there are not. */
  readonly unused: readonly NamedPlace[]
  /** What may bring handlers that cannot be seen from here. */
  readonly open?: { readonly text: string; readonly at: number }
}

/**
 * What in the file is of a handlers' type: by an annotation, `satisfies` or `as`, as what a function returns, or by
 * `implements`. Parts for single tags come first, since the whole may spread them.
 */
export function findHandlers(source: SourceFile, expected: ExpectedHandlers, morph: Morph): readonly FoundHandlers[] {
  const candidates = typedThings(source, morph)
  const found: FoundHandlers[] = []
  const complete = new Map<Node, readonly string[]>()
  for (const [type, names] of expected.byType) {
    const node = preferred(candidates.filter((candidate) => candidate.type === type))
    if (!node) continue
    const { has, open, named } = contents(node, complete, morph)
    const missing = names.filter((name) => !has.has(name))
    complete.set(node, names)
    found.push({
      kind: morph.Node.isClassDeclaration(node) ? 'class' : 'object',
      members: memberPlaces(node, morph),
      missing,
      unused: named.filter(({ name }) => !names.includes(name)),
      ...(open && { open }),
    })
  }
  return found
}

/** Tests and examples may stand beside the handlers that are served: those are exported. */
function preferred(candidates: readonly TypedThing[]): TypedThing['node'] | undefined {
  return (candidates.find(({ isExported }) => isExported) ?? candidates[0])?.node
}
