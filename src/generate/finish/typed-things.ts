/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- ts-morph makes its classes of mixins, which the rule cannot follow */
import type * as TsMorph from 'ts-morph'
import type { ClassDeclaration, Expression, Node, ObjectLiteralExpression, SourceFile } from 'ts-morph'

export type Morph = typeof TsMorph

/** An object literal or a class, with the name of the type that it is said to have. */
export interface TypedThing {
  readonly type: string
  readonly node: ObjectLiteralExpression | ClassDeclaration
  readonly isExported: boolean
}

/** Every object and class of the file whose type is named beside it. */
export function typedThings(source: SourceFile, morph: Morph): readonly TypedThing[] {
  const names = importedNames(source)
  const candidates: TypedThing[] = []
  const add = (typeText: string | undefined, node: TypedThing['node'] | undefined, isExported: boolean): void => {
    const type = typeText === undefined ? undefined : typeName(typeText, names)
    if (type !== undefined && node) candidates.push({ type, node, isExported })
  }
  const { Node } = morph
  source.forEachDescendant((node) => {
    if (Node.isVariableDeclaration(node)) {
      add(node.getTypeNode()?.getText(), objectIn(node.getInitializer(), morph), isExported(node, morph))
    } else if (Node.isSatisfiesExpression(node) || Node.isAsExpression(node)) {
      add(node.getTypeNode()?.getText(), objectIn(node.getExpression(), morph), isExported(node, morph))
    } else if (Node.isClassDeclaration(node)) {
      for (const clause of node.getImplements()) add(clause.getText(), node, node.isExported())
    } else if (Node.isFunctionDeclaration(node) || Node.isArrowFunction(node) || Node.isFunctionExpression(node)) {
      add(node.getReturnTypeNode()?.getText(), returnedObject(node.getBody(), morph), isExported(node, morph))
    }
  })
  return candidates
}

/** Local names of imports to the names that they were exported under. */
function importedNames(source: SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const declaration of source.getImportDeclarations()) {
    for (const specifier of declaration.getNamedImports()) {
      const alias = specifier.getAliasNode()?.getText()
      if (alias !== undefined) names.set(alias, specifier.getName())
    }
  }
  return names
}

/** `OrdersHandlers` of `OrdersHandlers`, `api.OrdersHandlers`, `Readonly<OrdersHandlers>` and `Promise<OrdersHandlers>`. */
function typeName(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const inner = /^(?:Readonly|Required|Promise)<(.*)>$/s.exec(text.trim())?.[1] ?? text
  const last = inner.trim().split('.').at(-1)
  return last === undefined ? undefined : (names.get(last) ?? last)
}

function isExported(node: Node, { Node: Nodes }: Morph): boolean {
  const statement =
    node.getFirstAncestor((one) => Nodes.isStatement(one) && Nodes.isSourceFile(one.getParent())) ?? node
  if (Nodes.isExportAssignment(statement)) return true
  return Nodes.isExportable(statement) && statement.isExported()
}

/** The object literal that an expression is, behind parentheses, `as const`, `satisfies` and `Object.freeze`. */
export function objectIn(expression: Expression | undefined, morph: Morph): ObjectLiteralExpression | undefined {
  const { Node } = morph
  let inner: Node | undefined = expression
  for (;;) {
    if (Node.isObjectLiteralExpression(inner)) return inner
    if (Node.isParenthesizedExpression(inner) || Node.isAsExpression(inner) || Node.isSatisfiesExpression(inner)) {
      inner = inner.getExpression()
    } else if (Node.isCallExpression(inner) && inner.getExpression().getText() === 'Object.freeze') {
      inner = inner.getArguments()[0]
    } else return undefined
  }
}

/** The object that a function ends with. */
function returnedObject(body: Node | undefined, morph: Morph): ObjectLiteralExpression | undefined {
  const { Node } = morph
  if (Node.isExpression(body)) return objectIn(body, morph)
  if (!Node.isBlock(body)) return undefined
  const last = body.getStatements().at(-1)
  return Node.isReturnStatement(last) ? objectIn(last.getExpression(), morph) : undefined
}
