import { createServer, type Server } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { nodeNetwork } from '../../../src/contract/source/remote/node-network.js'

/** A server that keeps what it is sent and hangs up, or does nothing at all. */
async function listen(hangsUp: boolean): Promise<{ readonly port: number; readonly received: () => string }> {
  const chunks: Buffer[] = []
  const server: Server = createServer((socket) => {
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (hangsUp) socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, received: () => Buffer.concat(chunks).toString('latin1') }
}

it('contacts the given address alone, with TLS, whatever the name means by now', async () => {
  const { port, received } = await listen(true)
  const url = new URL(`https://name.invalid:${port}/a?b`)
  const signal = AbortSignal.timeout(5_000)
  await expect(nodeNetwork.get({ url, address: '127.0.0.1', maxBytes: 10, signal })).rejects.toThrow()
  // The greeting of TLS carries the name; what is asked for would follow only behind it.
  expect(received().charCodeAt(0)).toBe(0x16)
  expect(received()).toContain('name.invalid')
  expect(received()).not.toContain('/a?b')
})

it('gives up when it is told to', async () => {
  const { port } = await listen(false)
  const controller = new AbortController()
  const asked = nodeNetwork.get({
    url: new URL(`https://name.invalid:${port}/`),
    address: '127.0.0.1',
    maxBytes: 10,
    signal: controller.signal,
  })
  controller.abort()
  await expect(asked).rejects.toThrow(/abort/i)
})

it('finds all addresses of a name', async () => {
  expect(await nodeNetwork.lookup('127.0.0.1')).toEqual(['127.0.0.1'])
})
