/** Somebody who has signed in, as their issuer knows them. */
export interface PersonOrigin {
  readonly issuer: string
  /** Never given to anybody else, which no name or address is. */
  readonly subject: string
  /** Those that make them something here. */
  readonly groups: readonly string[]
}
