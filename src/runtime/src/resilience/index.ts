export { createGuard, type Guard, type Pass, type RateStanding } from './guard.js'
export { createLanes, type Lanes } from './lanes.js'
export { policyOf } from './policy.js'
export { createRow, type Rows } from './row.js'
export type {
  BreakerPolicy,
  GuardOptions,
  Level,
  LevelOptions,
  LevelPolicy,
  Outcome,
  RatePolicy,
  Rejection,
  RejectionReason,
  ResilienceEvent,
  WireResilience,
} from './types.js'
