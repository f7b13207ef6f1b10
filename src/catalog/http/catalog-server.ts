import type { Authenticator, ErrorInfo, GovernedServer, RateLimiter, Telemetry } from '@tenantkit/runtime'
import { tokenAuthenticator } from '../access/index.js'
import type { IdTokens } from '../oidc/index.js'
import type { ServiceContext, WebhookContext } from '../service/index.js'
import { createCatalogServer } from './generated/server.js'
import { accessHandlers } from './handlers/access.js'
import { administrationHandlers } from './handlers/administration.js'
import { contractsHandlers } from './handlers/contracts.js'
import { operationHandlers } from './handlers/operation.js'
import { reviewsHandlers } from './handlers/reviews.js'
import { useHandlers } from './handlers/use.js'
import { webhooksHandlers } from './handlers/webhooks.js'

export interface CatalogServerSettings {
  readonly context: ServiceContext
  readonly webhooks: WebhookContext
  /** Default: the catalog's own tokens. */
  readonly authenticate?: Authenticator | undefined
  /** Whether the process is about to end: it is not ready then. */
  readonly isStopping: () => boolean
  readonly idTokens: IdTokens
  /** Whether one more refused exchange may be told to the audit of an organisation. */
  readonly mayTellRefusal: (organisation: string) => boolean
  /** Default: nobody is slowed down. */
  readonly rateLimit?: RateLimiter | undefined
  /** Default: nothing is measured. */
  readonly telemetry?: Telemetry | undefined
  /** Told about every error that callers see as 500 or 503. */
  readonly onError: (error: unknown, call: ErrorInfo) => void
}

/** The catalog's own contract, served. */
export function catalogServer({
  context,
  webhooks,
  authenticate,
  isStopping,
  idTokens,
  mayTellRefusal: mayTell,
  ...settings
}: CatalogServerSettings): GovernedServer {
  return createCatalogServer({
    ...settings,
    handlers: {
      ...contractsHandlers(context),
      ...useHandlers(context),
      ...reviewsHandlers(context),
      ...accessHandlers({ ...context, idTokens }, mayTell),
      ...administrationHandlers(context),
      ...webhooksHandlers(webhooks),
      ...operationHandlers(context.store, isStopping),
    },
    authenticate: authenticate ?? tokenAuthenticator((id) => context.store.token(id), context.now),
    limits: { bodyBytes: mostBytes, handlerTime: mostMilliseconds },
  })
}

/** A bundle may have 32 MiB; written as JSON some more. */
const mostBytes = 40 * 1024 * 1024

/** A publication may wait for others before its gate, whose own deadline is shorter. */
const mostMilliseconds = 120_000
