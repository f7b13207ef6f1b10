import type { ts } from 'ts-morph'
import type { Calls } from './calls.js'
import type { Flow } from './flow.js'
import type { Marks } from './marks.js'
import type { Shape } from './shape.js'
import type { CheckedProgram } from './types.js'

/** What the places of a file do with values. */
export interface VisitContext {
  readonly checked: CheckedProgram
  readonly shape: Shape
  readonly marks: Marks
  readonly flow: Flow
  readonly calls: Calls
}

/**
 * Looks at every expression of a file once: where it stands says what becomes of its value. A place that is not known here
 * counts as one where everything is read.
 */
export function createVisit({ checked, shape, marks, flow, calls }: VisitContext): (file: ts.SourceFile) => void {
  const { ts, checker } = checked
  return (file) => visit(file)

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) typeNode(node)
    else if (ts.isObjectBindingPattern(node)) pattern(node)
    else if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    else if (isValue(node)) value(node)
    if (ts.isClassLike(node)) heritage(node)
    if (ts.isCallLikeExpression(node)) calls.arguments(node)
    ts.forEachChild(node, visit)
  }

  function isValue(node: ts.Node): node is ts.Expression {
    if (!ts.isExpression(node) || ts.isOmittedExpression(node) || ts.isSpreadElement(node)) return false
    return !ts.isIdentifier(node) || isUse(node)
  }

  /** An identifier that stands for a value, and not for a name that something is given. */
  function isUse(node: ts.Identifier): boolean {
    const { parent } = node
    if (ts.isShorthandPropertyAssignment(parent)) return true
    if ('name' in parent && parent.name === node) return false
    if ('propertyName' in parent && parent.propertyName === node) return false
    if (ts.isQualifiedName(parent) || ts.isTypeNode(parent)) return false
    return ts.isExpression(parent) || ts.isStatement(parent) || isSlot(parent)
  }

  function isSlot(parent: ts.Node): boolean {
    return (
      ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isSpreadAssignment(parent) ||
      ts.isTemplateSpan(parent) ||
      ts.isCaseClause(parent) ||
      ts.isComputedPropertyName(parent) ||
      ts.isExportAssignment(parent) ||
      ts.isJsxExpression(parent) ||
      ts.isJsxSpreadAttribute(parent) ||
      ts.isDecorator(parent) ||
      ts.isEnumMember(parent) ||
      ts.isHeritageClause(parent)
    )
  }

  function typeOf(node: ts.Node): ts.Type {
    return checker.getTypeAtLocation(node)
  }

  function value(node: ts.Expression): void {
    if (ts.isIdentifier(node)) {
      const isShort = ts.isShorthandPropertyAssignment(node.parent)
      marks.touch(isShort ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node))
    } else if (ts.isPropertyAccessExpression(node)) named(node, node.expression, [node.name.text])
    else if (ts.isElementAccessExpression(node)) named(node, node.expression, keysOf(typeOf(node.argumentExpression)))
    else if (ts.isObjectLiteralExpression(node) && isTarget(node)) assigned(node)
    const type = typeOf(node)
    if (shape.concerns(type) || isCallable(type)) place(node, type)
  }

  function isCallable(type: ts.Type): boolean {
    return (
      type.getCallSignatures().length > 0 ||
      type.getProperties().some((one) => (one.flags & ts.SymbolFlags.Method) !== 0)
    )
  }

  /** Reads properties by name; names that are not known read everything. */
  function named(node: ts.Expression, object: ts.Expression, names: readonly string[] | undefined): void {
    if (names === undefined) {
      const type = typeOf(object)
      if (shape.isOwnParameter(type) || partsWithFields(type).length > 0) marks.whole(type, node)
      return
    }
    if (ts.isPropertyAccessExpression(node)) marks.touch(checker.getSymbolAtLocation(node.name))
    for (const name of names) readName(typeOf(object), name, node)
  }

  /** Types with fields of an answer, the value itself and not what is in it. */
  function partsWithFields(type: ts.Type): readonly ts.Type[] {
    const all = type.isUnionOrIntersection() ? type.types.flatMap(partsWithFields) : [type]
    return all.filter((one) => shape.generatedIn(one).length > 0 || checker.getIndexInfosOfType(one).length > 0)
  }

  function readName(type: ts.Type, name: string, at: ts.Node): void {
    for (const one of type.isUnionOrIntersection() ? type.types : [type]) {
      if (one.isUnionOrIntersection()) readName(one, name, at)
      else if (shape.isOwnParameter(one)) marks.whole(one, at)
      else {
        const property = checker.getPropertyOfType(one, name)
        if (property) marks.touch(property)
        // A name that only an index signature has.
        else if (checker.getIndexInfosOfType(one).length > 0 && !checker.isArrayLikeType(one)) marks.whole(one, at)
      }
    }
  }

  /** The names that a key may be; undefined when that is open. */
  function keysOf(key: ts.Type): readonly string[] | undefined {
    const all = key.isUnion() ? key.types : [key]
    const isIndex = all.every(({ flags }) => flags & ts.TypeFlags.NumberLike)
    if (isIndex) return []
    const names = all.flatMap((one) => (one.isStringLiteral() || one.isNumberLiteral() ? [String(one.value)] : []))
    return names.length === all.length ? names : undefined
  }

  function pattern(node: ts.ObjectBindingPattern): void {
    const type = typeOf(node)
    for (const { dotDotDotToken, propertyName, name } of node.elements) {
      const key = propertyName ?? name
      if (dotDotDotToken) marks.whole(type, node)
      else if (ts.isIdentifier(key) || ts.isStringLiteral(key) || ts.isNumericLiteral(key))
        readName(type, key.text, node)
      else if (ts.isComputedPropertyName(key)) readKeys(type, key, node)
    }
  }

  function readKeys(type: ts.Type, { expression }: ts.ComputedPropertyName, at: ts.Node): void {
    const names = keysOf(typeOf(expression))
    if (names === undefined) marks.whole(type, at)
    for (const name of names ?? []) readName(type, name, at)
  }

  /** `({ id } = order)`. */
  function isTarget(node: ts.ObjectLiteralExpression): boolean {
    const { parent } = node
    if (ts.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent)
    if (ts.isForOfStatement(parent)) return parent.initializer === node
    if (ts.isParenthesizedExpression(parent)) return false
    return (
      (ts.isPropertyAssignment(parent) && ts.isObjectLiteralExpression(parent.parent) && isTarget(parent.parent)) ||
      (ts.isArrayLiteralExpression(parent) && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent)
    )
  }

  /** What is taken apart into places that exist already may be anything by then. */
  function assigned(node: ts.ObjectLiteralExpression): void {
    const { parent } = node
    if (ts.isBinaryExpression(parent)) marks.whole(typeOf(parent.right), node)
    else if (ts.isForOfStatement(parent)) marks.whole(typeOf(parent.expression), node)
  }

  function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
    return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
  }

  function place(node: ts.Expression, type: ts.Type): void {
    const { parent } = node
    const as = (target: ts.Type): void => flow(type, target, node)
    if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return
    if (ts.isCallLikeExpression(parent)) return
    if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent) || ts.isTypeOfExpression(parent)) return
    if (ts.isIfStatement(parent) || ts.isIterationStatement(parent, false)) return loop(node, parent, type)
    if (ts.isSwitchStatement(parent) || ts.isCaseClause(parent) || ts.isPrefixUnaryExpression(parent)) return
    if (ts.isDeleteExpression(parent) || ts.isArrayBindingPattern(parent)) return
    if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return
    if (ts.isSatisfiesExpression(parent)) return
    if (ts.isAwaitExpression(parent)) return
    if (ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent)) return as(typeOf(parent))
    if (ts.isBinaryExpression(parent)) return operand(node, parent, type)
    if (ts.isConditionalExpression(parent)) return parent.condition === node ? undefined : as(typeOf(parent))
    if (ts.isArrayLiteralExpression(parent)) return element(parent, type, node)
    if (ts.isSpreadElement(parent)) return spread(parent, type, node)
    if (ts.isSpreadAssignment(parent)) return marks.whole(type, node)
    if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) return member(parent, type, node)
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isParameter(parent))
      return parent.type || ts.isPropertyDeclaration(parent) || ts.isParameter(parent) ? as(typeOf(parent)) : undefined
    if (ts.isBindingElement(parent)) return as(typeOf(parent))
    if (ts.isReturnStatement(parent)) return returned(node, type)
    if (ts.isArrowFunction(parent)) return returned(node, type)
    if (ts.isYieldExpression(parent)) return yielded(parent, type, node)
    if (ts.isExportAssignment(parent) || ts.isExpressionWithTypeArguments(parent)) return
    if (ts.isJsxExpression(parent)) return
    marks.whole(type, node)
  }

  function loop(node: ts.Expression, parent: ts.Statement, type: ts.Type): void {
    if (ts.isForInStatement(parent)) marks.whole(type, node)
    if (!ts.isForOfStatement(parent) || parent.expression !== node) return
    // A variable that is there already may be of any type.
    if (!ts.isVariableDeclarationList(parent.initializer) && !ts.isObjectLiteralExpression(parent.initializer))
      marks.whole(type, node)
  }

  function operand(node: ts.Expression, parent: ts.BinaryExpression, type: ts.Type): void {
    const { operatorToken, left, right } = parent
    const { SyntaxKind } = ts
    switch (operatorToken.kind) {
      case SyntaxKind.EqualsToken:
      case SyntaxKind.QuestionQuestionEqualsToken:
      case SyntaxKind.BarBarEqualsToken:
      case SyntaxKind.AmpersandAmpersandEqualsToken:
        if (node === right && !ts.isObjectLiteralExpression(left)) {
          if (ts.isArrayLiteralExpression(left)) marks.whole(type, node)
          else flow(type, declaredType(left), node)
        }
        return
      case SyntaxKind.QuestionQuestionToken:
      case SyntaxKind.BarBarToken:
      case SyntaxKind.AmpersandAmpersandToken:
        flow(type, typeOf(parent), node)
        return
      case SyntaxKind.CommaToken:
      case SyntaxKind.EqualsEqualsToken:
      case SyntaxKind.EqualsEqualsEqualsToken:
      case SyntaxKind.ExclamationEqualsToken:
      case SyntaxKind.ExclamationEqualsEqualsToken:
      case SyntaxKind.InstanceOfKeyword:
        return
      case SyntaxKind.InKeyword:
        if (node !== right) return
        readIn(typeOf(left), type, node)
        return
      default:
        marks.whole(type, node)
    }
  }

  function readIn(key: ts.Type, type: ts.Type, at: ts.Node): void {
    const names = keysOf(key)
    if (names === undefined || names.length === 0) marks.whole(type, at)
    for (const name of names ?? []) readName(type, name, at)
  }

  /** The type that a place was declared with: at this very point it may have been narrowed by what was assigned before. */
  function declaredType(left: ts.Expression): ts.Type {
    const symbol = checker.getSymbolAtLocation(left)
    return symbol ? checker.getTypeOfSymbol(symbol) : typeOf(left)
  }

  function element(parent: ts.ArrayLiteralExpression, type: ts.Type, node: ts.Node): void {
    const elements = checker.getTypeArguments(typeOf(parent) as ts.TypeReference)
    if (elements.includes(type)) return
    const target =
      elements.find((one) => one.isUnion() && one.types.includes(type)) ??
      elements[parent.elements.indexOf(node as ts.Expression)] ??
      elements[0]
    if (target) flow(type, target, node)
    else marks.whole(type, node)
  }

  /** In an array it only moves elements; in a call nobody knows where they end. */
  function spread(parent: ts.SpreadElement, type: ts.Type, node: ts.Node): void {
    if (!ts.isArrayLiteralExpression(parent.parent)) return marks.whole(type, node)
    const targets = checker.getTypeArguments(typeOf(parent.parent) as ts.TypeReference)
    const elements = checker.getTypeArguments(type as ts.TypeReference)
    if (
      !elements.every(
        (one) =>
          !shape.holds(one) ||
          targets.some((target) => target === one || (target.isUnion() && target.types.includes(one))),
      )
    )
      marks.whole(type, node)
  }

  function member(parent: ts.ObjectLiteralElementLike, type: ts.Type, node: ts.Node): void {
    const symbol = parent.name && checker.getSymbolAtLocation(parent.name)
    if (symbol && !ts.isShorthandPropertyAssignment(parent)) flow(type, checker.getTypeOfSymbol(symbol), node)
  }

  function returned(node: ts.Expression, type: ts.Type): void {
    const container = ts.findAncestor(node.parent, ts.isFunctionLike)
    const signature = container && checker.getSignatureFromDeclaration(container)
    if (!signature) return marks.whole(type, node)
    const declared = signature.getReturnType()
    if (declared.flags & ts.TypeFlags.Void) return
    const isGenerator = 'asteriskToken' in container && container.asteriskToken !== undefined
    if (isGenerator) return marks.whole(type, node)
    const isAsync = (ts.getCombinedModifierFlags(container) & ts.ModifierFlags.Async) !== 0
    if (isAsync) flow(awaited(type), awaited(declared), node)
    else flow(type, declared, node)
  }

  function awaited(type: ts.Type): ts.Type {
    return checker.getAwaitedType(type) ?? type
  }

  function yielded(parent: ts.YieldExpression, type: ts.Type, node: ts.Node): void {
    const container = ts.findAncestor(parent, ts.isFunctionLike)
    const signature = container && checker.getSignatureFromDeclaration(container)
    const [item] = signature ? checker.getTypeArguments(signature.getReturnType() as ts.TypeReference) : []
    if (!item || parent.asteriskToken) return marks.whole(type, node)
    flow(awaited(type), awaited(item), node)
  }

  /** A class is used through what it implements and extends. */
  function heritage(node: ts.ClassLikeDeclaration): void {
    for (const clause of node.heritageClauses ?? []) {
      for (const base of clause.types) flow(typeOf(node), typeOf(base), node)
    }
  }

  /** Types that are made of others by name: without the name they would not compile. */
  function typeNode(node: ts.TypeNode): void {
    if (ts.isIndexedAccessTypeNode(node)) {
      const names = keysOf(typeOf(node.indexType))
      const object = typeOf(node.objectType)
      for (const name of names ?? shape.generatedIn(object).map((one) => one.name)) readName(object, name, node)
    } else if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword) {
      for (const property of shape.generatedIn(typeOf(node.type))) marks.touch(property)
    } else if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Pick') {
      for (const property of shape.generatedIn(typeOf(node))) marks.touch(property)
    }
  }
}
