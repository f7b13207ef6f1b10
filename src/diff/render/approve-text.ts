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

/** Of a contract that is gone there is no head to name, and no command either. */
export function approveText({ fingerprint, category }: Finding, sides: Pick<DiffReport, 'base' | 'head'>): ApproveText {
  const acknowledged = category === 'structural' ? '' : ` --acknowledge ${category}`
  const compared = `${quoted(sides.base.source)} ${quoted(sides.head.source)}`
  const command = `tenantkit diff ${compared} --approve ${quoted(fingerprint)}${acknowledged} --reason 'why it may pass' --owner 'who answers for it' --expires YYYY-MM-DD`
  return {
    command: sides.head.source === '' || command.length > commandLength ? undefined : command,
    entry: [
      // Digits alone, or with one `e` among them, would be a number to YAML.
      `- fingerprint: '${clip(fingerprint, 64).replaceAll("'", "''")}'`,
      ...(category === 'structural' ? [] : [`  acknowledges: ${category}`]),
      '  reason: why it may pass',
      '  owner: who answers for it',
      '  expires: YYYY-MM-DD',
    ].join('\n'),
  }
}

/** One word of a shell, whatever it is made of. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`
}
