import type { ts } from 'ts-morph'
import { tokensOf } from '../util/json-pointer.js'
import type { CheckedProgram, ClientOperation, Clients } from './types.js'

interface Found {
  readonly id: string
  readonly folder: string
  readonly calls: ts.FunctionDeclaration[]
  readonly paging: readonly (readonly string[])[]
}

/**
 * Finds the operations of generated clients by what the generator writes: constants of `ClientOperation`, the functions that
 * pass them to the transport, and the objects that have these functions as members.
 *
 * @param folders of generated code, absolute, with `/`.
 */
export function findClients({ ts, files }: CheckedProgram, folders: readonly string[]): Clients {
  const generated = new Map<ts.SourceFile, string>()
  for (const file of files) {
    const folder = folders.find((candidate) => file.fileName.startsWith(`${candidate}/`))
    if (folder !== undefined) generated.set(file, folder)
  }
  const byDeclaration = new Map<ts.Node, Found>()
  const operations: Found[] = []
  for (const [file, folder] of generated) {
    if (file.fileName.startsWith(`${folder}/operations/`)) readOperations(file, folder)
  }
  return {
    operations,
    operationOf: (declaration): ClientOperation | undefined => byDeclaration.get(declaration),
    has: (declaration) => generated.has(declaration.getSourceFile()),
  }

  function readOperations(file: ts.SourceFile, folder: string): void {
    const constants = new Map<string, Found>()
    const functions = new Map<string, Found>()
    for (const { name, value } of constantsOf(file)) {
      const id = textAt(value, 'id')
      if (id === undefined || textAt(value, 'method') === undefined) continue
      const found: Found = { id, folder, calls: [], paging: pagingOf(value) }
      constants.set(name, found)
      operations.push(found)
    }
    const resources: ts.FunctionDeclaration[] = []
    for (const statement of file.statements) {
      if (!ts.isFunctionDeclaration(statement) || !statement.name || !statement.body) continue
      const found = firstOf(statement.body, constants)
      if (found && !returnsObject(statement)) {
        found.calls.push(statement)
        functions.set(statement.name.text, found)
        byDeclaration.set(statement, found)
      } else resources.push(statement)
    }
    for (const resource of resources) readMembers(file, resource, new Map([...functions, ...constants]))
  }

  /** The object that `createXResource` returns has the members of the interface that it is said to return. */
  function readMembers(file: ts.SourceFile, resource: ts.FunctionDeclaration, known: ReadonlyMap<string, Found>): void {
    const type = resource.type && ts.isTypeReferenceNode(resource.type) ? resource.type.typeName.getText() : undefined
    const declared = file.statements.find(
      (statement): statement is ts.InterfaceDeclaration =>
        ts.isInterfaceDeclaration(statement) && statement.name.text === type,
    )
    const returned = resource.body?.statements.find(ts.isReturnStatement)?.expression
    if (!declared || !returned || !ts.isObjectLiteralExpression(returned)) return
    for (const property of returned.properties) {
      if (!ts.isPropertyAssignment(property)) continue
      const found = firstOf(property.initializer, known)
      const member = declared.members.find((one) => one.name?.getText() === property.name.getText())
      if (found && member) byDeclaration.set(member, found)
    }
  }

  function* constantsOf(file: ts.SourceFile): Generator<{ name: string; value: ts.ObjectLiteralExpression }> {
    for (const statement of file.statements) {
      if (!ts.isVariableStatement(statement)) continue
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer && ts.isObjectLiteralExpression(initializer))
          yield { name: name.text, value: initializer }
      }
    }
  }

  function valueAt(object: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
    const property = object.properties.find((one) => one.name?.getText() === key)
    return property && ts.isPropertyAssignment(property) ? property.initializer : undefined
  }

  function textAt(object: ts.ObjectLiteralExpression, key: string): string | undefined {
    const value = valueAt(object, key)
    return value && ts.isStringLiteral(value) ? value.text : undefined
  }

  function pagingOf(operation: ts.ObjectLiteralExpression): readonly (readonly string[])[] {
    const pagination = valueAt(operation, 'pagination')
    if (!pagination || !ts.isObjectLiteralExpression(pagination)) return []
    return ['next', 'more', 'items'].flatMap((key) => {
      const pointer = textAt(pagination, key)
      return pointer === undefined ? [] : [tokensOf(pointer)]
    })
  }

  function returnsObject({ body }: ts.FunctionDeclaration): boolean {
    const returned = body?.statements.find(ts.isReturnStatement)?.expression
    return returned !== undefined && ts.isObjectLiteralExpression(returned)
  }

  function firstOf(node: ts.Node, known: ReadonlyMap<string, Found>): Found | undefined {
    if (ts.isIdentifier(node)) return known.get(node.text)
    return ts.forEachChild(node, (child) => firstOf(child, known))
  }
}
