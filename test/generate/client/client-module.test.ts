import { describe, expect, it } from 'vitest'
import type { Contract, HttpOperation, SecurityScheme } from '../../../src/contract/model/index.js'
import { createPlan } from '../../../src/generate/plan/index.js'
import { createTemplates } from '../../../src/generate/render/templates.js'
import { renderClient } from '../../../src/generate/view/client/render-client.js'
import { contractOf, operationOf, origin } from '../support/hand-made.js'

const schemes: Readonly<Record<string, SecurityScheme>> = {
  session: { type: 'http', scheme: 'Bearer', name: 'session', at: origin('') },
  login: { type: 'oauth2', flows: [], name: 'login', at: origin('') },
  key: { type: 'apiKey', in: 'query', parameter: 'k', name: 'key', at: origin('') },
  basic: { type: 'http', scheme: 'basic', name: 'basic', at: origin('') },
  mutual: { type: 'mutualTLS', name: 'mutual', at: origin('') },
}

/** Each: what the operations ask for, and the option that follows. */
const cases: readonly (readonly [string, readonly (readonly (readonly string[])[])[], string | undefined])[] = [
  ['nothing', [[]], undefined],
  ['one scheme', [[['session']]], 'readonly auth: Credential'],
  ['one scheme or nobody', [[['session'], []]], 'readonly auth?: Credential | undefined'],
  ['one scheme here, nothing there', [[['key']], []], 'readonly auth: Credential'],
  ['bearer tokens of two schemes', [[['session'], ['login']]], 'readonly auth: Credential'],
  [
    'either of two schemes',
    [[['session'], ['key']]],
    'readonly auth: { readonly session?: Credential | undefined; readonly key?: Credential | undefined }',
  ],
  [
    'two schemes together',
    [[['basic', 'key']]],
    'readonly auth: { readonly key: Credential; readonly basic: Credential }',
  ],
  ['a client certificate', [[['mutual']]], undefined],
  ['a client certificate and a key', [[['mutual', 'key']]], 'readonly auth: Credential'],
]

describe('the option auth, where operations ask for', () => {
  it.each(cases)('%s', (_, asked, want) => {
    const operations = asked.map((alternatives, index) =>
      publicOperation({
        id: `op${index}`,
        security: alternatives.map((names) => ({ schemes: new Map(names.map((name) => [name, []])), at: origin('') })),
      }),
    )
    const text = client({ operations, securitySchemes: new Map(Object.entries(schemes)) })
    expect(text.match(/readonly auth[^\n]*/)?.[0]).toBe(want)
  })

  it('a tenant without naming a scheme', () => {
    const text = client({ operations: [operationOf({ id: 'a', method: 'get', path: '/a' })] })
    expect(text).toContain('readonly auth: Credential')
    expect(text).toContain("securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }")
  })
})

describe('the client', () => {
  it('has `as` only where the contract has a pathway', () => {
    expect(client({ operations: [publicOperation({ id: 'a' })] })).not.toContain('as(')
  })

  it('needs a tenant only where an operation does', () => {
    expect(client({ operations: [publicOperation({ id: 'a' })] })).not.toContain('TenantSource')
    expect(client({ operations: [operationOf({ id: 'a', method: 'get', path: '/a' })] })).toContain(
      'readonly tenant: TenantSource',
    )
  })

  it('may have no operations at all', () => {
    expect(client({})).toContain('export interface OrdersClient {}')
  })

  it('is the same each time', () => {
    const parts = { operations: [publicOperation({ id: 'b' }), publicOperation({ id: 'a', tags: ['x'] })] }
    expect(client(parts)).toBe(client(parts))
  })
})

function publicOperation(parts: Partial<HttpOperation> & { readonly id: string }): HttpOperation {
  const governance = { scope: { value: { scope: 'public' as const }, at: origin(''), inherited: true } }
  return operationOf({ method: 'get', path: `/${parts.id}`, governance, ...parts })
}

function client(parts: Partial<Contract>): string {
  const { plan } = createPlan(contractOf(parts), { source: 'orders.yaml', targets: ['client'] })
  return renderClient(plan, createTemplates()).find(({ path }) => path === 'client.ts')?.text ?? ''
}
