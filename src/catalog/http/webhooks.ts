import { type KeyObject, randomBytes } from 'node:crypto'
import type { ServiceContext, WebhookContext } from '../service/index.js'
import {
  createAddressGuard,
  createDispatcher,
  type Dispatcher,
  type DispatcherSettings,
  dnsResolver,
  secretBox,
} from '../webhooks/index.js'
import type { CatalogLog } from './log.js'

export interface WebhookSettings {
  /** Webhooks may listen on this machine, over plain HTTP, too: for trying them out. Default: not. */
  readonly allowInsecure?: boolean | undefined
  /** Delivers by the clock. Default: whoever starts the catalog takes the dispatcher's turns. */
  readonly byClock?: boolean | undefined
  /** Ends an attempt that takes too long. Default: after 15 seconds. */
  readonly deadline?: DispatcherSettings['deadline'] | undefined
  /** Default: DNS. */
  readonly resolve?: DispatcherSettings['resolve'] | undefined
  /** From 0 to 1. Default: the system's. */
  readonly random?: DispatcherSettings['random'] | undefined
}

export interface Webhooks {
  readonly context: WebhookContext
  readonly dispatcher: Dispatcher
}

interface Surroundings extends Pick<ServiceContext, 'store' | 'now' | 'random'> {
  readonly signingKey: KeyObject
  readonly log: CatalogLog
  readonly onAttempt: DispatcherSettings['onAttempt']
  readonly onError: DispatcherSettings['onError']
}

/** What looks after webhooks, and what delivers to them; nothing is delivered yet. */
export function createWebhooks(
  { store, now, random, signingKey, log, onAttempt, onError }: Surroundings,
  { allowInsecure = false, deadline, resolve, random: fraction }: WebhookSettings = {},
): Webhooks {
  const guard = createAddressGuard({ loopback: allowInsecure })
  const secrets = secretBox(signingKey, randomBytes)
  return {
    context: { store, now, random, secrets, targets: { allowInsecure, guard } },
    dispatcher: createDispatcher({
      store,
      secrets,
      guard,
      now,
      resolve: resolve ?? dnsResolver(),
      deadline: deadline ?? (() => AbortSignal.timeout(attemptMilliseconds)),
      random: fraction ?? Math.random,
      onAttempt,
      onDisabled: (about) => log({ event: 'webhook-disabled', ...about }),
      onError,
    }),
  }
}

/** Long enough for a receiver that thinks about what it gets. */
const attemptMilliseconds = 15_000
