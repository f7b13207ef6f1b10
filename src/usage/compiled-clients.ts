import { posix } from 'node:path'
import type { ts } from 'ts-morph'
import { isRuntime } from './origins.js'
import type { CheckedProgram } from './types.js'

/**
 * Folders of generated clients that the program has only the declarations of: what their functions call is not there to be
 * read. Known by what every client takes from the surface for generated code.
 */
export function compiledClients({ ts, program }: Pick<CheckedProgram, 'ts' | 'program'>): readonly string[] {
  const files = program.getSourceFiles().filter((file) => file.isDeclarationFile && !isRuntime(file.fileName))
  const folders = files.filter((file) => file.statements.some(takesTransport)).map(({ fileName }) => folderOf(fileName))
  return [...new Set(folders)].sort()

  function takesTransport(statement: ts.Statement): boolean {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return false
    const names = statement.importClause?.namedBindings
    return (
      statement.moduleSpecifier.text === '@tenantkit/runtime/gen1' &&
      names !== undefined &&
      ts.isNamedImports(names) &&
      names.elements.some(({ name, propertyName }) => (propertyName ?? name).text === 'Transport')
    )
  }
}

/** A client stands in one file, and its operations in a folder beside it. */
function folderOf(file: string): string {
  const folder = posix.dirname(file)
  return posix.basename(folder) === 'operations' ? posix.dirname(folder) : folder
}
