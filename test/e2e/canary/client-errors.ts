import { type Interceptor, unwrap } from '../../../src/runtime/src/gen1/index.js'
import { shown } from './handlers.js'
import type { Modules } from './run.js'
import type { Secrets } from './secrets.js'
import type { Sinks } from './sinks.js'

/** Every way in which a call can fail for its caller, and what the error says when it is logged. */
export async function clientErrors(
  modules: Modules,
  url: string,
  secrets: Secrets,
  sinks: Sinks,
  traced: Interceptor,
): Promise<void> {
  const input = {
    path: { orderId: secrets.of('client path') },
    query: { note: secrets.of('client query') },
    headers: { xNote: secrets.of('client header') },
    cookies: { taste: secrets.of('client cookie') },
  }
  const post = { ...input, body: { sku: 'sku-3', note: secrets.of('client note') } }
  let failed = 0
  const attempt = async (options: object, operation = 'getOrder', given: object = input): Promise<void> => {
    const auth = `acme.none.${secrets.of('client token')}`
    const client = modules.createClient({ baseUrl: url, auth, tenant: 'acme', interceptors: [traced], ...options })
    try {
      unwrap((await client[operation]?.(given)) as never)
    } catch (error) {
      failed += 1
      sinks.add('client error', shown(error))
    }
  }
  const answering = (make: () => Response | Promise<Response>): object => ({ fetch: async () => make() })
  const json = { 'content-type': 'application/json' }
  const answers: (() => Response | Promise<Response>)[] = [
    () => new Response(secrets.of('unreadable answer'), { headers: json }),
    () => new Response(`{"id":"${secrets.of('half an answer')}`, { headers: json }),
    () => new Response('', { headers: { 'content-type': `text/${secrets.of('answered type')}` } }),
    () => new Response(JSON.stringify({ id: 'a', tenantId: secrets.of('answered tenant') }), { headers: json }),
    () => new Response('{}', { headers: { ...json, 'x-tenant-id': secrets.of('answered tenant header') } }),
    () => new Response('', { status: 302, headers: { location: `https://${secrets.of('redirect')}.example/` } }),
    () => new Response(secrets.of('undeclared error'), { status: 500 }),
    () =>
      new Response(JSON.stringify({ title: secrets.of('problem title'), detail: secrets.of('answered detail') }), {
        status: 404,
        headers: { 'content-type': 'application/problem+json', 'x-more': secrets.of('answered header') },
      }),
    () => Promise.reject(new TypeError(secrets.of('network error'), { cause: new Error(secrets.of('network cause')) })),
    () => Promise.reject(new DOMException(secrets.of('abort'), 'AbortError')),
  ]
  for (const answer of answers) {
    await attempt(answering(answer))
    await attempt(answering(answer), 'createOrder', post)
  }
  await attempt({ baseUrl: `http://127.0.0.1:9/${secrets.of('base path')}` })
  await attempt({ baseUrl: `not a url ${secrets.of('base url')}` })
  await attempt({ auth: `${secrets.of('unsendable token')}\n` })
  await attempt({ tenant: `${secrets.of('unsendable tenant')}!` })
  await attempt({ headers: { 'x-more': `${secrets.of('unsendable header')}\n` } })
  await attempt({}, 'getOrder', { ...input, path: { orderId: `../${secrets.of('unsendable path')}` } })
  await attempt({}, 'createOrder', { ...post, body: { sku: 1n, note: secrets.of('unsendable body') } })
  await attempt({ auth: secrets.of('client token that is refused') })
  await attempt({}, 'getOrder', { ...input, query: { limit: secrets.of('client query that is refused') } })
  await attempt({}, 'createOrder', { ...post, query: { limit: 2 } })
  if (failed < 28) throw new Error(`only ${failed} of the calls have failed`)
}
