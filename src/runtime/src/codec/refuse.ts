import { within } from './path.js'
import type { Issues, Path } from './types.js'

/** Notes a violation of the value at `at`; false, so that checks can return it. */
export function refuse(issues: Issues, at: Path | undefined, keyword: string, expected: string): false {
  if (!issues.full) issues.add(at, keyword, expected)
  return false
}

/** Notes a violation of a property or item of the value at `at`. */
export function refuseAt(
  issues: Issues,
  at: Path | undefined,
  key: string | number,
  keyword: string,
  expected: string,
): false {
  if (!issues.full) issues.add(within(at, key), keyword, expected)
  return false
}

/** Notes that a property is missing. */
export function missing(issues: Issues, at: Path | undefined, key: string): false {
  return refuseAt(issues, at, key, 'required', 'a value')
}

/** Notes that the payload nests deeper, or in more ways, than a recursive schema is followed. */
export function tooDeep(issues: Issues, at: Path | undefined): false {
  return refuse(issues, at, 'depth', 'at most 256 levels')
}

/** Check of the schema `false`. */
export function refuseAll(_value: unknown, at: Path | undefined, issues: Issues): boolean {
  return refuse(issues, at, 'false', 'no value')
}

/** Check of the schema `true`. */
export function acceptAll(): boolean {
  return true
}
