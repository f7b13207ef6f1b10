import { formatCoordinates } from '../model/index.js'
import type { DeploymentRecorded } from './generated/types/deployment-recorded.js'
import type { LifecycleChanged } from './generated/types/lifecycle-changed.js'
import type { NamespaceConfigured } from './generated/types/namespace-configured.js'
import type { ReviewDecided } from './generated/types/review-decided.js'
import type { TokenCreated } from './generated/types/token-created.js'
import type { TokenRevoked } from './generated/types/token-revoked.js'
import type { TrustAdded } from './generated/types/trust-added.js'
import type { TrustRemoved } from './generated/types/trust-removed.js'
import type { UsageRegistered } from './generated/types/usage-registered.js'
import type { VersionPublished } from './generated/types/version-published.js'
import type { VersionRefused } from './generated/types/version-refused.js'
import type { VersionReleased } from './generated/types/version-released.js'
import type { VersionWaiting } from './generated/types/version-waiting.js'

/** What each event says, by its type; the payloads are those of `contracts/catalog.asyncapi.yaml`. */
export interface EventData {
  readonly 'version.published': VersionPublished
  readonly 'version.refused': VersionRefused
  readonly 'version.waiting': VersionWaiting
  readonly 'version.released': VersionReleased
  readonly 'review.decided': ReviewDecided
  readonly 'lifecycle.changed': LifecycleChanged
  readonly 'deployment.recorded': DeploymentRecorded
  readonly 'usage.registered': UsageRegistered
  readonly 'namespace.configured': NamespaceConfigured
  readonly 'token.created': TokenCreated
  readonly 'token.revoked': TokenRevoked
  readonly 'trust.added': TrustAdded
  readonly 'trust.removed': TrustRemoved
}

export type EventType = keyof EventData

/** Something that has happened, before it has a number. */
export type NewEvent = {
  readonly [Type in EventType]: { readonly type: Type; readonly data: EventData[Type] }
}[EventType]

/** Where an event belongs. */
export interface EventPlace {
  /** What it happened to: `shop/orders@1.2.0`, `token 0a1b…`. */
  readonly subject: string
  /** Events of one key are delivered in their order. */
  readonly orderKey: string
  /** Undefined for what concerns the organisation as a whole. */
  readonly namespace?: string
}

export function placeOf({ type, data }: NewEvent): EventPlace {
  // Each type has the place of its own data; the compiler does not see that the two go together.
  return (places[type] as (data: NewEvent['data']) => EventPlace)(data)
}

const places: { readonly [Type in EventType]: (data: EventData[Type]) => EventPlace } = {
  'version.published': placeOfVersion,
  'version.refused': placeOfVersion,
  'version.waiting': placeOfVersion,
  'version.released': placeOfVersion,
  'review.decided': placeOfVersion,
  'lifecycle.changed': placeOfVersion,
  'deployment.recorded': placeOfVersion,
  'usage.registered': placeOfVersion,
  'namespace.configured': ({ namespace }) => ({ subject: namespace, orderKey: namespace, namespace }),
  'token.created': placeOfToken,
  'token.revoked': placeOfToken,
  'trust.added': placeOfTrust,
  'trust.removed': placeOfTrust,
}

export const eventTypes = Object.keys(places) as readonly EventType[]

function placeOfVersion(coordinates: Parameters<typeof formatCoordinates>[0]): EventPlace {
  const { namespace, name, version } = coordinates
  const subject = formatCoordinates({ namespace, name, version })
  return { subject, orderKey: `${namespace}/${name}`, namespace }
}

function placeOfToken({ id }: { readonly id: string }): EventPlace {
  return { subject: `token ${id}`, orderKey: `token ${id}` }
}

function placeOfTrust({ name }: { readonly name: string }): EventPlace {
  return { subject: `trust ${name}`, orderKey: `trust ${name}` }
}
