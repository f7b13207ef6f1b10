import { posix } from 'node:path'
import ts from 'typescript'
import type { OutputFile } from '../../../src/generate/index.js'

/** Globals that generated code may call or make. */
const globals = new Set([
  'Array',
  'JSON',
  'Math',
  'Number',
  'Object',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'Map',
  'Error',
])

const statements = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
])

/**
 * What is wrong with files that should hold nothing but what the plan asked for: syntax errors, statements that run when a
 * module is loaded, calls of what the module neither declares nor imports, imports from elsewhere, the word `CANARY` as code,
 * paths that lead out.
 */
export function suspicions(files: readonly OutputFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path))
  return files.flatMap((file) => suspicionsIn(file, paths).map((what) => `${JSON.stringify(file.path)}: ${what}`))
}

function suspicionsIn({ path, text }: OutputFile, paths: ReadonlySet<string>): readonly string[] {
  const found: string[] = []
  if (!isInside(path)) found.push('leads out of the folder')
  if (/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/.test(text))
    found.push('holds control characters')
  if (/<\/script/i.test(text)) found.push('ends a script')
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }
  for (const problem of parseDiagnostics)
    found.push(`syntax: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`)
  for (const statement of source.statements) {
    if (!statements.has(statement.kind)) found.push(`statement: ${statement.getText().slice(0, 80)}`)
  }
  const declared = declaredNames(source)
  visit(source, (node) => {
    if (ts.isIdentifier(node) && node.text === 'CANARY') found.push(`code: ${node.parent.getText().slice(0, 80)}`)
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = rootOf(node.expression)
      if (callee === undefined || !(declared.has(callee) || globals.has(callee)))
        found.push(`call: ${node.getText().slice(0, 80)}`)
    }
    if (ts.isImportDeclaration(node)) {
      const specifier = (node.moduleSpecifier as ts.StringLiteral).text
      const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')
      if (!specifier.startsWith('@tenantkit/runtime/gen1') && !paths.has(target)) found.push(`import: ${specifier}`)
    }
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) found.push('import()')
  })
  return found
}

function isInside(path: string): boolean {
  return (
    path !== '' &&
    !path.startsWith('/') &&
    !/[\\:\0]/.test(path) &&
    posix.normalize(path) === path &&
    !path.startsWith('..')
  )
}

/** Everything that the module gives a name to, wherever. */
function declaredNames(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  visit(source, (node) => {
    if (ts.isImportSpecifier(node) || ts.isFunctionDeclaration(node)) names.add(node.name?.text ?? '')
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name))
      names.add(node.name.text)
  })
  return names
}

/** `a` of `a`, `a.b` and `a[0].b`. */
function rootOf(expression: ts.Expression): string | undefined {
  let root = expression
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root) || ts.isNonNullExpression(root))
    root = root.expression
  if (ts.isCallExpression(root) || ts.isNewExpression(root)) return rootOf(root.expression)
  if (ts.isRegularExpressionLiteral(root)) return 'RegExp'
  if (ts.isArrayLiteralExpression(root)) return 'Array'
  return ts.isIdentifier(root) ? root.text : undefined
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}
