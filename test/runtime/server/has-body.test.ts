import { expect, it } from 'vitest'
import { hasBody } from '../../../src/runtime/src/server/index.js'

it.each<[boolean, readonly string[]]>([
  [false, []],
  [false, ['Host', 'x', 'Content-Type', 'application/json']],
  [false, ['Content-Length', '0']],
  [true, ['Content-Length', '0', 'Content-Type', 'text/plain']],
  [true, ['content-length', '2']],
  [true, ['CONTENT-LENGTH', '00']],
  [true, ['Transfer-Encoding', 'chunked']],
  [true, ['Content-Length', '0', 'transfer-encoding', 'chunked']],
  [false, ['X-Name', 'Content-Length', 'X-Value', '5']],
])('says %s of %j', (expected, rawHeaders) => {
  expect(hasBody(rawHeaders)).toBe(expected)
})
