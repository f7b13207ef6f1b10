import type { DiffReport } from '../../diff/index.js'

export type GateVerdict = 'passed' | 'review' | 'refused'
export type GateCheckName = 'load' | 'identity' | 'coverage' | 'compatibility' | 'semver' | 'consumers'

export interface GateCheck {
  readonly name: GateCheckName
  readonly outcome: 'passed' | 'review' | 'refused' | 'skipped'
  /** One sentence. */
  readonly message: string
  /** What it is about, one line each. */
  readonly details?: readonly string[]
}

/** One version that the new one was compared with. */
export interface GateComparison {
  readonly baseline: string
  /** Why it is a baseline: `released`, `deployed in prod`, `latest`. */
  readonly because: readonly string[]
  /** `backward`: from the baseline to the new version; `forward`: the other way round. */
  readonly direction: 'backward' | 'forward'
  readonly verdict: 'unchanged' | 'compatible' | 'breaking'
  readonly breaking: number
  /** Breaking findings that touch a registered use. */
  readonly used: number
  readonly report?: DiffReport
}

/** What the gate looked at, and what it found. */
export interface GateReport {
  readonly verdict: GateVerdict
  readonly checks: readonly GateCheck[]
  readonly comparisons: readonly GateComparison[]
}
