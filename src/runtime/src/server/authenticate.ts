import type { Authentication } from '../auth/index.js'
import { withinHookTime } from './ask-hook.js'
import { type RoutedCall, report } from './call.js'
import { presentedFor } from './credentials.js'
import type { Requirement } from './operation.js'
import type { Proof } from './proof.js'
import { isPending, type Ready, rescued, whenReady } from './ready.js'
import { type Refusal, type RefusalOptions, refuse } from './refusal.js'
import type { Header } from './request.js'
import { conclude, type Steps } from './steps.js'

type Failure = 'missing' | 'refused' | 'scope' | 'unavailable'

interface Failed {
  readonly failure: Failure
  readonly reason: string
}

const nobody: readonly Proof[] = []

/** The proofs of the first alternative that holds; none where the operation lets everybody in. */
export function authenticate(call: RoutedCall): Ready<readonly Proof[] | Refusal> {
  const { security, onlyRequirement } = call.operation
  if (security.length === 0) return nobody
  if (!onlyRequirement) return conclude(proveOne(call))
  // Nearly every operation asks for one scheme: nothing is to be chosen.
  return whenReady(verify(onlyRequirement, call), (answer): readonly Proof[] | Refusal => {
    const proof = proofOf(onlyRequirement, answer)
    return 'failure' in proof ? refusalOf(proof, security) : [proof]
  })
}

function* proveOne(call: RoutedCall): Steps<readonly Proof[] | Refusal> {
  const { security } = call.operation
  // A single alternative shares no scheme with another one.
  const known: Known | undefined = security.length === 1 ? undefined : new Map()
  const failures: Failed[] = []
  let isOpen = false
  for (const alternative of security) {
    if (alternative.length === 0) {
      isOpen = true
      continue
    }
    const proofs = yield* prove(alternative, call, known)
    if (!('failure' in proofs)) return proofs
    failures.push(proofs)
  }
  const worst = order.map((failure) => failures.find((each) => each.failure === failure)).find(Boolean)
  // Credentials that do not hold are refused even where none are asked for: the caller believes in them.
  if (isOpen && (!worst || worst.failure === 'missing')) return nobody
  return refusalOf(worst ?? { failure: 'missing', reason: 'no-credentials' }, security)
}

const order: readonly Failure[] = ['scope', 'unavailable', 'refused', 'missing']

/** What became of each scheme, for alternatives that share one. */
type Known = Map<string, Ready<Authentication | Failed>>

function* prove(
  alternative: readonly Requirement[],
  call: RoutedCall,
  known: Known | undefined,
): Steps<readonly Proof[] | Failed> {
  const proofs: Proof[] = []
  for (const requirement of alternative) {
    const asked = known?.get(requirement.name) ?? verify(requirement, call)
    known?.set(requirement.name, asked)
    const answer = isPending(asked) ? ((yield asked) as Awaited<typeof asked>) : asked
    const proof = proofOf(requirement, answer)
    if ('failure' in proof) return proof
    proofs.push(proof)
  }
  return proofs
}

function proofOf(requirement: Requirement, answer: Authentication | Failed): Proof | Failed {
  if ('failure' in answer) return answer
  if (answer.outcome !== 'authenticated') return { failure: answer.outcome, reason: answer.reason }
  const { scopes } = answer.principal
  return requirement.scopes.every((scope) => scopes.includes(scope))
    ? { requirement, authenticated: answer }
    : { failure: 'scope', reason: 'scope-missing' }
}

function verify(requirement: Requirement, call: RoutedCall): Ready<Authentication | Failed> {
  const presented = presentedFor(requirement, call)
  if (presented === undefined) return { failure: 'missing', reason: 'no-credentials' }
  if (presented === 'malformed') return { failure: 'refused', reason: 'credentials-malformed' }
  const authenticator = call.environment.authenticatorOf(requirement.name)
  if (!authenticator) return { failure: 'refused', reason: 'no-authenticator-for-scheme' }
  // Most tokens have been seen before: nothing is made for those that are known at once.
  try {
    const answer = authenticator.authenticate(presented)
    if (!isPending(answer)) return answer
    const waited = (): Ready<Authentication> => withinHookTime(call, () => answer)
    return rescued<Authentication | Failed>(waited, (error) => unavailable(call, error))
  } catch (error) {
    return unavailable(call, error)
  }
}

function unavailable(call: RoutedCall, error: unknown): Failed {
  report(call, error)
  return { failure: 'unavailable', reason: 'authenticator-failed' }
}

function refusalOf({ failure, reason }: Failed, security: readonly (readonly Requirement[])[]): Refusal {
  if (failure === 'unavailable') {
    return refuse('TK7217', { headers: [['retry-after', '1']], audit: { event: 'dependency-failed', reason } })
  }
  const audit = { event: failure === 'scope' ? 'access-refused' : 'authentication-refused', reason } as const
  const options: RefusalOptions = { headers: challenges(security, failure), audit }
  if (failure === 'scope') return refuse('TK7206', options)
  return refuse(failure === 'refused' ? 'TK7205' : 'TK7204', options)
}

/** RFC 9110, section 11.6.1, and RFC 6750, section 3, for bearer tokens. */
function challenges(security: readonly (readonly Requirement[])[], failure: Failure): readonly Header[] {
  const texts = new Set<string>()
  for (const { scheme, scopes } of security.flat()) {
    const name = scheme.type === 'apiKey' ? 'ApiKey' : scheme.type === 'http' ? schemeName(scheme.scheme) : 'Bearer'
    if (scheme.type === 'mutualTLS') continue
    if (name !== 'Bearer' || failure === 'missing') texts.add(name === 'Basic' ? 'Basic realm="api"' : name)
    else if (failure === 'refused') texts.add('Bearer error="invalid_token"')
    else texts.add(`Bearer error="insufficient_scope"${scopeText(scopes)}`)
  }
  return texts.size === 0 ? [['www-authenticate', 'Bearer']] : [...texts].map((text) => ['www-authenticate', text])
}

/** Names come from the contract: only tokens are repeated. */
function schemeName(scheme: string): string {
  if (!/^[\w-]{1,40}$/.test(scheme)) return 'Bearer'
  return `${scheme.charAt(0).toUpperCase()}${scheme.slice(1).toLowerCase()}`
}

function scopeText(scopes: readonly string[]): string {
  const sendable = scopes.filter((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
  return sendable.length === 0 ? '' : `, scope="${sendable.join(' ')}"`
}
