import type { Contract, Operation, ScopeName } from '../../contract/model/index.js'
import { createProblems, type Problems } from '../../contract/problem.js'
import { unclassified } from '../masking/field-class.js'
import { isClassified } from '../masking/is-classified.js'
import { type MaskedValues, maskedValues, nothingMasked } from '../masking/masked-values.js'
import { responseBodies } from '../masking/response-bodies.js'
import { discriminatorProperties } from '../masking/tags.js'
import { planOperations } from './operations.js'
import { planTypes } from './schemas.js'
import { apiName, planTags } from './tags.js'
import type { Plan, Target } from './types.js'

export interface PlanOptions {
  /** Base name of the contract's file, for the headers of generated files. */
  readonly source: string
  readonly targets: readonly Target[]
  /** Names the client and the server instead of the contract's title. */
  readonly name?: string | undefined
  /** Scope of operations that declare none. Default: `tenant`, the strictest. */
  readonly defaultScope?: ScopeName | undefined
  /** Collects what is found, with what a stage before has found. Default: a new one. */
  readonly problems?: Problems | undefined
}

/** Decides every name, file and branch of the output. Problems stand beside it; they never keep a plan from being made. */
export function createPlan(
  contract: Contract,
  options: PlanOptions,
): { readonly plan: Plan; readonly problems: Problems } {
  const { problems = createProblems() } = options
  const api = apiName(options.name ?? contract.title)
  const operations = planOperations(contract, options.defaultScope ?? 'tenant', problems)
  const tags = planTags(contract, operations, api.pascal)
  const hides = isClassified(contract) || unclassified(contract) !== undefined
  const masked = hides ? maskedValues(contract, responseBodies(contract, tags)) : nothingMasked(contract)
  const { schemas, messages } = planTypes(contract, masked)
  if (hides) reportMaskedTags(contract, masked, problems)
  reportWebhooks(contract, options, problems)
  return {
    plan: {
      contract,
      source: options.source,
      api,
      targets: new Set(options.targets),
      schemas,
      tags,
      masked,
      messages,
      needsTenant: operations.some(({ scope }) => scope === 'tenant' || scope === 'cross-tenant' || scope === 'shared'),
      propagatesTenant: contract.operations.some(declaresScope),
      hasPathways: contract.pathways.size > 0,
    },
    problems,
  }
}

/** A scope that was filled in from a flag says it is inherited, from the operation itself. */
function declaresScope({ governance: { scope }, at }: Operation): boolean {
  if (!scope) return false
  return !scope.inherited || scope.at.pointer !== at.pointer || scope.at.document !== at.document
}

/** Without a discriminator in plain text, nobody can tell the alternatives of a response apart. */
function reportMaskedTags(contract: Contract, masked: MaskedValues, problems: Problems): void {
  for (const tag of discriminatorProperties(contract)) {
    if (masked.of(tag)) problems.report('TK4015', {}, { at: tag.at })
  }
}

function reportWebhooks(contract: Contract, options: PlanOptions, problems: Problems): void {
  if (!options.targets.includes('client') && !options.targets.includes('server')) return
  const [first, ...rest] = contract.operations.filter(
    ({ kind, ...of }) => kind === 'http' && 'role' in of && of.role !== 'path',
  )
  if (first) problems.report('TK4006', { count: 1 + rest.length, operation: first.id }, { at: first.at })
}
