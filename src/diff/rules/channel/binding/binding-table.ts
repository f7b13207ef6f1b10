import type { Binding } from '../../../../contract/model/index.js'
import type { JsonValue } from '../../../../util/own.js'

/**
 * Whom a change of a field breaks: those who send to the channel, those who listen to it, or both. `warning`: something
 * works differently and nobody fails at once. `info`: nobody on the wire can tell. `none`: words for people.
 */
export type BindingEffect = 'both' | 'publishers' | 'consumers' | 'warning' | 'info' | 'none'

export interface BindingRow {
  readonly effect: BindingEffect
  /** Why, as one sentence that follows the finding. */
  readonly why: string
  /** What holds where the field is not written. Default: nobody knows. */
  readonly absent?: JsonValue
  /** Where the field is not written, it is the address of the channel. Default: false. */
  readonly isAddress?: boolean
}

/** By what the binding belongs to and the names that lead to the field; a row holds for everything below it, too. */
export type BindingTable = Readonly<Partial<Record<Binding['on'], Readonly<Record<string, BindingRow>>>>>

/** The row of a field, or of the nearest field that it belongs to. */
export function rowOf(table: BindingTable, on: Binding['on'], field: string): BindingRow | undefined {
  const rows = table[on] ?? {}
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const row = Object.hasOwn(rows, path) ? rows[path] : undefined
    if (row) return row
  }
  return undefined
}
