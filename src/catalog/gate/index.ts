export type { GateBaseline, GateInput } from './input.js'
export { type GateOutcome, runGate } from './run-gate.js'
