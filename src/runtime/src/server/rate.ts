import type { Guard, Rejection } from '../resilience/index.js'
import { withinStoreTime } from './ask-store.js'
import { type RoutedCall, report } from './call.js'
import type { DeclaredRate, RateAnswer, RateDecision, RateLimiter } from './options.js'
import { type Refusal, refuse } from './refusal.js'
import type { Header } from './request.js'

/**
 * 429 when there were too many requests. Counted for the verified tenant, never for what a header says: nothing is
 * remembered of a tenant that was not verified.
 */
export function takeFromRate(call: RoutedCall): Refusal | undefined | Promise<Refusal | undefined> {
  const { rateLimit } = call.environment.options
  const guarding = call.environment.guardingOf(call.operation.id)
  const declared = guarding?.rate
  const here = (): RateAnswer => guarding && takeHere(call, guarding.guard, declared)
  if (!rateLimit) return judge(call, here(), declared)
  return ask(call, rateLimit, declared).then((asked) => judge(call, asked ? asked.answer : here(), declared))
}

function judge(call: RoutedCall, answer: RateAnswer, declared: DeclaredRate | undefined): Refusal | undefined {
  if (answer === undefined) return undefined
  if (typeof answer === 'number') return tooMany(answer)
  if (declared) call.rate = rateHeaders(call, declared, answer)
  return answer.wait === undefined ? undefined : tooMany(answer.wait)
}

function tooMany(seconds: number): Refusal {
  return refuse('TK7209', { headers: [['retry-after', secondsOf(seconds)]] })
}

/** Undefined when the limiter failed: it must not take the service with it, but it must be heard of. This process counts then. */
async function ask(
  call: RoutedCall,
  limiter: RateLimiter,
  limit: DeclaredRate | undefined,
): Promise<{ readonly answer: RateAnswer } | undefined> {
  const { tenant, principal, operation } = call
  try {
    const asked = { operation: operation.id, tenant, principal: principal?.id, limit, request: call.request }
    return { answer: await withinStoreTime(call, () => limiter.take(asked)) }
  } catch (error) {
    report(call, error)
    return undefined
  }
}

function takeHere({ tenant }: RoutedCall, guard: Guard, declared: DeclaredRate | undefined): RateAnswer {
  const rejection: Rejection | undefined = guard.takeRate(tenant)
  const wait = rejection && rejection.retryAfter / 1000
  const standing = declared && guard.rateOf(tenant)
  return standing ? { wait, left: standing.left, reset: standing.reset / 1000 } : wait
}

/**
 * draft-ietf-httpapi-ratelimit-headers. What is left is told only where nobody else takes from it: it would tell callers
 * how much the others do.
 */
function rateHeaders(
  { tenant }: RoutedCall,
  { requests, per, isShared }: DeclaredRate,
  { left, reset }: RateDecision,
): readonly Header[] {
  const policy: Header = ['ratelimit-policy', `"default";q=${Math.floor(requests)};w=${secondsOf(per / 1000)}`]
  if (isShared || tenant === undefined) return [policy]
  return [policy, ['ratelimit', `"default";r=${Math.max(0, Math.floor(left))};t=${Math.max(0, Math.ceil(reset))}`]]
}

function secondsOf(seconds: number): string {
  return String(Math.max(1, Math.ceil(seconds)))
}
