import { numberFormats } from './number/format.js'
import { formats } from './text/format/formats.js'

/** Whether values are compared by what the format accepts; every other format is a word between the two sides. */
export function isKnownFormat(format: string): boolean {
  return formats.has(format) || numberFormats.has(format)
}
