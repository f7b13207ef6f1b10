import { createHash } from 'node:crypto'
import type { Direction } from '../report.js'

/**
 * Identity of a finding over time: what was found, where in the structure, and about what. Neither lines nor the text of
 * the message are in it, so that edits elsewhere and better words leave approvals in force.
 */
export function fingerprintOf(
  code: string,
  direction: Direction | undefined,
  pointer: string,
  params: Readonly<Record<string, string | number>>,
): string {
  const args = Object.entries(params).sort(([before], [after]) => (before < after ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([code, direction ?? '', pointer, args]))
    .digest('hex')
    .slice(0, 16)
}
