import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  createTransport,
  type EventStream,
  ResponseError,
  type Result,
  ServerRefusedError,
  serverRefusal,
  unwrap,
  type WireMedia,
  type WireResponse,
} from '../../../src/runtime/src/gen1/index.js'
import { anyJson, contract, operation, serve } from './support.js'

const invalid = {
  type: 'urn:tenantkit:problem:request-invalid',
  title: 'the request is not what the contract describes',
  status: 422,
  code: 'TK7215',
  errors: [{ path: '/body/sku', keyword: 'pattern', expected: 'a text matching ^[A-Z]$' }],
}
const problemType = 'application/problem+json'
const problemMedia: WireMedia = { mediaType: problemType, kind: 'json' }
type Responses = readonly WireResponse[]

const answered = async (responses: Responses, body: unknown, contentType = problemType): Promise<unknown> => {
  const server = await serve((_, response) =>
    response.writeHead(422, { 'content-type': contentType, 'x-note': 'n' }).end(JSON.stringify(body)),
  )
  return createTransport(contract, { baseUrl: server.url }).call(operation({ responses }), {}, undefined)
}
const failure = async (call: Promise<unknown>): Promise<ServerRefusedError> =>
  (await call.catch((error: unknown) => error)) as ServerRefusedError

describe('a refusal by the runtime of a server', () => {
  it.each<[string, Responses]>([
    ['whose status is not declared', [{ status: '200', content: anyJson }]],
    ['whose media type is not declared for its status', [{ status: '422', content: anyJson }]],
    ['that only another media type is declared for', [{ status: 'default', content: anyJson }]],
  ])('%s is one all the same', async (_, responses) => {
    const error = await failure(answered(responses, invalid))
    expect(error).toBeInstanceOf(ServerRefusedError)
    expect(error).toBeInstanceOf(ResponseError)
    expect(error).toMatchObject({ code: 'TK7137', reason: 'call-refused', status: 422, operation: 'doThing' })
    expect(error.message).toBe('the server refused the call: doThing answered 422, request-invalid, TK7215 (TK7137)')
    expect(error.refusal).toEqual({ code: 'TK7215', reason: 'request-invalid', status: 422, issues: invalid.errors })
    expect([error.problem, error.headers.get('x-note')]).toEqual([invalid, 'n'])
  })

  it('that the contract declares is an answer, and the same error where only a success will do', async () => {
    const answer = (await answered([{ status: '422', content: [problemMedia] }], invalid)) as Result<422, unknown>
    expect([answer.status, serverRefusal(answer.body)?.reason]).toEqual([422, 'request-invalid'])
    expect(await failure((async () => unwrap(answer))())).toMatchObject({ code: 'TK7137', refusal: { code: 'TK7215' } })
  })

  it('T73 shows nothing but its name and code', async () => {
    const told = { ...invalid, title: 's3cret', detail: 's3cret', errors: [{ ...invalid.errors[0], path: '/s3cret' }] }
    const error = await failure(answered([], told))
    expect(error.refusal.issues[0]?.path).toBe('/s3cret')
    for (const text of [String(error), JSON.stringify(error), inspect(error, { showHidden: true, depth: 9 })]) {
      expect(text).not.toContain('s3cret')
    }
  })

  it.each<[string, object]>([
    ['of another origin', { ...invalid, type: 'https://example.com/problems/invalid' }],
    ['without a type', { ...invalid, type: undefined }],
    ['with a name that is none', { ...invalid, type: 'urn:tenantkit:problem:<b>x</b>' }],
    ['with a code that is none', { ...invalid, code: 'E1' }],
    ['without a status', { ...invalid, status: undefined }],
  ])('is no problem %s', async (_, body) => {
    expect(serverRefusal(body)).toBeUndefined()
    expect(await failure(answered([], body))).toMatchObject({ name: 'UnexpectedResponseError', code: 'TK7132' })
  })

  it('is read from its own media type only', async () => {
    expect(await failure(answered([], invalid, 'application/json'))).toMatchObject({ code: 'TK7132' })
  })

  it('leaves out issues that are none', () => {
    for (const errors of [undefined, 'x', [1, null, {}, { path: 1, keyword: 'a', expected: 'b' }]]) {
      expect(serverRefusal({ ...invalid, errors })?.issues).toEqual([])
    }
  })

  it('of a code that a newer server has is one, too', () => {
    const newer = { type: 'urn:tenantkit:problem:not-yet-known', status: 409, code: 'TK7999' }
    expect(serverRefusal(newer)).toEqual({ code: 'TK7999', reason: 'not-yet-known', status: 409, issues: [] })
  })
})

describe('the end of a stream of events', () => {
  const ended = { type: 'urn:tenantkit:problem:credentials-refused', title: 'x', status: 401, code: 'TK7205' }
  const read = async (last: string): Promise<unknown[]> => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`data: 1\n\n${last}\n\n`)
    })
    const media: WireMedia = { mediaType: 'text/event-stream', kind: 'events' }
    const call = createTransport(contract, { baseUrl: server.url }).call(
      operation({ responses: [{ status: '200', content: [media] }] }),
      {},
      undefined,
    )
    const { body } = (await call) as Result<200, EventStream<unknown>>
    const all: unknown[] = []
    try {
      for await (const event of body) all.push(event)
    } catch (error) {
      all.push(error)
    }
    return all
  }

  it('is a refusal where the server says so', async () => {
    const [first, error] = await read(`event: error\ndata: ${JSON.stringify(ended)}`)
    expect(first).toEqual({ data: 1 })
    expect(error).toMatchObject({ name: 'ServerRefusedError', status: 401, refusal: { reason: 'credentials-refused' } })
  })

  it('is not for events of the contract that have the same name', async () => {
    const own = JSON.stringify({ title: 'x', status: 401 })
    expect(await read(`event: error\ndata: ${own}`)).toEqual([{ data: 1 }, { event: 'error', data: JSON.parse(own) }])
    expect(await read(`data: ${JSON.stringify(ended)}`)).toEqual([{ data: 1 }, { data: ended }])
  })
})
