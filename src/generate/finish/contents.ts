/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- ts-morph makes its classes of mixins, which the rule cannot follow */
import type { ClassDeclaration, Expression, Node, ObjectLiteralExpression } from 'ts-morph'
import { type Morph, objectIn, type TypedThing } from './typed-things.js'

/** Something named in the user's file, and where its name stands. */
export interface NamedPlace {
  readonly name: string
  readonly at: number
}

/** What an object or a class has, by name. */
export interface Contents {
  readonly has: ReadonlySet<string>
  /** Those that are handlers. */
  readonly named: readonly NamedPlace[]
  /** What may bring members that cannot be seen from here: a spread, a computed name, a base class. */
  readonly open?: { readonly text: string; readonly at: number }
}

/** What there is in one; `complete` knows the objects that are about to get everything their type asks for. */
export function contents(
  node: TypedThing['node'],
  complete: ReadonlyMap<Node, readonly string[]>,
  morph: Morph,
): Contents {
  return morph.Node.isClassDeclaration(node) ? classContents(node, morph) : objectContents(node, complete, morph)
}

function objectContents(
  node: ObjectLiteralExpression,
  complete: ReadonlyMap<Node, readonly string[]>,
  morph: Morph,
): Contents {
  const { Node } = morph
  const has = new Set<string>()
  const named: NamedPlace[] = []
  let open: Contents['open']
  for (const property of node.getProperties()) {
    if (Node.isSpreadAssignment(property)) {
      const spread = spreadObject(property.getExpression(), morph)
      const inside = spread && objectContents(spread, complete, morph)
      const planned = spread && complete.get(spread)
      for (const name of [...(inside?.has ?? []), ...(planned ?? [])]) has.add(name)
      if (!inside || inside.open) open ??= { text: property.getText(), at: property.getStart() }
      continue
    }
    const nameNode = property.getNameNode()
    const name = propertyName(nameNode, morph)
    if (name === undefined) open ??= { text: nameNode.getText(), at: nameNode.getStart() }
    else {
      has.add(name)
      named.push({ name, at: nameNode.getStart() })
    }
  }
  return { has, named, ...(open && { open }) }
}

/** The object that a spread variable of the same file holds. */
function spreadObject(expression: Expression, morph: Morph): ObjectLiteralExpression | undefined {
  if (!morph.Node.isIdentifier(expression)) return objectIn(expression, morph)
  const declaration = expression.getSourceFile().getVariableDeclaration(expression.getText())
  return objectIn(declaration?.getInitializer(), morph)
}

function classContents(node: ClassDeclaration, morph: Morph): Contents {
  const base = node.getExtends()
  const members = node.getInstanceMembers().map((member) => ({ member, nameNode: member.getNameNode() }))
  const has = new Set<string>()
  const named: NamedPlace[] = []
  for (const { member, nameNode } of members) {
    const name = propertyName(nameNode, morph)
    if (name === undefined) continue
    has.add(name)
    // A class has members of its own; a handler is known by what it takes.
    if (!morph.Node.isMethodDeclaration(member)) continue
    const taken = member.getParameters()[0]?.getTypeNode()?.getText()
    if (taken === `${name.charAt(0).toUpperCase()}${name.slice(1)}Request`)
      named.push({ name, at: nameNode.getStart() })
  }
  return { has, named, ...(base && { open: { text: base.getText(), at: base.getStart() } }) }
}

/** `name`, `'name'` and `['name']`; undefined for what is computed. */
function propertyName(node: Node, { Node: Nodes }: Morph): string | undefined {
  const inner = Nodes.isComputedPropertyName(node) ? node.getExpression() : node
  if (Nodes.isStringLiteral(inner) || Nodes.isNoSubstitutionTemplateLiteral(inner)) return inner.getLiteralText()
  return inner === node ? node.getText() : undefined
}
