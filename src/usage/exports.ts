import type { ts } from 'ts-morph'
import type { Marks } from './marks.js'
import type { Origin } from './origins.js'
import type { CheckedProgram } from './types.js'

/**
 * What modules export that nobody here imports is there for others, who are not seen: a framework, or users of a library.
 *
 * @param isPublic whether others import a module, although somebody here does, too: by what the package exports.
 */
export function markExports(
  { ts, program, checker, files }: CheckedProgram,
  marks: Marks,
  originOf: (node: ts.Node) => Origin,
  isPublic: (file: string) => boolean,
): void {
  const imported = new Set(files.filter((file) => !isTest(file.fileName)).flatMap(importsOf))
  for (const file of files) {
    if (originOf(file) !== 'own' || (imported.has(file) && !isPublic(file.fileName))) continue
    const module = checker.getSymbolAtLocation(file)
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      if (!(target.flags & ts.SymbolFlags.Value)) continue
      marks.touch(target)
      marks.whole(checker.getTypeOfSymbol(target), target.valueDeclaration)
    }
  }

  function importsOf(file: ts.SourceFile): readonly ts.SourceFile[] {
    const found: ts.SourceFile[] = []
    visit(file)
    return found

    function visit(node: ts.Node): void {
      if (
        ts.isStringLiteralLike(node) &&
        (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) || isImportCall(node.parent))
      ) {
        const [declaration] = checker.getSymbolAtLocation(node)?.declarations ?? []
        if (declaration && ts.isSourceFile(declaration) && program.getSourceFile(declaration.fileName))
          found.push(declaration)
      }
      ts.forEachChild(node, visit)
    }
  }

  function isImportCall(node: ts.Node): boolean {
    return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  }
}

/** Tests import what they test, and that makes nothing private. */
function isTest(file: string): boolean {
  return /\.(test|spec)\.[cm]?[jt]sx?$|\/(__tests__|tests?)\//.test(file)
}
