import type { EventData, EventType } from './event.js'
import type { Context } from './generated/types/context.js'

/** An event as it is kept. */
export interface EventRecord {
  readonly organisation: string
  /** Counts the events of the organisation, from 1. */
  readonly sequence: number
  /** A UUID; the same however often the event is delivered. */
  readonly id: string
  readonly type: EventType
  readonly subject: string
  readonly orderKey: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly actor: string
  readonly data: EventData[EventType]
}

/** An event with its context, as it is sent in structured mode. */
export interface CloudEvent extends Context {
  readonly data: EventData[EventType]
}

/** Lays an event out as CloudEvents 1.0 says, with the extensions of its vocabulary for tenant, class, order and principal. */
export function cloudEventOf(event: EventRecord): CloudEvent {
  const { organisation, sequence, id, type, subject, orderKey, at, actor, data } = event
  return {
    specversion: '1.0',
    id,
    source: `tenantkit-catalog/${organisation}`,
    type: `tenantkit.catalog.${type}`,
    subject,
    time: at,
    datacontenttype: 'application/json',
    tenantid: organisation,
    dataclassification: 'internal',
    authtype: principalKind(actor),
    authid: actor,
    partitionkey: orderKey,
    sequence: String(sequence).padStart(20, '0'),
    data,
  }
}

/** By what stands in front of the name of an actor; who has none in front is of the catalog itself. */
const principals = {
  token: 'api_key',
  trust: 'service_account',
  person: 'user',
  operator: 'system',
  catalog: 'system',
} as const

function principalKind(actor: string): (typeof principals)[keyof typeof principals] | 'unknown' {
  const [kind = ''] = actor.split(':', 1)
  return Object.hasOwn(principals, kind) ? principals[kind as keyof typeof principals] : 'unknown'
}
