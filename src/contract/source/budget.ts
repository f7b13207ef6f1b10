import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import type { Limits } from './limits.js'

/** What all documents of a contract have used up together. */
export interface Budget {
  readonly limits: Limits
  /** Bytes that the next document may have. */
  bytesLeft(): number
  nodesLeft(): number
  /** Why a document of more than `bytesLeft` is refused. */
  tooLarge(file: string): Diagnostic
  spend(bytes: number, nodes: number): void
  /** Runs a parser and notes how long it takes; the problem when all of them took too long. */
  timed<T>(file: string, parse: () => T): { readonly result: T; readonly problem?: Diagnostic }
}

export function createBudget(limits: Limits, now: () => number): Budget {
  let bytes = 0
  let nodes = 0
  let milliseconds = 0
  return {
    limits,
    bytesLeft: () => Math.max(0, Math.min(limits.documentBytes, limits.totalBytes - bytes)),
    nodesLeft: () => Math.max(0, limits.nodes - nodes),
    tooLarge(file) {
      const isTotal = limits.totalBytes - bytes < limits.documentBytes
      return isTotal
        ? diagnostic('TK1014', { file, limit: limits.totalBytes }, { span: startOf(file) })
        : diagnostic('TK1013', { file, limit: limits.documentBytes }, { span: startOf(file) })
    },
    spend(moreBytes, moreNodes) {
      bytes += moreBytes
      nodes += moreNodes
    },
    timed(file, parse) {
      const start = now()
      const result = parse()
      milliseconds += now() - start
      if (milliseconds <= limits.parseTime) return { result }
      return { result, problem: diagnostic('TK1023', { limit: limits.parseTime }, { span: startOf(file) }) }
    },
  }
}

/** The very start of a file whose text is not there to look at. */
export function startOf(file: string) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
}
