import type { Contract, Governance, Operation, Origin, Pathway, Schema } from '../model/index.js'
import type { Problems } from '../problem.js'
import { categoryName, isAbove } from './category.js'
import { type EffectiveClassification, type OperationClasses, sensitivityOf } from './effective.js'

/** What the scope of an operation asks of it. */
export function checkOperation(
  contract: Contract,
  operation: Operation,
  effective: EffectiveClassification,
  problems: Problems,
): void {
  const scope = operation.governance.scope
  const classes = () => effective.operations.get(operation.id)
  if (scope?.value.scope === 'cross-tenant') checkCrossTenant(contract, operation, classes(), problems)
  if (scope?.value.scope === 'public') checkPublic(operation, classes(), problems)
  const flow = operation.governance.dataFlow
  if (flow?.value.pathway !== undefined && !contract.pathways.has(flow.value.pathway)) {
    problems.report('TK1315', { pathway: flow.value.pathway }, { at: flow.at })
  }
}

function checkCrossTenant(
  contract: Contract,
  operation: Operation,
  classes: OperationClasses | undefined,
  problems: Problems,
): void {
  const scope = operation.governance.scope
  if (!scope) return
  const { justification, pathways = [] } = scope.value
  const missing = [justification === undefined ? 'a justification' : [], pathways.length === 0 ? 'pathways' : []].flat()
  if (missing.length > 0) {
    problems.report('TK1314', { operation: operation.id, missing: missing.join(' and ') }, { at: scope.at })
  }
  for (const id of pathways) {
    const pathway = contract.pathways.get(id)
    if (!pathway) problems.report('TK1315', { pathway: id }, { at: scope.at })
    else if (classes) checkPathway(operation, pathway, classes, scope.at, problems)
  }
}

/** Every pathway of an operation must allow all that it carries: which one a call takes is known only then. */
function checkPathway(
  operation: Operation,
  pathway: Pathway,
  classes: OperationClasses,
  at: Origin,
  problems: Problems,
): void {
  const report = (found: string) =>
    problems.report('TK1316', { operation: operation.id, found, pathway: pathway.id }, { at })
  const sensitivity = sensitivityOf(classes)
  if (pathway.ceiling && sensitivity && isAbove(sensitivity, pathway.ceiling)) report(`${sensitivity} data`)
  if (!pathway.categories) return
  const allowed = new Set(pathway.categories.map(categoryName))
  const carried = new Set([...classes.request.categories, ...classes.response.categories])
  for (const category of carried) if (!allowed.has(category)) report(`data of category \`${category}\``)
}

/** A response reaches anybody. A request may bring what is not public, a password for instance; that is worth a look. */
function checkPublic(operation: Operation, classes: OperationClasses | undefined, problems: Problems): void {
  if (!classes) return
  for (const direction of ['request', 'response'] as const) {
    const { sensitivity } = classes[direction]
    if (sensitivity === undefined || sensitivity === 'public') continue
    const severity = direction === 'request' && operation.kind === 'http' ? 'warning' : undefined
    problems.report(
      'TK1317',
      { operation: operation.id, direction, sensitivity },
      { at: operation.governance.scope?.at ?? operation.at, severity },
    )
  }
}

/** Operations that annotations name must exist. */
export function checkReferences(
  contract: Contract,
  schemas: readonly Schema[],
  ids: ReadonlySet<string>,
  problems: Problems,
): void {
  const messages = contract.channels.flatMap(({ messages }) => messages)
  const governed = [contract, ...contract.operations, ...contract.channels, ...messages].map((node) => node.governance)
  for (const { compensatedBy } of governed) {
    if (compensatedBy) requireOperation('x-compensated-by', compensatedBy.value, compensatedBy.at)
  }
  for (const { retention } of [...governed, ...schemas] as readonly Pick<Governance, 'retention'>[]) {
    const operation = retention?.value.erasure?.operationId
    if (retention && operation !== undefined) requireOperation('x-data-retention', operation, retention.at)
  }

  function requireOperation(extension: string, operation: string, at: Origin): void {
    if (!ids.has(operation)) problems.report('TK1318', { extension, operation }, { at })
  }
}
