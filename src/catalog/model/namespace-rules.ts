export type Compatibility =
  | 'none'
  | 'backward'
  | 'backward-transitive'
  | 'forward'
  | 'forward-transitive'
  | 'full'
  | 'full-transitive'

/** What a namespace asks of a publication. */
export interface NamespaceRules {
  readonly compatibility: Compatibility
  readonly onBreaking: 'refuse' | 'review'
  /** Percent of operations with a scope. */
  readonly scopedAtLeast: number
  /** Percent of fields with a class. */
  readonly classifiedAtLeast: number
  readonly semver: 'enforce' | 'report'
}

export const defaultRules: NamespaceRules = {
  compatibility: 'backward',
  onBreaking: 'refuse',
  scopedAtLeast: 0,
  classifiedAtLeast: 0,
  semver: 'enforce',
}
