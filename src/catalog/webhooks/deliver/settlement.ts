import type { Claim, Settlement } from '../../store/index.js'
import { mostAttempts, nextAttempt } from './next-attempt.js'
import type { PostAnswer, PostProblem } from './post.js'

/** Why a delivery failed, in one word. */
export type DeliveryProblem = PostProblem | 'secret-unreadable' | 'gone'

/** What an attempt comes to. */
export interface Judged {
  readonly settlement: Settlement
  /** Why nothing is delivered to the webhook any more, if that is so. */
  readonly disabled?: 'gone' | 'failing' | undefined
}

export type Attempt = Omit<PostAnswer, 'problem'> & { readonly problem?: DeliveryProblem | undefined }

/**
 * Whether an attempt is repeated, given up, or the last one for a webhook: one whose receiver is gone for good, as 410 says
 * (RFC 9110, 15.5.11), or that has taken nothing for days.
 */
export function judgeAttempt(
  { attempts, webhook }: Claim,
  { problem, status, retryAfter }: Attempt,
  { now, random }: { readonly now: Date; readonly random: () => number },
): Judged {
  if (problem === undefined) return { settlement: { state: 'delivered', status } }
  if (status === 410) return { settlement: { state: 'dead', problem: 'gone', status }, disabled: 'gone' }
  if (attempts < mostAttempts) {
    const dueAt = nextAttempt({ attempts, retryAfter, now, random }).toISOString()
    return { settlement: { state: 'waiting', problem, status, dueAt } }
  }
  const { failingSince } = webhook
  const isHopeless = failingSince !== undefined && now.getTime() - Date.parse(failingSince) >= patience
  return { settlement: { state: 'dead', problem, status }, disabled: isHopeless ? 'failing' : undefined }
}

/** Milliseconds without a success, once something was given up: three days. */
const patience = 72 * 3_600_000
