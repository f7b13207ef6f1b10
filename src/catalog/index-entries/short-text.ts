import { oneLine } from '../../util/one-line.js'
import { printable } from '../../util/printable.js'

const labelLength = 300
const textLength = 1000

/** One line of bounded length; of what is too long the end is kept, because it says more. */
export function shortLabel(text: string): string {
  const clipped = text.length > labelLength ? `…${text.slice(1 - labelLength)}` : text
  return oneLine(clipped)
}

/** Words to be found by, as many as there is room for. */
export function shortText(parts: readonly (string | undefined)[]): string {
  let text = ''
  for (const part of parts) {
    if (part === undefined || part === '') continue
    text += (text === '' ? '' : '\n') + part.slice(0, textLength)
    if (text.length > textLength) break
  }
  return printable(text.slice(0, textLength))
}
