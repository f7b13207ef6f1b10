/** What a text has to fulfil. Lengths count code points, as JSON Schema does. */
export interface TextQuestion {
  readonly minLength: number
  /** `Infinity`: no bound. */
  readonly maxLength: number
  readonly patterns: readonly string[]
  readonly notPatterns: readonly string[]
  readonly formats: readonly string[]
  readonly notFormats: readonly string[]
  readonly excluded: ReadonlySet<string>
}
