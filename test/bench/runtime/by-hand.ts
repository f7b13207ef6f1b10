import { hash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { jwtVerify } from 'jose'
import { order, plainSchema } from './contract.js'

type Order = typeof order
interface Caller {
  readonly tenant: string
  readonly until: number
}
interface Answer {
  readonly status: number
  readonly body?: Order
}

/**
 * node:http with what the governed server checks, written by hand for this one contract, as well as a good service has it:
 * who calls (remembered, as there), whose tenant it is, bodies and answers against their schema, masks, the headers of an
 * answer. What it lacks beside the governed server: limits of depth and lists, audit, stops, stages that cannot be skipped.
 */
export async function byHand(secret: Uint8Array): Promise<number> {
  const callers = new Map<string, Caller>()
  const ajv = new Ajv({ strict: false })
  ;(addFormats as unknown as (made: Ajv) => void)(ajv)
  const isOrder: ValidateFunction = ajv.compile(plainSchema)
  const server = createServer((request, response) => {
    answerTo(request).then(
      (answer) => send(response, answer),
      () => send(response, { status: 500 }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1]
    const caller = token === undefined ? undefined : await callerOf(token)
    if (!caller) return { status: 401 }
    const { tenant } = caller
    const named = request.headers['x-tenant-id']
    if (named !== undefined && named !== tenant) return { status: 403 }
    if (request.method === 'GET') {
      const id = decodeURIComponent(request.url!.slice('/orders/'.length))
      return id === '' || id.length > 40 ? { status: 422 } : judged({ status: 200, body: { ...order, id } }, tenant)
    }
    const body = await bodyOf(request)
    if (body === undefined) return { status: 413 }
    let value: unknown
    try {
      value = JSON.parse(body)
    } catch {
      return { status: 400 }
    }
    if (!isOrder(value)) return { status: 422 }
    if ((value as Order).tenantId !== tenant) return { status: 403 }
    return judged({ status: 201, body: { ...(value as Order), tenantId: tenant } }, tenant)
  }

  /** An answer of the service itself is not believed, either. */
  function judged(answer: Answer & { readonly body: Order }, tenant: string): Answer {
    return isOrder(answer.body) && answer.body.tenantId === tenant ? answer : { status: 500 }
  }

  function callerOf(token: string): Caller | Promise<Caller | undefined> {
    const known = callers.get(hash('sha256', token, 'base64'))
    return known && Date.now() < known.until ? known : verified(token)
  }

  async function verified(token: string): Promise<Caller | undefined> {
    try {
      const { payload } = await jwtVerify(token, secret, {
        issuer: 'bench',
        audience: 'bench',
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'sub'],
      })
      const tenant = payload['tenant_id']
      if (typeof tenant !== 'string' || !/^[a-z0-9][a-z0-9_-]{0,62}$/.test(tenant)) return undefined
      const caller = { tenant, until: Math.min((payload.exp ?? 0) * 1000, Date.now() + 60_000) }
      callers.set(hash('sha256', token, 'base64'), caller)
      return caller
    } catch {
      return undefined
    }
  }

  function bodyOf(request: IncomingMessage): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      let length = 0
      request.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > 1_048_576) resolve(undefined)
        else chunks.push(chunk)
      })
      request.on('end', () => resolve(Buffer.concat(chunks).toString()))
      request.on('error', reject)
    })
  }

  function send(response: ServerResponse, { status, body }: Answer): void {
    if (!body) {
      response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ status }))
      return
    }
    const text = JSON.stringify({ ...body, email: '****', card: '****', street: '****' })
    response.writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'private, no-store',
      vary: 'authorization',
      'x-content-type-options': 'nosniff',
      'x-request-id': randomBytes(16).toString('hex'),
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  }
}
