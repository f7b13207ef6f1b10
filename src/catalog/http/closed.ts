import type { Unrecognized } from '@tenantkit/runtime/gen1'

/** Without the values that open enums may have beside those that the contract names. */
export type Closed<T> = T extends Unrecognized
  ? never
  : T extends object
    ? { readonly [Name in keyof T]: Closed<T[Name]> }
    : T

/** What stands in a request: its codec has refused every value that the contract does not name. */
export function closed<T>(input: T): Closed<T> {
  return input as Closed<T>
}
