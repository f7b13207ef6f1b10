import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { hasOuterReferences, validateAsyncApi } from '../../../src/contract/asyncapi/index.js'
import { tempFolder } from '../../support/temp-folder.js'

const document = (payload: unknown, channel = '#/channels/a') =>
  JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'E', version: '1.0.0' },
    channels: { a: { address: 'a', messages: { m: { payload } } } },
    operations: { o: { action: 'send', channel: { $ref: channel } } },
  })

it('is silent about a document that is right', async () => {
  expect(await validateAsyncApi(document({ type: 'object' }))).toEqual([])
})

it('says what is wrong and where', async () => {
  expect(await validateAsyncApi(document({ type: 'object' }, '#/channels/b'))).toEqual([
    { pointer: '/operations/o/channel/$ref', message: "'#/channels/b' does not exist" },
  ])
})

it('reaches neither the network nor a file, whatever it is handed', async () => {
  let requests = 0
  const server = createServer((_, response) => {
    requests++
    response.end('{"type":"string"}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  // A file that would be an invalid schema: a finding about it would show that it was read.
  const folder = tempFolder({ 'secret.json': '{"type":"no such type"}' })
  try {
    await validateAsyncApi(document({ $ref: `http://127.0.0.1:${port}/x.json` }))
    const found = await validateAsyncApi(document({ $ref: `${folder}/secret.json` }))
    expect(found).toEqual([])
  } finally {
    await new Promise((done) => server.close(done))
  }
  expect(requests).toBe(0)
})

it('knows references that lead out', () => {
  expect(hasOuterReferences({ a: [{ $ref: '#/b' }], b: { c: { $ref: './d.yaml#/e' } } })).toBe(true)
  expect(hasOuterReferences({ a: [{ $ref: '#/b' }], $ref: 1, b: {} })).toBe(false)
  expect(hasOuterReferences(Array.from({ length: 300_000 }, () => null))).toBe(false)
})

it('finds nothing in the examples', async () => {
  const { loadContract } = await import('../../../src/contract/index.js')
  for (const name of ['order-events', 'order-events.v1']) {
    const path = new URL(`../../../contracts/${name}.asyncapi.yaml`, import.meta.url)
    expect(readFileSync(path, 'utf8')).toContain('asyncapi:')
    const { documents } = await loadContract(path.pathname, { validation: 'never' })
    expect(await validateAsyncApi(JSON.stringify(documents[0]?.value))).toEqual([])
  }
})
