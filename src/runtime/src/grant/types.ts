import type { Principal } from '../context/index.js'

/** What one tenant allows another to do with what is its own. */
export interface Grant {
  /** For the audit, and for taking it back. */
  readonly id: string
  /** The tenant whose callers may cross. */
  readonly from: string
  /** The tenant whose things are reached. */
  readonly to: string
  /** Operations by id; no other may be called. */
  readonly operations: readonly string[]
  /** Id of the contract's pathway, which says what for; no other may be taken. */
  readonly pathway: string
  /** Milliseconds since 1970; from then on the grant is worth nothing. */
  readonly expiresAt: number
}

/** What a grant is looked for to allow. */
export interface GrantRequest {
  readonly operation: string
  readonly from: string
  /** The tenant that is to be reached; undefined when the request names none, and all that are granted are meant. */
  readonly to: string | undefined
  /** Ids of those that the operation may take. */
  readonly pathways: readonly string[]
  readonly principal: Principal
}

export interface GrantDirectory {
  /**
   * Grants that may apply; asked for each request, so that one taken back is gone at once. What is given is checked in
   * every part: too much does no harm. A directory that throws lets nobody through.
   */
  find(request: GrantRequest): readonly Grant[] | Promise<readonly Grant[]>
}
