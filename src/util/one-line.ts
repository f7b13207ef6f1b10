import { printable } from './printable.js'

const longest = 500

/** Text of a contract as part of one bounded line. */
export function oneLine(text: string): string {
  const clipped = text.length > longest ? `${text.slice(0, longest)}…` : text
  return printable(clipped).replace(/[\t\n]+/g, ' ')
}
