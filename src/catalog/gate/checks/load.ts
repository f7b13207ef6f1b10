import type { Contract } from '../../../contract/model/index.js'
import type { Diagnostic } from '../../../diagnostic/index.js'
import type { GateCheck } from '../../model/index.js'
import { details } from '../details.js'

/** The documents are there, and can be read as one contract. */
export function checkLoad(diagnostics: readonly Diagnostic[], contract: Contract | undefined): GateCheck {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (contract && errors.length === 0) return { name: 'load', outcome: 'passed', message: 'The contract can be read.' }
  const message = 'The contract cannot be read.'
  return { name: 'load', outcome: 'refused', message, ...details(errors.map(lineOf)) }
}

function lineOf({ code, message, span }: Diagnostic): string {
  return span ? `${span.file}:${span.line}:${span.column} ${code} ${message}` : `${code} ${message}`
}
