import { ways } from './handlers.js'
import type { Secrets } from './secrets.js'
import type { Sinks } from './sinks.js'

export interface Traffic {
  readonly cleared: Buffer
  readonly statuses: Readonly<Record<string, number>>
}

/** Calls of all kinds by a caller who may see nothing that is classified, and by one who may see all. */
export async function traffic(url: string, secrets: Secrets, sinks: Sinks): Promise<Traffic> {
  const statuses: Record<string, number> = {}
  const read: Buffer[] = []
  const call = async (method: string, target: string, options: CallOptions = {}): Promise<void> => {
    const {
      clearance = 'none',
      headers = {},
      body,
      token = `acme.${clearance}.${secrets.of('access token')}`,
    } = options
    const sent = {
      authorization: `Bearer ${token}`,
      cookie: `taste=${secrets.of('cookie')}; other=${secrets.of('undeclared cookie')}`,
      'user-agent': secrets.of('user agent'),
      baggage: `user=${secrets.of('baggage')},tenant.id=${secrets.of('baggage tenant')}`,
      tracestate: `vendor=${secrets.of('tracestate')}`,
      'x-note': secrets.of('header'),
      'x-unknown': secrets.of('undeclared header'),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    }
    const response = await fetch(`${url}${target}`, { method, headers: sent, ...(body !== undefined && { body }) })
    const seen = Buffer.from(`${response.status} ${JSON.stringify([...response.headers])}\n`)
    const bytes = Buffer.concat([seen, await bytesOf(response)])
    statuses[response.status] = (statuses[response.status] ?? 0) + 1
    if (clearance === 'all') read.push(bytes)
    else sinks.add('response', bytes)
  }
  const target = (folder: string, way: number): string =>
    `/${folder}/${secrets.of('path')}?note=${secrets.of('query')}&limit=${way}`
  const order = JSON.stringify({
    sku: 'sku-2',
    email: `${secrets.of('body email')}@mail.example`,
    note: secrets.of('body note'),
    card: secrets.of('body card'),
    token: secrets.of('body token'),
    hashed: secrets.of('body hashed'),
    sealed: secrets.of('body sealed'),
    tags: [secrets.of('body tag')],
    labels: { label: secrets.of('body label') },
    deep: { inner: secrets.of('body deep') },
  })

  for (const clearance of ['none', 'all']) {
    for (const [name, way] of Object.entries(ways)) {
      await call('GET', target('orders', way), { clearance })
      await call('GET', target('rows', way), { clearance })
      const key = `${secrets.of(`key ${name}`)}-${clearance}`
      const headers = { 'idempotency-key': key }
      // Executed, replayed, and sent again with something else.
      await call('POST', target('orders', way), { clearance, headers, body: order })
      await call('POST', target('orders', way), { clearance, headers, body: order })
      await call('POST', target('orders', way), { clearance, headers, body: order.replace('mail', 'other') })
    }
  }

  const key = { 'idempotency-key': secrets.of('key of a refused call') }
  const post = (body: string, headers: Record<string, string> = key): Promise<void> =>
    call('POST', target('orders', ways.answer), { headers, body })
  await post(`{"sku":"${secrets.of('broken body')}`)
  await post(JSON.stringify({ sku: 1, [secrets.of('unknown name')]: secrets.of('unknown value') }))
  await post(JSON.stringify({ sku: [secrets.of('wrong type')], labels: { [secrets.of('label name')]: 7 } }))
  await post(JSON.stringify({ sku: 'a', __proto__: secrets.of('prototype') }))
  await post(`"${secrets.of('whole body')}"`)
  await post(order, { 'idempotency-key': `${secrets.of('key of odd form')}, ${secrets.of('second key')}` })
  await post(order, { ...key, 'content-type': `text/${secrets.of('media type')}` })
  await post(order, { ...key, 'content-encoding': secrets.of('encoding') })
  const get = (path: string, headers: Record<string, string> = {}, token?: string): Promise<void> =>
    call('GET', path, { headers, ...(token !== undefined && { token }) })
  await get(`/${secrets.of('unknown path')}`)
  await get(`/orders/%2e%2e${secrets.of('dotted path')}`)
  await get(`/orders/a?limit=${secrets.of('malformed query')}`)
  await get(`/orders/a?${secrets.of('unknown query')}=${secrets.of('unknown query value')}`)
  await get(`/orders/a?note=${'x'.repeat(101)}${secrets.of('long query')}`)
  await get('/orders/a', { 'x-tenant-id': 'beta' })
  await get('/orders/a', { 'x-tenant-id': `${secrets.of('malformed tenant')}!` })
  await get('/orders/a', { accept: `text/${secrets.of('accept')}` })
  await get('/orders/a', { traceparent: secrets.of('traceparent') })
  await get('/orders/a', {}, secrets.of('refused token'))
  await get('/orders/a', {}, `${secrets.of('tenant of token')}!.none.x`)
  await call('DELETE', target('orders', 0))
  return { cleared: Buffer.concat(read), statuses }
}

interface CallOptions {
  readonly clearance?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly token?: string
}

/** As far as it came: streams of this run break off. */
async function bytesOf({ body }: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of body ?? []) pieces.push(piece)
  } catch {
    pieces.push(Buffer.from('broken off'))
  }
  return Buffer.concat(pieces)
}
