import type { GateCheck } from '../../model/index.js'
import { details } from '../details.js'
import type { Candidate, Comparison } from '../input.js'
import { refusal } from '../refusal.js'

/** What works with the baselines works with the new version: backward, forward or both, as the namespace asks. */
export function checkCompatibility({ rules, comparisons, baselines, unreadable }: Candidate): GateCheck {
  const name = 'compatibility'
  if (unreadable.length > 0) {
    const message = 'The new version cannot be compared with all that it must get along with.'
    return {
      name,
      outcome: 'refused',
      message,
      ...details(unreadable.map((version) => `${version} could not be compared`)),
    }
  }
  if (rules.compatibility === 'none') return { name, outcome: 'skipped', message: 'The namespace asks for none.' }
  if (baselines.length === 0) return { name, outcome: 'passed', message: 'There is nothing to be compatible with.' }
  if (comparisons.length === 0) return { name, outcome: 'skipped', message: 'There is nothing that can be compared.' }
  const mode = rules.compatibility.replace('-transitive', '')
  const asked = comparisons.filter(({ direction }) => mode === 'full' || direction === mode)
  const broken = asked.filter(({ breaking }) => breaking > 0)
  if (broken.length === 0)
    return { name, outcome: 'passed', message: `The new version is compatible (${rules.compatibility}).` }
  const message = `The new version is not compatible (${rules.compatibility}).`
  return { name, outcome: refusal(rules), message, ...details(broken.map(lineOf)) }
}

function lineOf({ baseline, because, direction, breaking }: Comparison): string {
  const reasons = because.length > 0 ? ` (${because.join(', ')})` : ''
  return `${direction} with ${baseline}${reasons}: ${breaking} breaking`
}
