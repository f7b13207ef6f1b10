import { createGlob } from '../../util/glob.js'

/**
 * Whether all that a pattern of namespaces means is covered by one of these; a name means itself. A pattern covers another
 * one when it matches its text, for `*` takes whatever the other one has in that place, its own `*` included.
 */
export function isCovered(patterns: readonly string[], pattern: string): boolean {
  return patterns.some((each) => createGlob(each)(pattern))
}
