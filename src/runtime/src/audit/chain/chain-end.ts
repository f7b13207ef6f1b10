import { ConfigurationError } from '../../error/index.js'
import { readCheckpoint } from './checkpoint.js'
import { type ChainEnd, chainStart, readLink } from './link.js'

/**
 * How far a chain has come, by its last lines, oldest first. Without lines it has not begun.
 *
 * @throws ConfigurationError for lines that end with something else than a chain.
 */
export function chainEnd(tail: readonly string[]): ChainEnd {
  for (const line of [...tail].reverse()) {
    const link = readLink(line)
    if (link) return link.end
    const read = readCheckpoint(line)
    if (!read) throw new ConfigurationError('the audit ends with something that is no chain')
    return read.checkpoint
  }
  return chainStart
}
