/** Whose ID tokens are meant: each service of CI names things in its own way. */
export type JobProvider = 'github' | 'gitlab' | 'other'

/** Which jobs of CI an organisation gives tokens to, and what these may do. */
export interface TrustPolicy {
  readonly name: string
  readonly provider: JobProvider
  /** As the ID tokens name it, byte for byte. */
  readonly issuer: string
  /** Claims that an ID token has, each with this very value. */
  readonly claims: Readonly<Record<string, string>>
  readonly permissions: readonly string[]
  /** Patterns of namespaces that may be written to. */
  readonly namespaces: readonly string[]
}

/** What the issuer of an ID token has signed of a job. Every text is bounded. */
export interface JobProvenance {
  readonly issuer: string
  readonly subject: string
  readonly commit?: string
  readonly repository?: string
  /** Stays with the repository, whatever that is called. */
  readonly repositoryId?: string
  readonly ref?: string
  readonly environment?: string
  readonly workflow?: string
  readonly run?: string
  readonly runner?: string
}

/** Whom a token was exchanged for. */
export interface TokenOrigin {
  /** Name of the policy that let the job in. */
  readonly trust: string
  readonly provenance: JobProvenance
}
