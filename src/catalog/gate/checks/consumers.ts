import type { ConsumerUse, GateCheck } from '../../model/index.js'
import { formatCoordinates } from '../../model/index.js'
import { details } from '../details.js'
import type { Candidate, Comparison } from '../input.js'
import { refusal } from '../refusal.js'

/** Nothing that a registered consumer uses breaks, whatever the compatibility that the namespace asks for. */
export function checkConsumers({ rules, comparisons, uses }: Candidate): GateCheck {
  const name = 'consumers'
  const backward = comparisons.filter(({ direction }) => direction === 'backward')
  const breaking = backward.reduce((sum, comparison) => sum + comparison.breaking, 0)
  if (breaking === 0) return { name, outcome: 'passed', message: 'Nothing breaks that a consumer could use.' }
  if (backward.every(({ used }) => used === 0)) {
    return { name, outcome: 'passed', message: 'What breaks touches no registered use.' }
  }
  const lines = uses.flatMap((use) => backward.flatMap((comparison) => linesOf(use, comparison)))
  return { name, outcome: refusal(rules), message: 'What breaks is used.', ...details([...new Set(lines)]) }
}

function linesOf(use: ConsumerUse, { report, base }: Comparison): readonly string[] {
  return report.findings
    .filter((finding) => finding.level === 'breaking' && base.touches(finding, use.operations))
    .map(({ code, message, operation }) => {
      const where = operation ? ` ${operation.id}` : ''
      return `${formatCoordinates(use)}${where}: ${code} ${message}`
    })
}
