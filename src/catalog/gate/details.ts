import { oneLine } from '../../util/one-line.js'

const most = 100

/** Lines of a check, bounded and safe to show; nothing when there are none. */
export function details(lines: readonly string[]): { readonly details?: readonly string[] } {
  if (lines.length === 0) return {}
  const shown = lines.slice(0, most).map(oneLine)
  return { details: lines.length > most ? [...shown, `and ${lines.length - most} more`] : shown }
}
