import type { AuditEvent, GrantDirectory } from '../../../src/runtime/src/index.js'
import { type Authenticator, memoryIdempotency } from '../../../src/runtime/src/index.js'
import {
  createTenantsClient,
  type TenantsClient,
  type TenantsClientOptions,
} from '../../samples/tenants/_expected/client.js'
import { createTenantsServer, type TenantsHandlers } from '../../samples/tenants/_expected/server.js'
import type { Receipt } from '../../samples/tenants/_expected/types/receipt.js'
import type { Row } from '../../samples/tenants/_expected/types/row.js'
import { type Served, serve } from './serve.js'

export interface Tenants extends Served {
  /** A client whose token says who calls: `acme`, `acme:support`, `:operator` for nobody's operator. */
  as(token: string, options?: Partial<TenantsClientOptions>): TenantsClient
  /** What the handlers saw, in order. */
  readonly seen: unknown[]
  readonly audit: AuditEvent[]
  /** Rows that the handlers of `leaks` answer with, whoever calls. */
  rows: readonly Row[]
  /** Runs before each handler of `payments`. */
  before: () => Promise<void> | void
}

/** The sample `tenants`, over node:http. Tokens are taken at their word: `tenant:clearance`. */
export async function tenants(grants?: GrantDirectory): Promise<Tenants> {
  const state = {
    seen: [] as unknown[],
    audit: [] as AuditEvent[],
    rows: [] as readonly Row[],
    before: (): Promise<void> | void => undefined,
  }
  const server = createTenantsServer({
    handlers: handlersOf(state),
    authenticate,
    idempotency: memoryIdempotency(),
    audit: { write: (event) => void state.audit.push(event) },
    ...(grants && { grants }),
  })
  const served = await serve(server)
  return Object.assign(state, served, {
    as(token: string, options: Partial<TenantsClientOptions> = {}) {
      const [tenant = ''] = token.split(':')
      return createTenantsClient({ baseUrl: served.url, fetch: served.fetch, auth: token, tenant, ...options })
    },
  })
}

const authenticate: Authenticator = {
  authenticate({ value }) {
    const [tenant, clearance] = value.split(':')
    return {
      outcome: 'authenticated',
      principal: {
        id: 'ada',
        issuer: 'test',
        scopes: clearance === 'operator' ? ['tenants.lock', 'reports.read'] : [],
        clearance: clearance === 'operator' ? 'root' : clearance,
        claims: tenant === '' ? {} : { tenant_id: tenant },
      },
    }
  },
}

/** What answers are cut from: 7 rows of whichever tenant. */
function rowsOf(tenantId: string): readonly Row[] {
  return Array.from({ length: 7 }, (_, id) => ({ id, tenantId }))
}

const size = 3

function handlersOf(state: Pick<Tenants, 'seen' | 'rows' | 'before'>): TenantsHandlers {
  let run = 0
  const { seen } = state
  const first = (): Row => state.rows[0] ?? { id: -1, tenantId: 'none' }
  async function* stream(): AsyncGenerator<Row> {
    yield* state.rows
  }
  const receipt = async (key: string | undefined): Promise<Receipt> => {
    await state.before()
    run++
    return { run, ...(key !== undefined && { key }), account: 'DE02120300000000202051' }
  }
  return {
    listNotes: ({ tenant, path, respond }) => {
      seen.push({ tenant: tenant.id, ...path })
      return respond.ok([{ text: 'a', tenantId: tenant.id }])
    },
    findNotes: ({ tenant, query, respond }) => {
      seen.push({ tenant: tenant.id, ...query })
      return respond.ok([])
    },
    createNote: ({ tenant, headers, body, respond }) => {
      seen.push({ tenant: tenant.id, ...headers })
      return respond.created(body)
    },
    moveNote: ({ tenant, body, respond }) => {
      seen.push({ tenant: tenant.id, ...body })
      return respond.noContent()
    },
    createPerson: ({ body, respond }) => {
      seen.push(body)
      const { password: _, manager: __, ...rest } = body
      return respond.created({ ...rest, id: 'p1', manager: null })
    },
    async pay({ body, idempotency, respond }) {
      if (body.amount < 0) return respond.paymentRequired({ title: 'No money', status: 402 })
      const made = await receipt(idempotency.key)
      return respond.created(made, { xRun: made.run })
    },
    refund: async ({ idempotency, respond }) => respond.created(await receipt(idempotency.key)),
    transfer: async ({ body, idempotency, respond }) => {
      seen.push(body)
      return respond.created(await receipt(idempotency.key))
    },
    readFlaky: async ({ respond }) => respond.ok(await receipt(undefined)),
    listByCursor({ tenant, query: { cursor = '0' }, respond }) {
      seen.push(cursor)
      const end = Number(cursor) + size
      const items = rowsOf(tenant.id).slice(Number(cursor), end)
      return respond.ok({ items, next_cursor: end < 7 ? String(end) : null, has_more: end < 7 })
    },
    listByPage({ tenant, query: { page = 1 }, respond }) {
      seen.push(page)
      return respond.ok({ data: rowsOf(tenant.id).slice((page - 1) * size, page * size) })
    },
    listByOffset({ tenant, query: { offset = 0 }, respond }) {
      seen.push(offset)
      return respond.ok(rowsOf(tenant.id).slice(offset, offset + size))
    },
    listByLink({ tenant, query: { page = 1, search }, respond }) {
      seen.push([page, search])
      if (search === 'broken' && page === 2) return respond.other(503, { title: 'Later', status: 503 })
      const next =
        search === 'elsewhere' ? 'https://evil.example/by-link?page=2' : `?search=${search ?? ''}&page=${page + 1}`
      const items = rowsOf(tenant.id).slice((page - 1) * size, page * size)
      return respond.ok(items, page < 3 ? { link: `<${next}>; rel="next", </by-link>; rel="first"` } : {})
    },
    leakRow: ({ respond }) => respond.ok(first()),
    leakNested: ({ respond }) => respond.ok({ deep: { row: first() } }),
    leakList: ({ respond }) => respond.ok(state.rows),
    leakMap: ({ respond }) => respond.ok(Object.fromEntries(state.rows.map((row) => [`row ${row.id}`, row]))),
    leakUnion: ({ respond }) => respond.ok(first()),
    leakLines: ({ respond }) => respond.ok(stream()),
    leakEvents: ({ respond }) =>
      respond.ok(
        (async function* () {
          for await (const data of stream()) yield { data }
        })(),
      ),
    listCurrencies: ({ tenant, respond }) => {
      seen.push(tenant.id)
      return respond.ok(['EUR'])
    },
    getStatus: (request) => {
      seen.push((request as { readonly tenant?: unknown }).tenant)
      return request.respond.ok('fine')
    },
    getReport: ({ tenant, principal, respond }) => {
      seen.push([tenant, principal.id])
      return respond.ok('all')
    },
    lockTenant: ({ tenant, path, respond }) => {
      seen.push([tenant?.id, path.tenantId])
      return respond.ok({ text: 'locked', ...(tenant && { tenantId: tenant.id }) })
    },
    listOffers: ({ tenant, path, respond }) => {
      seen.push([tenant.id, path.partnerId])
      return respond.ok(state.rows)
    },
  }
}
