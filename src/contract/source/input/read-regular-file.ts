import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { failureOf } from './file-failure.js'
import type { ReadFailure } from './store.js'

/** The bytes of a regular file of bounded size. */
export function readRegularFile(path: string, maxBytes: number): Buffer | ReadFailure {
  let descriptor: number | undefined
  try {
    // Opening a pipe would block until somebody writes to it. Windows has neither the flag nor the trouble.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = fstatSync(descriptor)
    if (!stats.isFile()) return { kind: 'not-a-file', what: kindOf(stats) }
    if (stats.size > maxBytes) return { kind: 'too-large' }
    const bytes = readFileSync(descriptor)
    return bytes.length > maxBytes ? { kind: 'too-large' } : bytes
  } catch (error) {
    return failureOf(error)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}
