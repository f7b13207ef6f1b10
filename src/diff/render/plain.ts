import { printable } from '../../util/printable.js'
import { clip } from './clip.js'

/** Longest text of a contract that reports for people show; names of a megabyte are cut. */
export const shownLength = 400

/**
 * Text of a contract for one line of a terminal or a log. A newline would let a name forge lines of the report, and
 * `##vso[` or `##[` anywhere in a line is a command to the agents of CI systems.
 */
export function plain(text: string, length: number = shownLength): string {
  return printable(clip(text, length))
    .replace(/[\n\t]/g, (character) => (character === '\n' ? '\\u{a}' : ' '))
    .replace(/##(?=[\w.]*\[)/g, '#\\u{23}')
}
