import { type DiffReport, diffContracts, type LoadedContract } from '../../diff/index.js'
import { openBundle } from '../bundle/index.js'
import { catalogReference, type Defect, defectOf, type NamespaceRules } from '../model/index.js'
import { createTouches } from '../uses/index.js'
import type { Candidate, Comparison, GateBaseline, GateInput, OpenBaseline } from './input.js'

/**
 * Compares the candidate with every baseline: backward always, because the version and the consumers are judged by it;
 * forward when the rules ask for it.
 */
export async function compareAll(
  loaded: LoadedContract,
  { coordinates, rules, baselines, uses, today }: GateInput,
  notice: (defect: Defect) => void,
): Promise<Pick<Candidate, 'baselines' | 'unreadable' | 'comparisons'>> {
  const open: OpenBaseline[] = []
  const unreadable: string[] = []
  const comparisons: Comparison[] = []
  for (const baseline of baselines) {
    const found = await compareOne(baseline)
    if (!found) {
      unreadable.push(baseline.version)
      continue
    }
    open.push(found.base)
    comparisons.push(...found.comparisons)
  }
  return { baselines: open, unreadable, comparisons }

  /** Undefined when one of the two defeats us: then nothing is known of them, and unknown is denied. */
  async function compareOne(
    baseline: GateBaseline,
  ): Promise<{ readonly base: OpenBaseline; readonly comparisons: readonly Comparison[] } | undefined> {
    try {
      const before = await openBundle({ ...coordinates, version: baseline.version }, baseline.bundle)
      const { contract } = before
      if (!contract) return undefined
      const base: OpenBaseline = {
        version: baseline.version,
        because: baseline.because,
        contract,
        touches: createTouches(contract),
      }
      if (contract.protocol !== loaded.contract.protocol) return { base, comparisons: [] }
      const older: LoadedContract = { ...before, contract }
      const sides = {
        base: catalogReference({ ...coordinates, version: baseline.version }),
        head: catalogReference(coordinates),
      }
      const backward = diffContracts(older, loaded, { today, sources: sides })
      if (!asksForward(rules)) return { base, comparisons: [comparison(base, 'backward', backward)] }
      const forward = diffContracts(loaded, older, { today, sources: { base: sides.head, head: sides.base } })
      return { base, comparisons: [comparison(base, 'backward', backward), comparison(base, 'forward', forward)] }
    } catch (error) {
      notice(defectOf(`compare with ${baseline.version}`, error))
      return undefined
    }
  }

  function comparison(base: OpenBaseline, direction: Comparison['direction'], report: DiffReport): Comparison {
    const breaks = report.findings.filter(({ level }) => level === 'breaking')
    const used =
      direction === 'forward'
        ? []
        : breaks.filter((finding) => uses.some(({ operations }) => base.touches(finding, operations)))
    const { version: baseline, because } = base
    return {
      baseline,
      because,
      direction,
      verdict: report.verdict,
      breaking: breaks.length,
      used: used.length,
      report,
      base,
    }
  }
}

function asksForward({ compatibility }: NamespaceRules): boolean {
  return /^(?:forward|full)/.test(compatibility)
}
