import { expect, it } from 'vitest'
import { type AuditEvent, toStdout } from '../../../src/runtime/src/index.js'

const event: AuditEvent = {
  at: '2026-01-01T00:00:00.000Z',
  event: 'tenant-mismatch',
  operation: 'getOrder',
  tenant: 'acme',
  principal: 'ann',
  issuer: undefined,
  traceId: '0'.repeat(32),
  reason: 'header',
  status: 403,
  details: { named: 'beta' },
}

const lineOf = (change: Partial<AuditEvent>): string => {
  const lines: string[] = []
  void toStdout((line) => lines.push(line)).write({ ...event, ...change })
  return lines.join('')
}

it('writes one line of JSON', () => {
  expect(lineOf({})).toBe(`${JSON.stringify(event)}\n`)
  expect(lineOf({ principal: undefined })).not.toContain('principal')
})

it.each(['ann\r\n{"event":"forged"}', 'ann\u2028x', 'ann\u001b[2K', 'ann\u202egro', 'änn', '\ud800'])(
  'T120 %j cannot forge a line or fool a terminal, and is kept as it is',
  (principal) => {
    const line = lineOf({ principal })
    expect(line).toMatch(/^[\x20-\x7e]+\n$/)
    expect(JSON.parse(line).principal).toBe(principal)
  },
)
