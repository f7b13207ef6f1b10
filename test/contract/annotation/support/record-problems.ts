import { createProblems, type Problems } from '../../../../src/contract/problem.js'
import { diagnostic } from '../../../../src/diagnostic/index.js'

export interface RecordedProblems extends Problems {
  /** `TK1302 error /x-tenant-scope: message`, in the order of reporting. */
  readonly told: readonly string[]
  /** The help of each. */
  readonly help: readonly (string | undefined)[]
}

/** Problems with pointers instead of positions: for readers that work on plain values. */
export function recordProblems(): RecordedProblems {
  const told: string[] = []
  const help: (string | undefined)[] = []
  return {
    ...createProblems(),
    told,
    help,
    report(code, params, place) {
      const {
        severity,
        message,
        help: advice,
      } = diagnostic(code, params, { help: place.help, severity: place.severity })
      told.push(`${code} ${severity} ${place.at.pointer}: ${message}`)
      help.push(advice)
    },
  }
}

export const here = { document: 'contract.yaml', pointer: '' } as const
