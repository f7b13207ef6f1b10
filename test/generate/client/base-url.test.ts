import { expect, it } from 'vitest'
import { absoluteServer } from '../../../src/generate/view/client/base-url.js'
import { origin } from '../support/hand-made.js'

it.each([
  ['https://api.example.com/v1', 'https://api.example.com/v1'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['https://{region}.example.com', 'https://eu.example.com'],
  ['https://{unknown}.example.com', undefined],
  ['/v1', undefined],
  ['//example.com', undefined],
  ['', undefined],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['https://user:secret@example.com', undefined],
  ['https://example.com/?a=b', undefined],
  ['https://example.com/#a', undefined],
  ['https://', undefined],
])('%s', (url, want) => {
  const variables = new Map([['region', { default: 'eu' }]])
  const server = { kind: 'server', url, variables, security: [], governance: {}, at: origin('') } as const
  expect(absoluteServer([server])).toBe(want)
})

it('needs a server', () => {
  expect(absoluteServer([])).toBeUndefined()
})
