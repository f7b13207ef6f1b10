/** Protocols with encryption, and the same ones without. */
const plain: Readonly<Record<string, readonly string[]>> = {
  https: ['http'],
  wss: ['ws'],
  amqps: ['amqp'],
  mqtts: ['mqtt'],
  'secure-mqtt': ['mqtt'],
  'kafka-secure': ['kafka'],
  stomps: ['stomp'],
  rediss: ['redis'],
  tls: ['nats', 'tcp'],
  ssl: ['tcp'],
  ftps: ['ftp'],
}

/** Whether the second address is that of a protocol without the encryption of the first. */
export function isWeaker(from: unknown, to: unknown): boolean {
  const [was, is] = [from, to].map((url) => /^([a-z][a-z\d+.-]*):/i.exec(String(url))?.[1]?.toLowerCase())
  if (was === undefined || is === undefined || !Object.hasOwn(plain, was)) return false
  return plain[was]?.includes(is) ?? false
}
