import type { Response } from '../../contract/model/index.js'

/** `2XX` and `200` are of class 2; `default` of none. */
export function classOf(status: string): string | undefined {
  return status === 'default' ? undefined : status.charAt(0)
}

export function isSuccess(status: string): boolean {
  return classOf(status) === '2'
}

/**
 * The response that holds for a status which is not declared by itself: its range, else `default`. A `default` beside
 * declared successes describes errors, whatever the standard lets it mean: it holds for no success then.
 */
export function coverOf(status: string, responses: readonly Response[]): Response | undefined {
  const group = classOf(status)
  if (group === undefined) return undefined
  const range = responses.find((each) => each.status.toUpperCase() === `${group}XX` && each.status !== status)
  if (range) return range
  const isError = group === '4' || group === '5'
  if (!isError && responses.some((each) => isSuccess(each.status))) return undefined
  return responses.find((each) => each.status === 'default')
}
