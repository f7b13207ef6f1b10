import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  ConnectionError,
  isProblem,
  isTenantkitError,
  RequestError,
  ResponseError,
  TenantkitError,
  UnexpectedResponseError,
} from '../../../src/runtime/src/error/index.js'

const cause = Object.assign(new TypeError('s3cret in the cause'), { token: 's3cret' })

describe('an error', () => {
  const error = new ConnectionError('TK7121', 'doThing', { cause })
  test('says what happened, with its code', () => {
    expect(String(error)).toBe('ConnectionError: the server could not be reached or broke off: doThing (TK7121)')
    expect([error.code, error.reason, error.cause]).toEqual(['TK7121', 'connection-failed', cause])
    expect(new TenantkitError('TK7136').message).toBe('the pages of a list do not come to an end (TK7136)')
  })
  test('T75 shows of its cause the name only, wherever it is shown', () => {
    const shown = [
      String(error),
      JSON.stringify(error),
      JSON.stringify({ error }),
      inspect(error),
      inspect({ error }),
      `${error}`,
    ]
    for (const text of shown) expect(text).not.toContain('s3cret')
    expect(inspect(error)).toMatch(/^ConnectionError: the server .*\(TK7121\)\n {4}at .*\n[^]* {4}caused by TypeError$/)
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'ConnectionError',
      code: 'TK7121',
      reason: 'connection-failed',
      message: 'the server could not be reached or broke off: doThing (TK7121)',
    })
  })
  test('names and codes along the causes, nothing that somebody put in their place', () => {
    const deep = new RangeError('x', { cause: Object.assign(new Error('y'), { code: 'ECONNRESET' }) })
    expect(inspect(new TenantkitError('TK7121', undefined, { cause: deep }))).toMatch(
      /caused by RangeError, Error ECONNRESET$/,
    )
    const forged = Object.assign(new Error('y'), { name: 's3cret\nline', code: 's3cret line' })
    expect(inspect(new TenantkitError('TK7121', undefined, { cause: forged }))).toMatch(/caused by Error$/)
    expect(inspect(new TenantkitError('TK7121', undefined, { cause: 'text' }))).not.toContain('caused by')
  })
})

describe('an answer that is no success', () => {
  const problem = { title: 's3cret', detail: 's3cret' }
  const headers = new Headers({ 'x-secret': 's3cret' })
  const error = new UnexpectedResponseError('TK7132', { operation: 'doThing', status: 418, headers, problem })
  test('has status, problem and headers for those who ask', () => {
    expect([error.status, error.problem, error.headers, error.operation]).toEqual([418, problem, headers, 'doThing'])
    expect(error).toBeInstanceOf(ResponseError)
    expect(error).toBeInstanceOf(Error)
  })
  test('T75 shows none of them', () => {
    for (const text of [
      String(error),
      JSON.stringify(error),
      inspect(error, { showHidden: true, depth: 9 }),
      inspect([error]),
    ]) {
      expect(text).not.toContain('s3cret')
    }
    expect(Object.keys(error).sort()).toEqual(['code', 'name', 'reason', 'status'])
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ status: 418 })
  })
})

test('errors of another copy of the package are recognised, others are not', () => {
  const foreign = Object.assign(new Error('x'), { [Symbol.for('tenantkit.error')]: true })
  expect([new RequestError('TK7101'), foreign].map(isTenantkitError)).toEqual([true, true])
  expect([new Error('x'), undefined, null, 'TK7101', { code: 'TK7101' }].map(isTenantkitError)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test.each([
  [{ type: 'about:blank', status: 404, extension: [1] }, true],
  [{ title: 'x' }, true],
  [{}, false],
  [{ extension: 1 }, false],
  [{ title: 5 }, false],
  [{ status: '404' }, false],
  [{ title: 'x', status: '404' }, false],
  [[], false],
  [null, false],
  ['x', false],
])('%j is a problem: %j', (value, expected) => {
  expect(isProblem(value)).toBe(expected)
})
