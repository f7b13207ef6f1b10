import { approvalEntry } from '../approvals/append-approval.js'
import type { DiffReport, Finding } from '../report.js'
import { clip } from './clip.js'

/** How a finding is approved, for reports that are read where no terminal is. */
export interface ApproveText {
  /** A command for a POSIX shell; undefined where a side is not there, or has a name that nobody can type. */
  readonly command: string | undefined
  /** The same as an entry of `.tenantkit/approvals.yaml`. */
  readonly entry: string
}

const commandLength = 1000

// No day: an approval that is copied as it stands is refused, and somebody has to think about how long it holds.
const toBeFilledIn = { reason: 'why it may pass', owner: 'who answers for it', expires: 'YYYY-MM-DD' }

/** Of a contract that is gone there is no head to name, and no command either. */
export function approveText(finding: Finding, sides: Pick<DiffReport, 'base' | 'head'>): ApproveText {
  const { fingerprint, category, rule, pointer } = finding
  const acknowledged = category === 'structural' ? '' : ` --acknowledge ${category}`
  const compared = `${quoted(sides.base.source)} ${quoted(sides.head.source)}`
  const command = `tenantkit diff ${compared} --approve ${quoted(fingerprint)}${acknowledged} --reason '${toBeFilledIn.reason}' --owner '${toBeFilledIn.owner}' --expires ${toBeFilledIn.expires}`
  return {
    command: sides.head.source === '' || command.length > commandLength ? undefined : command,
    entry: approvalEntry(
      { ...finding, fingerprint: clip(fingerprint, 64), rule: clip(rule, 100), pointer: clip(pointer, 200) },
      toBeFilledIn,
    ),
  }
}

/** One word of a shell, whatever it is made of. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`
}
