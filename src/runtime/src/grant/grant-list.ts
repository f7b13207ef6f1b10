import type { Grant, GrantDirectory } from './types.js'

export interface GrantList extends GrantDirectory {
  /** Takes a grant back, from the next request on. False: there is none with this id. */
  revoke(id: string): boolean
}

/** Grants that are known when the service starts. */
export function grantList(grants: readonly Grant[]): GrantList {
  const known = new Map(grants.map((grant) => [grant.id, grant]))
  return {
    find: ({ from }) => [...known.values()].filter((grant) => grant.from === from),
    revoke: (id) => known.delete(id),
  }
}
