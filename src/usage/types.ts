import type { ts } from 'ts-morph'

export type TypeScript = typeof ts

/** A program that has been checked without an error, so that its types can be relied on. */
export interface CheckedProgram {
  readonly ts: TypeScript
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  /** What is looked through: the user's own sources, the generated ones among them. */
  readonly files: readonly ts.SourceFile[]
}

/** An operation of a generated client. */
export interface ClientOperation {
  readonly id: string
  /** Folder of the client. */
  readonly folder: string
  /** The function or functions that call it; their results are its answers. */
  readonly calls: readonly ts.FunctionDeclaration[]
  /** Names on the way to each field that the runtime reads to get from page to page. */
  readonly paging: readonly (readonly string[])[]
}

/** Everything generated that takes part in a program. */
export interface Clients {
  readonly operations: readonly ClientOperation[]
  /** What a declaration calls: a function of `operations/`, or a member of a client. */
  readonly operationOf: (declaration: ts.Node) => ClientOperation | undefined
  /** Whether a declaration is generated. */
  readonly has: (declaration: ts.Node) => boolean
}

/** Why something counts as read as a whole. */
export interface WholeUse {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly column: number
}

export interface OperationUsage {
  readonly operation: string
  /** Dotted paths, sorted; absent: all of them. */
  readonly fields?: readonly string[]
}

export interface ClientUsage {
  /** Folder of the client. */
  readonly folder: string
  /** Sorted by id; none when no operation is used. */
  readonly operations: readonly OperationUsage[]
}
