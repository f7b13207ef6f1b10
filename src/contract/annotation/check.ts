import type { Contract } from '../model/index.js'
import type { Problems } from '../problem.js'
import { isAbove } from './category.js'
import { checkOperation, checkReferences } from './check-operation.js'
import { checkResidency } from './check-residency.js'
import { coverageOf, percent } from './coverage.js'
import { type EffectiveClassification, effectiveClassification } from './effective.js'

export interface CheckOptions {
  /** Unclassified fields are an error. Default: false. */
  readonly strict?: boolean
}

/** Checks what can be judged only when the whole contract has been read. */
export function checkAnnotations(contract: Contract, problems: Problems, options: CheckOptions = {}): void {
  const effective = effectiveClassification(contract)
  checkLowered(effective, problems)
  checkCeilings(contract, effective, problems)
  const ids = new Set(contract.operations.map(({ id }) => id))
  for (const operation of contract.operations) checkOperation(contract, operation, effective, problems)
  checkReferences(contract, effective.resolved.annotated, ids, problems)
  checkResidency(contract, problems)
  reportUnclassified(contract, effective, options.strict === true, problems)
}

function checkLowered({ resolved }: EffectiveClassification, problems: Problems): void {
  for (const { schema, container } of resolved.lowered) {
    const declared = schema.classification
    if (!declared?.value.sensitivity || !container.sensitivity) continue
    const params = { sensitivity: declared.value.sensitivity, container: container.sensitivity }
    problems.report('TK1310', params, { at: declared.at })
  }
}

function checkCeilings(contract: Contract, effective: EffectiveClassification, problems: Problems): void {
  for (const schema of effective.resolved.annotated) {
    const ceiling = schema.classification?.value.ceiling
    if (!schema.classification || ceiling === undefined) continue
    const { sensitivity } = effective.reach(schema)
    if (sensitivity === undefined || !isAbove(sensitivity, ceiling)) continue
    problems.report('TK1311', { ceiling, sensitivity }, { at: schema.classification.at })
  }
  for (const { id, governance } of contract.operations) {
    const ceiling = governance.classification?.value.ceiling
    if (!governance.classification || ceiling === undefined) continue
    const classes = effective.operations.get(id)
    if (!classes) continue
    for (const { sensitivity } of [classes.request, classes.response]) {
      if (sensitivity === undefined || !isAbove(sensitivity, ceiling)) continue
      problems.report('TK1311', { ceiling, sensitivity }, { at: governance.classification.at })
    }
  }
}

function reportUnclassified(
  contract: Contract,
  { resolved }: EffectiveClassification,
  strict: boolean,
  problems: Problems,
): void {
  if (contract.dataPolicy.unclassified === 'allow' || !(strict || problems.isTold('TK1312'))) return
  const { fields, classified } = coverageOf(contract, resolved)
  if (classified === fields) return
  const params = { unclassified: fields - classified, fields, percent: percent(classified, fields) }
  problems.report('TK1312', params, { at: contract.at, severity: strict ? 'error' : undefined })
}
