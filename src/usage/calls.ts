import type { ts } from 'ts-morph'
import type { Flow } from './flow.js'
import { answersIn, type Marks } from './marks.js'
import type { Origin } from './origins.js'
import type { CheckedProgram } from './types.js'

export interface Calls {
  /** What becomes of the arguments of a call. */
  readonly arguments: (node: ts.CallLikeExpression) => void
}

/** Arguments go into parameters that can be looked into, into the language's own containers, or out of sight. */
export function createCalls(
  { ts, checker }: CheckedProgram,
  marks: Marks,
  flow: Flow,
  originOf: (node: ts.Node) => Origin,
): Calls {
  return { arguments: visitCall }

  function visitCall(node: ts.CallLikeExpression): void {
    const given = argumentsOf(node)
    if (given.length === 0) return
    const signature = checker.getResolvedSignature(node)
    const declaration = signature?.declaration
    const origin = declaration ? originOf(declaration) : 'foreign'
    if (signature && declaration && origin === 'own') {
      for (const one of implementationsOf(declaration))
        passTo(given, checker.getSignatureFromDeclaration(one) ?? signature)
    } else if (signature && origin === 'language') passTo(given, signature)
    else if (origin === 'runtime' && signature && isUnwrap(declaration)) unwrapped(given)
    else for (const one of given) if (!ts.isSpreadElement(one)) marks.whole(checker.getTypeAtLocation(one), one)
  }

  function argumentsOf(node: ts.CallLikeExpression): readonly ts.Expression[] {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) return node.arguments ?? []
    if (ts.isTaggedTemplateExpression(node))
      return ts.isTemplateExpression(node.template) ? node.template.templateSpans.map((span) => span.expression) : []
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) return [node.attributes]
    return []
  }

  function passTo(given: readonly ts.Expression[], signature: ts.Signature): void {
    given.forEach((one, index) => {
      if (ts.isSpreadElement(one)) return
      const type = checker.getTypeAtLocation(one)
      const parameter = parameterAt(signature, index)
      if (parameter) flow(type, parameter, one)
      else marks.whole(type, one)
    })
  }

  function parameterAt({ parameters }: ts.Signature, index: number): ts.Type | undefined {
    const last = parameters.at(-1)
    const isRest =
      last?.valueDeclaration !== undefined &&
      ts.isParameter(last.valueDeclaration) &&
      last.valueDeclaration.dotDotDotToken !== undefined
    if (last && isRest && index >= parameters.length - 1) {
      const type = checker.getTypeOfSymbol(last)
      if (!checker.isArrayType(type) && !checker.isTupleType(type)) return type
      const elements = checker.getTypeArguments(type as ts.TypeReference)
      return checker.isTupleType(type) ? elements[index - parameters.length + 1] : elements[0]
    }
    const parameter = parameters[index]
    return parameter && checker.getTypeOfSymbol(parameter)
  }

  /** With overloads, what is called is the one that has a body; its types may say less. */
  function implementationsOf(
    declaration: ts.SignatureDeclaration | ts.JSDocSignature,
  ): readonly ts.SignatureDeclaration[] {
    if (!ts.isFunctionLike(declaration)) return []
    const name = ts.getNameOfDeclaration(declaration)
    const declared = name ? (checker.getSymbolAtLocation(name)?.declarations ?? []) : []
    const built = ts.isConstructorDeclaration(declaration)
      ? declaration.parent.members.filter(ts.isConstructorDeclaration)
      : []
    const others = [...declared, ...built].filter((one) => hasBody(one))
    return [...new Set<ts.SignatureDeclaration>([declaration, ...others])]
  }

  function hasBody(node: ts.Node): node is ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration {
    const isFunction = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
    return (isFunction || ts.isConstructorDeclaration(node)) && node.body !== undefined
  }

  function isUnwrap(declaration: ts.Node | undefined): boolean {
    return declaration !== undefined && ts.isFunctionDeclaration(declaration) && declaration.name?.text === 'unwrap'
  }

  /** It gives the body of a success as it is, and throws everything of any other answer. */
  function unwrapped([answer]: readonly ts.Expression[]): void {
    if (!answer) return
    for (const { body, isSuccess } of answersIn({ checker }, checker.getTypeAtLocation(answer))) {
      if (!isSuccess) marks.whole(body, answer)
    }
  }
}
