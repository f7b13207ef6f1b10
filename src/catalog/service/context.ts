import type { KeyObject } from 'node:crypto'
import type { Tickets } from '@tenantkit/runtime'
import type { JudgePool } from '../judge/index.js'
import type { Defect, TokenOrigin } from '../model/index.js'
import type { IdTokens } from '../oidc/index.js'
import type { CatalogStore } from '../store/index.js'

/** What the service works with. */
export interface ServiceContext {
  readonly store: CatalogStore
  readonly judge: JudgePool
  /** Makes cursors: nobody reads or edits them, and another organisation or operation cannot use them. */
  readonly tickets: Tickets
  /** Of the key that signs the audit; Ed25519. */
  readonly publicKey: KeyObject
  readonly now: () => Date
  /** Bytes that nobody can guess. */
  readonly random: (size: number) => Buffer
  /** Told of every fault of our own that a caller sees as a refusal. */
  readonly onDefect: (defect: Defect, about: DefectSubject) => void
}

/** What deciding about jobs takes beside that. */
export interface TrustContext extends ServiceContext {
  /** Verifies ID tokens of jobs. */
  readonly idTokens: IdTokens
}

export interface DefectSubject {
  readonly organisation: string
  /** `namespace/name@version`. */
  readonly subject: string
}

/** Whoever asks, by verified credentials. */
export interface Caller {
  readonly organisation: string
  /** `token:ID`, or `trust:NAME`. */
  readonly actor: string
  /** Patterns of the namespaces that it may write to. */
  readonly namespaces: readonly string[]
  /** Of a job: what its ID token has proved. */
  readonly origin?: TokenOrigin | undefined
}
