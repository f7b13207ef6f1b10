import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createTransport, type UnexpectedResponseError } from '../../../src/runtime/src/gen1/index.js'
import { anyJson, contract, operation, serve } from './support.js'

const responses = [
  { status: '200', content: anyJson, headers: [{ name: 'x-n', shape: { kind: 'scalar', types: ['integer'] } }] },
] as const

async function failure(
  status: number,
  headers: Record<string, string>,
  body: string,
): Promise<UnexpectedResponseError> {
  const server = await serve((_, response) => response.writeHead(status, headers).end(body))
  const call = createTransport(contract, { baseUrl: server.url }).call(operation({ responses }), {}, undefined)
  return (await call.catch((error: unknown) => error)) as UnexpectedResponseError
}
const jsonType = { 'content-type': 'application/json' }
const problemType = { 'content-type': 'application/problem+json; charset=utf-8' }

describe('an answer that the contract does not declare', () => {
  test('status: with the problem, which is not shown', async () => {
    const error = await failure(503, problemType, '{"title":"Down","status":503,"detail":"s3cret"}')
    expect(error).toMatchObject({
      name: 'UnexpectedResponseError',
      code: 'TK7132',
      reason: 'status-undeclared',
      status: 503,
      operation: 'doThing',
      problem: { title: 'Down', status: 503, detail: 's3cret' },
      message: 'the contract does not declare the status of the answer: doThing answered 503 (TK7132)',
    })
    for (const shown of [
      String(error),
      error.stack,
      JSON.stringify(error),
      inspect(error, { depth: 9, showHidden: true }),
    ]) {
      expect(shown).not.toContain('s3cret')
    }
  })
  test('media type', async () => {
    expect(await failure(200, { 'content-type': 'text/html' }, '<p>s3cret')).toMatchObject({
      code: 'TK7133',
      status: 200,
      problem: undefined,
    })
    expect(await failure(200, problemType, '{"title":"a"}')).toMatchObject({ code: 'TK7133', problem: { title: 'a' } })
  })
  test('no media type where the contract has several', async () => {
    const server = await serve((_, response) => response.writeHead(200).end('x'))
    const content = [...anyJson, { mediaType: 'text/csv', kind: 'text' }] as const
    const many = operation({ responses: [{ status: '200', content }] })
    const call = createTransport(contract, { baseUrl: server.url }).call(many, {}, undefined)
    await expect(call).rejects.toMatchObject({ code: 'TK7133', problem: undefined })
  })
  test('JSON that is none: neither message nor cause quotes it', async () => {
    const error = await failure(200, jsonType, 's3cret')
    expect(error).toMatchObject({ code: 'TK7134' })
    expect(error.cause).toBeUndefined()
    expect(inspect(error)).not.toContain('s3cret')
    expect(await failure(200, jsonType, '')).toMatchObject({ code: 'TK7134' })
  })
  test('a header that is not what it should be', async () => {
    const error = await failure(200, { ...jsonType, 'x-n': 's3cret' }, '{}')
    expect(error).toMatchObject({
      code: 'TK7134',
      message: expect.stringContaining('its header `x-n` must be integer') as string,
    })
    expect(error.message).not.toContain('s3cret')
  })
  test.each([['{"status":"503"}'], ['[1]'], ['"x"'], ['{'], ['{"other":1}'], [`{"title":"${'x'.repeat(70_000)}"}`]])(
    'no problem is made of what is none (%#)',
    async (body) => {
      expect(await failure(500, problemType, body)).toMatchObject({ code: 'TK7132', problem: undefined })
    },
  )
  test('a body that nobody reads does not keep the connection', async () => {
    const server = await serve((_, response) => {
      response.writeHead(500, { 'content-type': 'text/plain' })
      response.write('x'.repeat(100_000))
    })
    const call = createTransport(contract, { baseUrl: server.url }).call(operation({ responses }), {}, undefined)
    await expect(call).rejects.toMatchObject({ code: 'TK7132' })
    await server.brokenOff
  })
})
