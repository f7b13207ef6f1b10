import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type PostOptions, post } from '../../../src/catalog/webhooks/deliver/post.js'
import { createAddressGuard } from '../../../src/catalog/webhooks/index.js'
import { receiver, takes } from '../support/receiver.js'

const sent = { headers: { 'content-type': 'text/plain', 'x-a': 'b' }, body: 'Grüße' }
const never = new AbortController().signal
const trying = createAddressGuard({ loopback: true })
const resolve = async () => ['127.0.0.1']
const postTo = (url: string, options: Partial<PostOptions> = {}) =>
  post(new URL(url), sent, { guard: trying, signal: never, resolve, ...options })

/** A server that says these bytes to whoever connects. */
async function says(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.write(bytes))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

describe('a receiver', () => {
  it('gets what is sent, byte for byte', async () => {
    const { url, received } = await receiver()
    expect(await postTo(`${url}/hook?a=b`)).toEqual({ status: 204 })
    expect(received).toMatchObject([
      { method: 'POST', path: '/hook?a=b', body: 'Grüße', headers: { 'x-a': 'b', 'content-length': '7' } },
    ])
  })

  it.each([200, 201, 299])('has taken it when it answers with %i', async (status) => {
    const { url } = await receiver((_, response) => void response.writeHead(status).end())
    expect(await postTo(url)).toEqual({ status })
  })

  it.each([400, 404, 410, 429, 500, 503])('has not taken it when it answers with %i', async (status) => {
    const { url } = await receiver((_, response) => void response.writeHead(status, { 'retry-after': '7' }).end('no'))
    expect(await postTo(url)).toEqual({ problem: 'status', status, retryAfter: '7' })
  })

  it.each([301, 302, 303, 307, 308])('leads nowhere else with %i', async (status) => {
    const other = await receiver()
    const { url } = await receiver((_, response) => void response.writeHead(status, { location: other.url }).end())
    expect(await postTo(url)).toEqual({ problem: 'redirect', status })
    expect(other.connections()).toBe(0)
  })

  it('is not read beyond the head of its answer', async () => {
    let written = 0
    const { url } = await receiver((_, response) => {
      response.writeHead(200)
      const more = () => {
        while (written < 1e9 && response.write(Buffer.alloc(65_536))) written += 65_536
      }
      response.on('drain', more).on('error', () => undefined)
      more()
    })
    expect(await postTo(url)).toEqual({ status: 200 })
    expect(written).toBeLessThan(1e8)
  })

  it('has no end of a head', async () => {
    expect(await postTo(await says(`HTTP/1.1 200 OK\r\n${`x-a: ${'y'.repeat(1000)}\r\n`.repeat(40)}\r\n`))).toEqual({
      problem: 'broken-off',
    })
  })

  it.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
  ])('that speaks %s has not taken it', async (_, bytes) => {
    expect(await postTo(await says(bytes))).toEqual({ problem: 'broken-off' })
  })

  it('that is not there has not taken it', async () => {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect(await postTo(`http://127.0.0.1:${port}/`)).toEqual({ problem: 'unreachable' })
  })

  it('that ends the connection has not taken it', async () => {
    const { url } = await receiver((_, response) => void response.destroy())
    expect(await postTo(url)).toEqual({ problem: 'broken-off' })
  })

  it('that does not answer is left when the time is over', async () => {
    const deadline = new AbortController()
    const { url } = await receiver(() => deadline.abort())
    expect(await postTo(url, { signal: deadline.signal })).toEqual({ problem: 'timeout' })
  })

  it('that says to go on, and never what, is left when the time is over', async () => {
    const deadline = new AbortController()
    const { url } = await receiver((_, response) => {
      response.writeProcessing()
      response.writeProcessing()
      deadline.abort()
    })
    expect(await postTo(url, { signal: deadline.signal })).toEqual({ problem: 'timeout' })
  })

  it('that has no certificate is told nothing', async () => {
    const { url, received } = await receiver()
    expect(await postTo(url.replace('http:', 'https:'))).toEqual({ problem: 'tls' })
    expect(received).toEqual([])
  })
})

describe('a name', () => {
  it('is resolved for each attempt, and what it leads to is what is connected to', async () => {
    const { url, received } = await receiver()
    const asked: string[] = []
    const named = url.replace('127.0.0.1', 'hooks.example.com')
    const counting = async (name: string) => {
      asked.push(name)
      return ['127.0.0.1']
    }
    for (let time = 0; time < 2; time++) expect(await postTo(named, { resolve: counting })).toEqual({ status: 204 })
    expect(asked).toEqual(['hooks.example.com', 'hooks.example.com'])
    expect(received[0]?.headers.host).toMatch(/^hooks\.example\.com:/)
  })

  it.each([
    ['to this machine', ['127.0.0.1']],
    ['to this machine, too', ['8.8.8.8', '127.0.0.1']],
    ['to this machine, in IPv6', ['::1']],
    ['to this machine, as IPv4 in IPv6', ['::ffff:127.0.0.1']],
    ['to metadata', ['169.254.169.254']],
    ['nowhere', []],
  ])('is refused when it leads %s', async (_, addresses) => {
    const { url, connections } = await receiver()
    const options = { guard: createAddressGuard(), resolve: async () => addresses }
    const named = url.replace('127.0.0.1', 'hooks.example.com')
    expect(await postTo(named, options)).toEqual({ problem: 'address-refused' })
    expect(connections()).toBe(0)
  })

  it('that first led elsewhere is refused when it leads here', async () => {
    const { url, connections } = await receiver()
    const turns = [['127.0.0.1'], ['10.0.0.1']]
    const rebinding = async () => turns.shift() ?? []
    const named = url.replace('127.0.0.1', 'hooks.example.com')
    expect(await postTo(named, { resolve: rebinding })).toEqual({ status: 204 })
    expect(await postTo(named, { resolve: rebinding })).toEqual({ problem: 'address-refused' })
    expect(connections()).toBe(1)
  })

  it('that nobody knows is said to be unknown', async () => {
    const unknown = async () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))
    expect(await postTo('http://hooks.example.com/', { resolve: unknown })).toEqual({ problem: 'name-unknown' })
  })

  it('that is an address is looked at as well', async () => {
    const { url, connections } = await receiver(takes)
    expect(await postTo(url, { guard: createAddressGuard() })).toEqual({ problem: 'address-refused' })
    expect(connections()).toBe(0)
  })
})
