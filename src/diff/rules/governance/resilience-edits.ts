/** Edits of time limits, retries and rates. */
export const resilienceEdits = [
  'governance.resilience:added',
  'governance.resilience:changed',
  'governance.resilience:removed',
] as const
