import { printable } from '../../util/printable.js'

const most = 100
const length = 500

/** Lines of a check, bounded and safe to show; nothing when there are none. */
export function details(lines: readonly string[]): { readonly details?: readonly string[] } {
  if (lines.length === 0) return {}
  const shown = lines.slice(0, most).map(oneLine)
  return { details: lines.length > most ? [...shown, `and ${lines.length - most} more`] : shown }
}

/** Text of a contract inside a sentence. */
export function oneLine(text: string): string {
  const clipped = text.length > length ? `${text.slice(0, length)}…` : text
  return printable(clipped).replace(/[\t\n]+/g, ' ')
}
