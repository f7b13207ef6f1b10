import { describe, expect, test } from 'vitest'
import { machine } from '../../../src/runtime/src/client/environment.js'
import { createTransport } from '../../../src/runtime/src/gen1/index.js'
import { contract, json, manual, operation, serve } from './support.js'

describe('a time limit', () => {
  test('ends the attempt and the connection', async () => {
    const environment = manual()
    const server = await serve(() => environment.expire())
    const call = createTransport(contract, { baseUrl: server.url, timeout: 250, environment }).call(
      operation(),
      {},
      undefined,
    )
    await expect(call).rejects.toMatchObject({
      name: 'ConnectionError',
      code: 'TK7122',
      message: 'there was no answer in time: doThing took longer than 250 ms (TK7122)',
    })
    await server.brokenOff
  })
  test('also while the body is still coming', async () => {
    const environment = manual()
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"half":', () => setImmediate(() => environment.expire()))
    })
    const call = createTransport(contract, { baseUrl: server.url, environment }).call(operation(), {}, undefined)
    await expect(call).rejects.toMatchObject({ code: 'TK7122' })
    await server.brokenOff
  })
  test('starts anew with each attempt', async () => {
    const environment = { ...manual(), random: () => 0 }
    const server = await serve((_, response, count) => (count === 1 ? environment.expire() : json(response, 200, {})))
    const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
      milliseconds === 0 ? Promise.resolve() : (environment.sleep?.(milliseconds, signal) ?? Promise.resolve())
    const transport = createTransport(contract, {
      baseUrl: server.url,
      attempts: 2,
      timeout: 50,
      environment: { ...environment, sleep },
    })
    await expect(transport.call(operation(), {}, undefined)).resolves.toMatchObject({ status: 200 })
    expect(environment.limits).toEqual([50, 50])
  })
  test('comes from the call, the client, the contract, or is 30 seconds', async () => {
    const environment = manual()
    const server = await serve((_, response) => json(response, 200, {}))
    const declared = operation({ timeout: 3 })
    const transport = createTransport(contract, { baseUrl: server.url, environment })
    await createTransport(contract, { baseUrl: server.url, environment, timeout: 2 }).call(declared, {}, { timeout: 1 })
    await createTransport(contract, { baseUrl: server.url, environment, timeout: 2 }).call(declared, {}, undefined)
    await transport.call(declared, {}, undefined)
    await transport.call(operation(), {}, undefined)
    expect(environment.limits).toEqual([1, 2, 3, 30_000])
  })
  test('ends interceptors that do not listen, too', async () => {
    const environment = manual()
    const interceptor = (): Promise<Response> => {
      environment.expire()
      return new Promise(() => undefined)
    }
    const transport = createTransport(contract, {
      baseUrl: 'http://127.0.0.1:1',
      environment,
      interceptors: [interceptor],
    })
    await expect(transport.call(operation(), {}, undefined)).rejects.toMatchObject({ code: 'TK7122' })
  })
  test('is a timer of the machine by default', async () => {
    const server = await serve(() => undefined)
    const transport = createTransport(contract, { baseUrl: server.url })
    await expect(transport.call(operation(), {}, { timeout: 1 })).rejects.toMatchObject({ code: 'TK7122' })
  })
})

describe("the caller's signal", () => {
  test('ends the call and is the cause', async () => {
    const controller = new AbortController()
    const reason = new RangeError('changed my mind')
    const server = await serve(() => controller.abort(reason))
    const call = createTransport(contract, { baseUrl: server.url, attempts: 3 }).call(
      operation(),
      {},
      { signal: controller.signal },
    )
    await expect(call).rejects.toMatchObject({ name: 'ConnectionError', code: 'TK7123', cause: reason })
    await server.brokenOff
    expect(server.received).toHaveLength(1)
  })
  test('that was aborted before: nothing is sent', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const call = createTransport(contract, { baseUrl: server.url }).call(
      operation(),
      {},
      { signal: AbortSignal.abort() },
    )
    await expect(call).rejects.toMatchObject({ code: 'TK7123' })
    expect(server.received).toEqual([])
  })
  test('ends the wait between attempts', async () => {
    const controller = new AbortController()
    const server = await serve((_, response) => json(response, 503, {}, { 'retry-after': '30' }))
    const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> => {
      const waiting = machine.sleep(milliseconds, signal)
      controller.abort()
      return waiting
    }
    const options = { baseUrl: server.url, attempts: 2, timeout: Number.POSITIVE_INFINITY, environment: { sleep } }
    const call = createTransport(contract, options).call(operation(), {}, { signal: controller.signal })
    await expect(call).rejects.toMatchObject({ code: 'TK7123' })
    expect(server.received).toHaveLength(1)
  })
  test('is let go of when the call is over', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const controller = new AbortController()
    const added: string[] = []
    const { signal } = controller
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      added.push('+')
      add(...args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      added.push('-')
      remove(...args)
    }
    await createTransport(contract, { baseUrl: server.url }).call(operation(), {}, { signal })
    expect(added).toEqual(['+', '-'])
  })
})
