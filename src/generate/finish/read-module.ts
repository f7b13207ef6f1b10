import type { ts as TypeScript } from 'ts-morph'

export type Compiler = typeof TypeScript

/** What one generated module does, as TypeScript itself reads it. */
export interface ModuleFacts {
  readonly syntaxErrors: readonly string[]
  readonly exports: readonly string[]
  readonly imports: readonly { readonly from: string; readonly names: readonly string[] }[]
  /** Names that the module binds anywhere: imports, declarations, parameters, locals. */
  readonly bound: ReadonlySet<string>
  /** For each call, the name that its callee begins with; `?` when it begins with something else. */
  readonly calls: readonly string[]
  /** Constructs that no view ever writes. */
  readonly oddities: readonly string[]
}

/** Parses a module and walks it once, with a stack of its own: types nest deep. */
export function readModule(ts: Compiler, path: string, text: string): ModuleFacts {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS)
  const { parseDiagnostics = [] } = source as { readonly parseDiagnostics?: readonly TypeScript.Diagnostic[] }
  const exports: string[] = []
  const imports: { from: string; names: string[] }[] = []
  const bound = new Set<string>()
  const calls: string[] = []
  const oddities = new Set<string>()

  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) imports.push(importOf(ts, statement))
    else if (isExpected(ts, statement)) {
      const names = declaredNames(ts, statement)
      for (const name of names) bound.add(name)
      const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
      if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) exports.push(...names)
    } else oddities.add(kindName(ts, statement))
  }
  for (const { names } of imports) for (const name of names) bound.add(name)

  const stack: TypeScript.Node[] = [...source.statements]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (ts.isCallExpression(node)) calls.push(rootName(ts, node.expression))
    else if (ts.isParameter(node) || ts.isVariableDeclaration(node)) addBinding(ts, node.name, bound)
    else if (ts.isFunctionDeclaration(node) && node.name) bound.add(node.name.text)
    else if (isOdd(ts, node)) oddities.add(kindName(ts, node))
    ts.forEachChild(node, (child) => void stack.push(child))
  }
  return {
    syntaxErrors: parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    exports,
    imports,
    bound,
    calls,
    oddities: [...oddities],
  }
}

function isExpected(ts: Compiler, statement: TypeScript.Statement): boolean {
  return (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    (ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0)
  )
}

/** Code from text, code from elsewhere, and what builds a value by running something that is not a plain call. */
function isOdd(ts: Compiler, node: TypeScript.Node): boolean {
  return (
    ts.isTaggedTemplateExpression(node) ||
    ts.isClassLike(node) ||
    ts.isDecorator(node) ||
    ts.isImportTypeNode(node) ||
    ts.isMetaProperty(node) ||
    ts.isExportAssignment(node) ||
    ts.isModuleDeclaration(node) ||
    (ts.isNewExpression(node) && !harmless.has(rootName(ts, node.expression)))
  )
}

/** The enum of kinds also has markers, such as `FirstStatement`, that share a number with a kind. */
function kindName(ts: Compiler, { kind }: TypeScript.Node): string {
  const names = Object.entries(ts.SyntaxKind).filter(([name, value]) => value === kind && !/^(?:First|Last)/.test(name))
  return names[0]?.[0] ?? String(kind)
}

const harmless: ReadonlySet<string> = new Set(['Map', 'RegExp', 'Set'])

function importOf(ts: Compiler, { moduleSpecifier, importClause }: TypeScript.ImportDeclaration) {
  const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '?'
  const bindings = importClause?.namedBindings
  // An import for its effects, a default one and a namespace are never written: `*` matches no planned name.
  const isNamed = bindings !== undefined && ts.isNamedImports(bindings) && importClause?.name === undefined
  return { from, names: isNamed ? bindings.elements.map(({ name }) => name.text) : ['*'] }
}

function declaredNames(ts: Compiler, statement: TypeScript.Statement): readonly string[] {
  if (!ts.isVariableStatement(statement)) {
    const { name } = statement as TypeScript.FunctionDeclaration
    return name ? [name.text] : ['?']
  }
  return statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : '?'))
}

function addBinding(ts: Compiler, name: TypeScript.BindingName, bound: Set<string>): void {
  if (ts.isIdentifier(name)) bound.add(name.text)
  else for (const element of name.elements) if (ts.isBindingElement(element)) addBinding(ts, element.name, bound)
}

/** `transport` of `transport.call(..)`. */
function rootName(ts: Compiler, callee: TypeScript.Expression): string {
  let node: TypeScript.Expression = callee
  for (;;) {
    if (ts.isIdentifier(node)) return node.text
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) node = node.expression
    else if (ts.isCallExpression(node) || ts.isNonNullExpression(node)) node = node.expression
    else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) node = node.expression
    else return '?'
  }
}
