import type { Contract, Governance, Operation, SecurityRequirement } from '../../../contract/model/index.js'
import type { PartStatement } from '../../model/index.js'
import { clip, lengths } from './clip.js'

const mostNamed = 50

/** What is declared of an operation beside its data, whoever declared it: itself, or what stands above it. */
export function statementsOf(operation: Operation, contract: Contract): readonly PartStatement[] {
  const { governance } = operation
  const said: readonly (readonly [string, string | undefined])[] = [
    ['Credentials', securityText(operation, contract)],
    ['Tenant scope', scopeText(governance)],
    ['Idempotency', idempotencyText(governance)],
    ['Residency', residencyText(governance)],
    ['Retention', retentionText(governance)],
    ['Lifecycle', lifecycleText(governance)],
    ['Resilience', resilienceText(governance)],
    ['Undone by', governance.compensatedBy?.value],
    ['Purpose', governance.dataFlow?.value.purpose],
    ['Pathway', governance.dataFlow?.value.pathway],
  ]
  return [
    ...said.flatMap(([name, text]) => (text === undefined ? [] : [{ name, text: clip(text, lengths.line) }])),
    ...flowStatements(governance),
  ]
}

function securityText({ security, kind }: Operation, contract: Contract): string | undefined {
  if (security.length === 0) return kind === 'http' ? 'none are asked for' : undefined
  return security
    .slice(0, mostNamed)
    .map((requirement) => requirementText(requirement, contract))
    .join(', or ')
}

function requirementText({ schemes }: SecurityRequirement, { securitySchemes }: Contract): string {
  if (schemes.size === 0) return 'none'
  return [...schemes]
    .map(([name, scopes]) => {
      const kind = securitySchemes.get(name)?.type
      const asked = scopes.length > 0 ? ` with ${scopes.join(', ')}` : ''
      return `${name}${kind === undefined ? '' : ` (${kind})`}${asked}`
    })
    .join(' and ')
}

function scopeText({ scope }: Governance): string | undefined {
  if (!scope) return undefined
  const { scope: name, isolation, pathways = [], justification } = scope.value
  const more = sentence([
    isolation && `isolated by ${isolation}`,
    pathways.length > 0 ? `by the pathway ${pathways.join(', ')}` : undefined,
    justification,
  ])
  // The name alone stands in its badge.
  return more === '' ? undefined : `${name}, ${more}`
}

function idempotencyText({ idempotency }: Governance): string | undefined {
  if (!idempotency) return undefined
  const { mode, key, ttl, scope } = idempotency.value
  if (mode === 'off') return 'off'
  const by = key.in === 'header' ? `the header ${key.name}` : `${key.pointer} of the body`
  return sentence([mode, `by ${by}`, ttl && `remembered for ${spanText(ttl)}`, `for each ${scope}`])
}

function residencyText({ residency }: Governance): string | undefined {
  if (!residency) return undefined
  const { regions, mode, transfer } = residency.value
  const carried = transfer && `may be carried to ${transfer.to.join(', ')} by ${transfer.mechanism}`
  return sentence([regions.join(', '), mode, carried])
}

function retentionText({ retention }: Governance): string | undefined {
  if (!retention) return undefined
  const { period, from, onExpiry, legalHold, erasure } = retention.value
  return sentence([
    period,
    from && `from ${from}`,
    onExpiry && `then ${onExpiry}`,
    legalHold ? 'unless held by law' : undefined,
    erasure && `erased by ${erasure.operationId ?? erasure.channel ?? 'request'}`,
  ])
}

function lifecycleText({ lifecycle }: Governance): string | undefined {
  if (!lifecycle) return undefined
  const { state, sunset, successor } = lifecycle.value
  const more = sentence([sunset && `until ${sunset}`, successor && `then ${successor}`])
  return more === '' ? undefined : `${state}, ${more}`
}

function resilienceText({ resilience }: Governance): string | undefined {
  if (!resilience) return undefined
  const { timeout, retry, rateLimit, bulkhead, per } = resilience.value
  return sentence([
    timeout && `at most ${spanText(timeout)}`,
    retry && `${retry.attempts} attempts`,
    rateLimit && `${rateLimit.requests} requests in ${spanText(rateLimit.per)}`,
    bulkhead && `${bulkhead} at a time`,
    `for each ${per}`,
  ])
}

/** Contracts that data comes from and goes to; what cannot be one is told as it stands. */
function flowStatements({ dataFlow }: Governance): readonly PartStatement[] {
  return (['reads', 'emits'] as const).flatMap((kind) => {
    const references = (dataFlow?.value[kind] ?? []).slice(0, mostNamed)
    if (references.length === 0) return []
    const contracts = references.flatMap((reference) => {
      const [, namespace, name] = /^([^/@#]{1,100})\/([^/@#]{1,100})(?:[@#]|$)/.exec(reference) ?? []
      return namespace === undefined || name === undefined ? [] : [{ namespace, name }]
    })
    const text = clip(references.join(', '), lengths.line)
    return [{ name: kind === 'reads' ? 'Data comes from' : 'Data goes to', text, contracts }]
  })
}

function sentence(parts: readonly (string | 0 | undefined)[]): string {
  return parts.filter(Boolean).join(', ')
}

/** Milliseconds in the largest unit that measures them in whole numbers. */
function spanText(milliseconds: number): string {
  const [name, size] = units.find(([, length]) => milliseconds % length === 0) ?? ['ms', 1]
  return `${milliseconds / size} ${name}`
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const
