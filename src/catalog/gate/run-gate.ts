import type { Loaded } from '../../contract/index.js'
import { checkBundle } from '../../contract/source/index.js'
import type { LoadedContract } from '../../diff/index.js'
import { digestOf, openBundle } from '../bundle/index.js'
import { type Described, describeContract } from '../index-entries/index.js'
import {
  catalogReference,
  type Defect,
  defectOf,
  type GateCheck,
  type GateReport,
  type GateVerdict,
} from '../model/index.js'
import { checkCompatibility } from './checks/compatibility.js'
import { checkConsumers } from './checks/consumers.js'
import { checkCoverage } from './checks/coverage.js'
import { checkIdentity } from './checks/identity.js'
import { checkLoad } from './checks/load.js'
import { checkSemver } from './checks/semver.js'
import { compareAll } from './compare-all.js'
import type { Candidate, GateInput } from './input.js'

export interface GateOutcome {
  readonly report: GateReport
  readonly digest: string
  /** Absent when the contract could not be read. */
  readonly described?: Described
  /** What went wrong in our own code. It is refused like any other contract that cannot be looked at. */
  readonly defects: readonly Defect[]
}

/**
 * Decides whether a version may be published. Contracts are hostile: whatever one of them holds, there is a report, and
 * what could not be looked at is refused.
 */
export async function runGate(input: GateInput): Promise<GateOutcome> {
  const { coordinates, bundle, rules, uses } = input
  const digest = digestOf(bundle)
  const defects: Defect[] = []
  const problems = checkBundle(bundle, catalogReference(coordinates))
  const loaded = problems.length > 0 ? undefined : await attempt('load', () => openBundle(coordinates, bundle))
  const load = checkLoad(loaded?.diagnostics ?? problems, loaded?.contract)
  if (!loaded || !isLoaded(loaded) || load.outcome === 'refused')
    return { report: reportOf([load, ...skipped]), digest, defects }
  const described = await attempt('describe', () => describeContract(loaded.contract, { spans: loaded.spans }))
  if (!described) return { report: reportOf([checkLoad([], undefined), ...skipped]), digest, defects }
  const compared = await compareAll(loaded, input, (defect) => defects.push(defect))
  const candidate: Candidate = { coordinates, rules, uses, loaded, described, ...compared }
  const checks = [load, ...later.map((check) => check(candidate))]
  const comparisons = compared.comparisons.map(({ base: _, ...comparison }) => comparison)
  return { report: { ...reportOf(checks), comparisons }, digest, described, defects }

  /** One contract must not bring down the service that looks at all of them; callers learn nothing of the exception. */
  async function attempt<T>(step: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      defects.push(defectOf(step, error))
      return undefined
    }
  }
}

const later = [checkIdentity, checkCoverage, checkCompatibility, checkSemver, checkConsumers]

const skipped: readonly GateCheck[] = (['identity', 'coverage', 'compatibility', 'semver', 'consumers'] as const).map(
  (name) => ({ name, outcome: 'skipped', message: 'The contract cannot be read.' }),
)

function isLoaded(loaded: Loaded): loaded is LoadedContract {
  return loaded.contract !== undefined
}

function reportOf(checks: readonly GateCheck[]): GateReport {
  return { verdict: verdictOf(checks), checks, comparisons: [] }
}

function verdictOf(checks: readonly GateCheck[]): GateVerdict {
  const outcomes = new Set(checks.map(({ outcome }) => outcome))
  if (outcomes.has('refused')) return 'refused'
  return outcomes.has('review') ? 'review' : 'passed'
}
