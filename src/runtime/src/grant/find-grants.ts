import { isTenantId } from '../context/index.js'
import type { Grant, GrantDirectory, GrantRequest } from './types.js'

/** The grants that allow what is asked for, at this time, one for each tenant. Empty: it is not allowed. */
export async function findGrants(
  directory: GrantDirectory | undefined,
  request: GrantRequest,
  now: number,
): Promise<readonly Grant[]> {
  const found = new Map<string, Grant>()
  for (const grant of (await directory?.find(request)) ?? []) {
    if (allows(grant, request, now) && !found.has(grant.to)) found.set(grant.to, grant)
  }
  return [...found.values()]
}

function allows(grant: Grant, { operation, from, to, pathways }: GrantRequest, now: number): boolean {
  return (
    grant.from === from &&
    isTenantId(grant.to) &&
    (to === undefined || grant.to === to) &&
    grant.operations.includes(operation) &&
    pathways.includes(grant.pathway) &&
    now < grant.expiresAt
  )
}
