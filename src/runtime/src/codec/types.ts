/** In rising order: `public < internal < confidential < restricted`. */
export type Sensitivity = 'public' | 'internal' | 'confidential' | 'restricted'

/** Where a value stands inside a payload; built only along the way that is walked. */
export interface Path {
  readonly parent: Path | undefined
  /** A declared property name or an index; `*` for a name that the caller chose. */
  readonly key: string | number
  /** Number of keys from the payload's root: 1 for a property of the payload itself. */
  readonly depth: number
}

/** One violation. Never carries the value, nor a name that the caller chose. */
export interface Issue {
  /** JSON Pointer into the payload, with `*` for names that are not declared. */
  readonly path: string
  /** The keyword of JSON Schema that was violated: `required`, `type`, `maxLength`. */
  readonly keyword: string
  /** What was expected, from the contract: `string`, `at most 64 characters`. */
  readonly expected: string
}

/** Collects violations, up to a limit; `full` tells a check to stop. */
export interface Issues {
  readonly list: readonly Issue[]
  readonly full: boolean
  add(at: Path | undefined, keyword: string, expected: string): void
}

/** How a classified value is hidden from those who are not cleared. One constant per annotated place. */
export interface MaskRule {
  readonly sensitivity: Sensitivity
  readonly category?: string
  readonly strategy: 'full' | 'partial' | 'regex' | 'hash' | 'remove' | 'tokenize' | 'encrypt'
  readonly keep?: number
  readonly pattern?: string
  readonly replacement?: string
  readonly maskChar?: string
  /** Format of the schema, for masks that know it: `email`. */
  readonly format?: string
  /** `Order.email`: binds ciphertexts and pseudonyms to their place. */
  readonly field: string
}

/** Who reads the text that is written. */
export interface View {
  /** The verified tenant whose data may appear; undefined where the scope binds no tenant. */
  readonly tenant: string | undefined
  /** True when the value may be shown as it is. */
  shows(rule: MaskRule): boolean
  /** JSON text of the masked value; undefined when the property is left out. */
  mask(value: unknown, rule: MaskRule): string | undefined
  /** Called for each value of an `x-tenant-key`; throws a ForeignTenantError when it is not the view's tenant. */
  guard(value: unknown, at: string): void
}

/**
 * What generated code knows about one schema. `check` judges a value, `write` turns a checked one into JSON text in one
 * walk: declared properties only, tenants guarded, classified values masked.
 */
export interface Codec<T = unknown> {
  check(value: unknown, at: Path | undefined, issues: Issues): boolean
  /** Throws when the value is none that the schema describes, and before anything is written for a foreign tenant. */
  write(value: T, view: View): string
  /**
   * Shows `view.guard` every `x-tenant-key` value of a checked value; absent where the schema has none. `write` does it
   * by itself: this is for what comes in.
   */
  guard?(value: unknown, view: View): void
  /** Masks of it are made with the keys of a tenant: pseudonyms, tokens, ciphertexts. Absent: none is. */
  readonly keyed?: true
  /**
   * Of what comes in: shows `view.mask` every classified value of a checked value; absent where the schema has none. What
   * it returns is of no use.
   */
  echo?(value: unknown, view: View): unknown
}
