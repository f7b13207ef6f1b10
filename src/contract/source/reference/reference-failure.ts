import type { CodeName, ParamsFor } from '../../../diagnostic/index.js'
import type { Origin } from '../../model/index.js'

/** Why a reference leads nowhere, before it is known where to report it. */
export interface ReferenceFailure {
  readonly kind: 'failure'
  /** How to report it; absent when the document that it leads to has reported problems of its own. */
  readonly problem?: ReferenceProblem
}

export type ReferenceProblem = {
  [Code in CodeName]: { readonly code: Code; readonly params: ParamsFor<Code> } & ProblemExtras
}[CodeName]

interface ProblemExtras {
  readonly help?: string | undefined
  readonly related?: readonly { readonly message: string; readonly at: Origin }[] | undefined
}

export function failure<Code extends CodeName>(
  code: Code,
  params: ParamsFor<Code>,
  extras: ProblemExtras = {},
): ReferenceFailure {
  return { kind: 'failure', problem: { code, params, ...extras } as unknown as ReferenceProblem }
}
