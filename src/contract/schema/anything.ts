import type { Origin, Schema } from '../model/index.js'

/** The schema that accepts every value, in the place of another one. */
export function anything(at: Origin): Schema {
  return { kind: 'schema', at, always: true }
}
