/** What a number has to fulfil. */
export interface NumberQuestion {
  readonly integer: boolean
  readonly notInteger: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multiples: readonly number[]
  readonly notMultiples: readonly number[]
  readonly formats: readonly string[]
  readonly notFormats: readonly string[]
  readonly excluded: ReadonlySet<number>
}
