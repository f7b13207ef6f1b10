import type { Server } from '../../contract/model/index.js'

/** Protocols over TLS, with what is spoken inside. */
export const secured: ReadonlyMap<string, string> = new Map([
  ['amqps', 'amqp'],
  ['amqp1s', 'amqp1'],
  ['https', 'http'],
  ['kafka-secure', 'kafka'],
  ['kafkas', 'kafka'],
  ['mqtts', 'mqtt'],
  ['secure-mqtt', 'mqtt'],
  ['pulsar+ssl', 'pulsar'],
  ['rediss', 'redis'],
  ['smfs', 'solace'],
  ['solaces', 'solace'],
  ['ssl', 'jms'],
  ['stomps', 'stomp'],
  ['tcps', 'solace'],
  ['tls', 'nats'],
  ['wss', 'ws'],
])

export interface BrokerProtocol {
  /** As written. */
  readonly name: string
  /** What is spoken, over TLS or not. */
  readonly spoken: string
  readonly encrypted: boolean
}

/**
 * What is spoken to a server: the protocol that it names, and the scheme of its URL where that says TLS. AsyncAPI 3 has no
 * scheme for protocols that ride on another one, so a migration (`named` only) looks past it there.
 */
export function brokerProtocol({ protocol, url }: Server, named: boolean): BrokerProtocol {
  const name = protocol?.toLowerCase() ?? ''
  const spoken = secured.get(name)
  if (spoken !== undefined) return { name, spoken, encrypted: true }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase() ?? ''
  const inside = secured.get(scheme)
  if (inside === undefined)
    return { name: name === '' ? scheme : name, spoken: name === '' ? scheme : name, encrypted: false }
  if (name === '' || inside === name) return { name: scheme, spoken: inside, encrypted: true }
  return named
    ? { name, spoken: name, encrypted: false }
    : { name: `${name} over ${scheme}`, spoken: name, encrypted: true }
}
