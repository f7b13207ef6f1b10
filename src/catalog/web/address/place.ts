import type { Coordinates, PartName } from '../../model/index.js'
import type { ContractName } from '../../store/index.js'

/** What people look for among contracts. */
export interface OverviewQuery {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly namespace?: string | undefined
  readonly protocol?: string | undefined
  readonly class?: string | undefined
  readonly scope?: string | undefined
  /** `namespace/name` of the last contract of the page before. */
  readonly after?: string | undefined
  /** Hits of the pages before. */
  readonly offset?: number | undefined
}

/** Everything that a link can lead to. How it is written depends on where the pages are: behind a server, or in a folder. */
export type Place =
  | ({ readonly page: 'overview' } & OverviewQuery)
  | ({ readonly page: 'contract'; readonly offset?: number } & ContractName)
  | ({ readonly page: 'version'; readonly list?: VersionList | undefined; readonly offset?: number } & Coordinates)
  | ({ readonly page: 'part'; readonly offset?: number | undefined } & PartName & Coordinates)
  | ({ readonly page: 'source'; readonly line?: number | undefined } & DocumentName)
  | ({ readonly page: 'document' } & DocumentName)
  | ({ readonly page: 'reference' | 'united' } & Coordinates)
  | ({
      readonly page: 'changes'
      readonly before: string
      readonly after: string
      readonly offset?: number
    } & ContractName)
  | ({ readonly page: 'review' } & Coordinates)
  | { readonly page: 'deployments'; readonly environment?: string | undefined }
  | { readonly page: 'audit'; readonly before?: number | undefined }
  | { readonly page: SimplePage }
  | { readonly page: 'asset'; readonly name: string }

export interface DocumentName extends Coordinates {
  /** Its path in the bundle; absent: the contract's own. */
  readonly file?: string | undefined
}

export type VersionList = 'operations' | 'fields'

/** Pages that there is one of. */
export type SimplePage =
  | 'map'
  | 'compliance'
  | 'tenants'
  | 'reviews'
  | 'sign-in'
  | 'sign-in-account'
  | 'tokens'
  | 'sign-out'
