import type { Annotated, TenantKey } from './governance.js'
import type { Origin } from './origin.js'

/** All of the schemes together; an operation lists alternatives of these. An empty one means anonymous is allowed. */
export interface SecurityRequirement {
  /** Key in `securitySchemes` to the scopes or roles asked for. */
  readonly schemes: ReadonlyMap<string, readonly string[]>
  readonly at: Origin
}

interface SchemeBase {
  readonly name: string
  readonly description?: string
  readonly deprecated?: boolean
  /** `x-tenant-key` on a scheme: which claim of its token names the tenant. */
  readonly tenantKey?: Annotated<TenantKey>
  readonly at: Origin
}

export type SecurityScheme =
  | (SchemeBase & { readonly type: 'apiKey'; readonly in: 'query' | 'header' | 'cookie'; readonly parameter: string })
  | (SchemeBase & { readonly type: 'http'; readonly scheme: string; readonly bearerFormat?: string })
  | (SchemeBase & { readonly type: 'oauth2'; readonly flows: readonly OAuthFlow[]; readonly metadataUrl?: string })
  | (SchemeBase & { readonly type: 'openIdConnect'; readonly url: string })
  | (SchemeBase & { readonly type: 'mutualTLS' })
  /** AsyncAPI's broker credentials: userPassword, X509, scramSha256, ..., named as written. */
  | (SchemeBase & { readonly type: 'broker'; readonly mechanism: string; readonly in?: 'user' | 'password' })

export interface OAuthFlow {
  readonly kind: 'authorizationCode' | 'clientCredentials' | 'implicit' | 'password' | 'deviceAuthorization'
  readonly authorizationUrl?: string
  readonly tokenUrl?: string
  readonly refreshUrl?: string
  readonly deviceAuthorizationUrl?: string
  readonly scopes: ReadonlyMap<string, string>
}
