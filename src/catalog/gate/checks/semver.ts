import { compareVersionTexts, semverSentence } from '../../../diff/index.js'
import { oneLine } from '../../../util/one-line.js'
import type { GateCheck } from '../../model/index.js'
import type { Candidate, Comparison } from '../input.js'
import { refusal } from '../refusal.js'

/** The version says how much has changed since the one before it. */
export function checkSemver({ coordinates, rules, comparisons }: Candidate): GateCheck {
  const name = 'semver'
  const backward = comparisons.filter(({ direction }) => direction === 'backward')
  const latest = versionBefore(coordinates.version, backward)
  if (!latest) return { name, outcome: 'skipped', message: 'There is no version before it.' }
  const { semver } = latest.report
  if (semver.declared === undefined)
    return { name, outcome: 'skipped', message: 'The versions are no semantic versions.' }
  const sentence = semverSentence(latest.report)
  if (semver.ok || sentence === undefined) {
    const asked = semver.required === 'none' ? 'no bump' : `a ${semver.required} bump`
    return { name, outcome: 'passed', message: `Since ${latest.baseline} the changes ask for ${asked}.` }
  }
  const message = oneLine(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`)
  return { name, outcome: rules.semver === 'enforce' ? refusal(rules) : 'passed', message }
}

/** The highest that is not above it, so that old lines can be mended; otherwise the highest. */
function versionBefore(version: string, comparisons: readonly Comparison[]): Comparison | undefined {
  const sorted = comparisons.toSorted((one, other) => compareVersionTexts(one.baseline, other.baseline) ?? 0)
  return sorted.findLast(({ baseline }) => (compareVersionTexts(baseline, version) ?? 0) <= 0) ?? sorted.at(-1)
}
