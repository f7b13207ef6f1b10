import type { Guard, GuardOptions, Lanes } from '../resilience/index.js'

/** What a client remembers of the calls that it made. Clients of the same API that are given the same one share it. */
export interface ResilienceState {
  readonly guards: Map<string, Guard>
  readonly lanes: Lanes
}

export interface ResilienceOptions extends GuardOptions {
  /** Shared with other clients of this process, for programs that make a client for each request. Default: the client's own. */
  readonly state?: ResilienceState | undefined
}
