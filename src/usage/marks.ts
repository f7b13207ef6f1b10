import type { ts } from 'ts-morph'
import type { Shape } from './shape.js'
import type { CheckedProgram, ClientOperation, Clients, WholeUse } from './types.js'

/** What has been found to be used. It only grows. */
export interface Marks {
  readonly operations: ReadonlySet<ClientOperation>
  readonly isRead: (declaration: ts.Node) => boolean
  /** Read with everything below. */
  readonly isWhole: (declaration: ts.Node) => boolean
  /** Places where something went out of sight. */
  readonly places: readonly WholeUse[]
  /** A property or a function was named. */
  readonly touch: (symbol: ts.Symbol | undefined) => void
  /** A value went out of sight: all that can be got at from it is used. */
  readonly whole: (type: ts.Type, at?: ts.Node) => void
  /** A type parameter stands for a type somewhere. */
  readonly bind: (parameter: ts.Type, type: ts.Type) => void
}

export function createMarks({ ts, checker }: CheckedProgram, clients: Clients, shape: Shape): Marks {
  const operations = new Set<ClientOperation>()
  const reads = new Set<ts.Node>()
  const wholes = new Set<ts.Node>()
  const gone = new Set<ts.Type>()
  const bound = new Map<ts.Type, Set<ts.Type>>()
  const places: WholeUse[] = []

  return {
    operations,
    isRead: (declaration) => reads.has(declaration),
    isWhole: (declaration) => wholes.has(declaration),
    places,
    touch,
    whole,
    bind,
  }

  function touch(symbol: ts.Symbol | undefined): void {
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    for (const declaration of target?.declarations ?? []) {
      if (!clients.has(declaration)) continue
      reads.add(declaration)
      const operation = clients.operationOf(declaration)
      if (operation) use(operation)
    }
  }

  function use(operation: ClientOperation): void {
    if (operations.has(operation)) return
    operations.add(operation)
    if (operation.paging.length === 0) return
    // The runtime walks through pages by itself, and throws what is none.
    for (const answer of answersOf(operation)) {
      const { body, isSuccess } = answer
      if (!isSuccess) whole(body)
      for (const names of operation.paging) readAt(body, names)
    }
  }

  function answersOf({ calls }: ClientOperation): readonly { readonly body: ts.Type; readonly isSuccess: boolean }[] {
    return calls.flatMap((call) => {
      const answer = answerOf({ checker }, call)
      return answer ? answersIn({ checker }, answer) : []
    })
  }

  function readAt(type: ts.Type, [name, ...rest]: readonly string[]): void {
    if (name === undefined) return
    for (const one of type.isUnionOrIntersection() ? type.types : [type]) {
      const property = one.getProperty(name)
      if (!property) continue
      touch(property)
      readAt(checker.getTypeOfSymbol(property), rest)
    }
  }

  function whole(type: ts.Type, at?: ts.Node): void {
    if (!shape.holds(type)) return
    if (at) note(at)
    const pending = [type]
    for (let one = pending.pop(); one; one = pending.pop()) {
      if (gone.has(one) || !shape.holds(one)) continue
      gone.add(one)
      for (const property of shape.generatedIn(one)) {
        touch(property)
        for (const declaration of property.declarations ?? []) wholes.add(declaration)
      }
      pending.push(...shape.partsOf(one), ...(bound.get(one) ?? []))
    }
  }

  function bind(parameter: ts.Type, type: ts.Type): void {
    const types = bound.get(parameter) ?? new Set()
    bound.set(parameter, types.add(type))
    if (gone.has(parameter)) whole(type)
  }

  function note(at: ts.Node): void {
    const file = at.getSourceFile()
    const { line, character } = file.getLineAndCharacterOfPosition(at.getStart())
    places.push({ file: file.fileName, line: line + 1, column: character + 1 })
  }
}

/** The bodies of all answers that a `Result`, or a union of them, stands for. */
export function answersIn(
  { checker }: Pick<CheckedProgram, 'checker'>,
  type: ts.Type,
): readonly { readonly body: ts.Type; readonly isSuccess: boolean }[] {
  return (type.isUnion() ? type.types : [type]).flatMap((result) => {
    const [body, status] = ['body', 'status'].map((name) => result.getProperty(name))
    if (!body || !status) return []
    const codes = checker.getTypeOfSymbol(status)
    const isSuccess = (codes.isUnion() ? codes.types : [codes]).every(
      (code) => code.isNumberLiteral() && Math.floor(code.value / 100) === 2,
    )
    return [{ body: checker.getTypeOfSymbol(body), isSuccess }]
  })
}

/** What a generated function answers with. */
export function answerOf(
  { checker }: Pick<CheckedProgram, 'checker'>,
  call: ts.FunctionDeclaration,
): ts.Type | undefined {
  const signature = checker.getSignatureFromDeclaration(call)
  return signature && checker.getAwaitedType(signature.getReturnType())
}
