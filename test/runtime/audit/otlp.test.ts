import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type AuditEvent, toAll, toOtlp } from '../../../src/runtime/src/index.js'
import { capturingAudit, manualClock } from '../../../src/runtime/src/testing/index.js'

const event = (principal: string): AuditEvent => ({
  at: '2026-01-01T00:00:00.250Z',
  event: 'tenant-crossed',
  operation: 'handOver',
  tenant: 'acme',
  principal,
  issuer: undefined,
  traceId: 'ab'.repeat(16),
  reason: 'grant',
  status: 200,
  details: { to: 'beta', tries: 2, ratio: 0.5, open: true, ways: ['a'] },
})

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Stands for a collector; answers with the statuses in turn, then with 200. */
const collector = async (...statuses: number[]) => {
  const requests: { readonly headers: Record<string, unknown>; readonly json: unknown }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      requests.push({ headers: request.headers, json: JSON.parse(Buffer.concat(chunks).toString()) as unknown })
      response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/logs` }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('audit over OTLP', () => {
  it('is a log record with everything that the entry says', async () => {
    const { requests, url } = await collector()
    const sink = toOtlp({ url, service: 'orders', headers: { 'x-key': 'k' }, clock: manualClock() })
    const kept = sink.write(event('ann'))
    await sink.flush()
    await kept
    expect(requests).toMatchObject([{ headers: { 'x-key': 'k', 'content-type': 'application/json' } }])
    expect(requests[0]?.json).toEqual({
      resourceLogs: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'orders' } }] },
          scopeLogs: [
            {
              scope: { name: '@tenantkit/runtime' },
              logRecords: [
                {
                  timeUnixNano: '1767225600250000000',
                  severityNumber: 9,
                  severityText: 'INFO',
                  body: { stringValue: 'tenant-crossed' },
                  traceId: 'ab'.repeat(16),
                  attributes: [
                    { key: 'event.name', value: { stringValue: 'tenantkit.audit.tenant-crossed' } },
                    { key: 'tenantkit.operation', value: { stringValue: 'handOver' } },
                    { key: 'tenantkit.tenant', value: { stringValue: 'acme' } },
                    { key: 'tenantkit.principal', value: { stringValue: 'ann' } },
                    { key: 'tenantkit.reason', value: { stringValue: 'grant' } },
                    { key: 'tenantkit.status', value: { intValue: '200' } },
                    { key: 'tenantkit.details.to', value: { stringValue: 'beta' } },
                    { key: 'tenantkit.details.tries', value: { intValue: '2' } },
                    { key: 'tenantkit.details.ratio', value: { doubleValue: 0.5 } },
                    { key: 'tenantkit.details.open', value: { boolValue: true } },
                    { key: 'tenantkit.details.ways', value: { arrayValue: { values: [{ stringValue: 'a' }] } } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    })
  })

  it('goes in batches, when one is full or its time has come', async () => {
    const { requests, url } = await collector()
    const clock = manualClock()
    const sink = toOtlp({ url, service: 'orders', batch: 2, every: 1000, clock })
    const kept = ['a', 'b', 'c'].map((principal) => sink.write(event(principal)))
    await Promise.all(kept.slice(0, 2))
    expect(requests.length).toBe(1)
    clock.advance(1000)
    await kept[2]
    expect(requests.length).toBe(2)
  })

  it('is tried again when that may help, and told as lost when it does not', async () => {
    const { requests, url } = await collector(503, 200, 400)
    const clock = manualClock()
    const sink = toOtlp({ url, service: 'orders', batch: 1, clock })
    const first = sink.write(event('a'))
    while (requests.length < 2) {
      await settled()
      clock.advance(5000)
    }
    await first
    await expect(sink.write(event('b'))).rejects.toThrow('400')
  })

  it('waits for nobody longer than it may', async () => {
    const sink = toOtlp({ url: 'http://127.0.0.1:9/v1/logs', service: 'orders', limit: 1, clock: manualClock() })
    sink.write(event('a')).catch(() => undefined)
    await expect(sink.write(event('b'))).rejects.toThrow(RangeError)
    expect(() => toOtlp({ url: 'file:///x', service: 'orders' })).toThrow('TK7002')
  })
})

describe('several sinks', () => {
  it('are all told, also when one fails', async () => {
    const [one, other] = [capturingAudit(), capturingAudit()]
    const broken = {
      write: () => {
        throw new Error('broken')
      },
    }
    await expect(toAll(one, broken, other).write(event('ann'))).rejects.toThrow(AggregateError)
    expect([one.events.length, other.events.length]).toEqual([1, 1])
  })
})
