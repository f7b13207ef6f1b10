import type { Guard, GuardOptions, Lanes, Rows } from '../resilience/index.js'

/** What a client remembers of the calls that it made. Clients of the same API that are given the same one share it. */
export interface ResilienceState {
  readonly guards: Map<string, Guard>
  readonly lanes: Lanes
  /** What retries towards one API have cost, whatever operations they were of. */
  readonly retries: Map<string, Rows>
}

export interface ResilienceOptions extends GuardOptions {
  /** Shared with other clients of this process, for programs that make a client for each request. Default: the client's own. */
  readonly state?: ResilienceState | undefined
}
