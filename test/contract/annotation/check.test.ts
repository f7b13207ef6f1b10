import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../../src/contract/annotation/coverage.js'
import { effectiveClassification, requireScopes } from '../../../src/contract/annotation/index.js'
import { type LoadOptions, loadContract } from '../../../src/contract/index.js'
import type { Contract, Schema } from '../../../src/contract/model/index.js'
import { tempFolder } from '../../support/temp-folder.js'
import { recordProblems } from './support/record-problems.js'

const head = `openapi: 3.1.0
info: {title: Orders, version: 1.0.0}
`

async function load(yaml: string, options: LoadOptions = {}) {
  const cwd = tempFolder({ 'c.yaml': head + yaml })
  return loadContract('c.yaml', { cwd, validation: 'never', ...options })
}

/** Diagnostics as `line:column code severity message`. */
async function told(yaml: string, options: LoadOptions = {}): Promise<readonly string[]> {
  const { diagnostics } = await load(yaml, options)
  return diagnostics.map(
    ({ span, code, severity, message }) => `${span?.line}:${span?.column} ${code} ${severity} ${message}`,
  )
}

async function contractOf(yaml: string): Promise<Contract> {
  const { contract, diagnostics } = await load(yaml)
  if (!contract) throw new Error(JSON.stringify(diagnostics))
  return contract
}

describe('classes within a schema', () => {
  it('are handed down to parts that say nothing', async () => {
    const contract = await contractOf(`components:
  schemas:
    Order:
      type: object
      x-data-classification: { category: financial, masking: partial }
      properties:
        a: { type: string }
        b: { type: object, properties: { c: { type: string } } }
        d: { type: string, x-data-classification: restricted }
        e: { $ref: '#/components/schemas/Sku' }
        f: { $ref: '#/components/schemas/Bare' }
    Sku: { type: string, x-data-classification: public }
    Bare: { type: string }
`)
    const { of } = effectiveClassification(contract)
    const order = contract.schemas.get('c.yaml#/components/schemas/Order') as Schema
    const part = (name: string) => order.properties?.get(name) as Schema
    const financial = { sensitivity: 'confidential', category: 'financial' }
    expect(of(part('a'))).toEqual(financial)
    expect(of(part('b').properties?.get('c') as Schema)).toEqual(financial)
    expect(of(part('d'))).toEqual({ sensitivity: 'restricted' })
    expect(of(part('e'))).toEqual({ sensitivity: 'public' })
    expect(of(part('f'))).toEqual(financial)
  })

  it('may not be lowered without a reason', async () => {
    const yaml = (note: string) => `components:
  schemas:
    Order:
      type: object
      x-data-classification: confidential
      properties:
        a: { type: string, x-data-classification: ${note} }
`
    expect(await told(yaml('internal'))).toEqual([
      '9:51 TK1310 error internal is declared inside what is declared confidential',
    ])
    expect(await told(yaml('{ sensitivity: internal, override: { reason: Derived. } }'))).toEqual([])
    expect(await told(yaml('restricted'))).toEqual([])
  })

  it('keep to a ceiling, however far away the data is', async () => {
    expect(
      await told(`components:
  schemas:
    Report:
      type: object
      x-data-classification: { sensitivity: internal, ceiling: internal }
      properties:
        order: { $ref: '#/components/schemas/Order' }
    Order:
      type: object
      x-data-classification: internal
      properties:
        report: { $ref: '#/components/schemas/Report' }
        card: { type: string, x-data-classification: payment-card }
`),
    ).toEqual(['7:30 TK1311 error the ceiling is internal, and restricted data is within reach'])
  })
})

describe('coverage', () => {
  const yaml = `components:
  schemas:
    Order:
      type: object
      properties:
        a: { type: string, x-data-classification: internal }
        b: { type: string }
        c: { type: array, items: { type: string } }
        d: { $ref: '#/components/schemas/Email', x-data-classification: contact.email }
    Email: { type: string }
`

  it('is summed up in one warning', async () => {
    expect(await told(yaml)).toEqual(['1:1 TK1312 warning 2 of 4 fields are unclassified (50 % of fields classified)'])
  })

  it('T63 is an error under strict, and there is no contract to generate from', async () => {
    const { contract, diagnostics } = await load(yaml, { strict: true })
    expect([contract, diagnostics.map(({ severity }) => severity)]).toEqual([undefined, ['error']])
  })

  it('does not matter to a policy that allows it, and is complete with a class on the document', async () => {
    expect(await told(`x-data-policy: { unclassified: allow }\n${yaml}`)).toEqual([])
    expect(await told(`x-data-classification: internal\n${yaml}`)).toEqual([])
  })

  it('counts bodies but neither parameters nor headers, and hears the parts of a call', async () => {
    const contract = await contractOf(`paths:
  /a:
    get:
      operationId: a
      x-tenant-scope: tenant
      parameters: [{ name: q, in: query, schema: { type: string } }]
      responses:
        '200':
          description: A.
          headers: { X-A: { schema: { type: string } } }
          x-data-classification: financial
          content:
            application/json:
              schema: { type: object, properties: { a: { type: string }, b: { type: number } } }
    post:
      operationId: b
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { '204': { description: Done. } }
`)
    expect(coverageOf(contract, effectiveClassification(contract).resolved)).toEqual({
      fields: 3,
      classified: 2,
      operations: 2,
      scoped: 1,
    })
    const { operations } = effectiveClassification(contract)
    expect(operations.get('a')).toEqual({
      request: { categories: [], unclassified: true },
      response: { sensitivity: 'confidential', categories: ['financial'], unclassified: false },
    })
    expect(operations.get('b')?.request).toEqual({ categories: [], unclassified: true })
  })
})

describe('scopes', () => {
  const operation = (scope: string, schema: string, more = '') => `${more}paths:
  /a:
    post:
      operationId: a
      x-tenant-scope: ${scope}
      responses:
        '200':
          description: A.
          content: { application/json: { schema: ${schema} } }
`
  const secret = '{ type: string, x-data-classification: secret }'
  const plain = '{ type: string, x-data-classification: public }'

  it('public carries public data only', async () => {
    expect(await told(operation('public', secret))).toEqual([
      '7:23 TK1317 error operation `a` is public, and its response carries restricted data',
    ])
    expect(await told(operation('public', plain))).toEqual([])
  })

  it('cross-tenant needs a pathway and a justification', async () => {
    expect(await told(operation('cross-tenant', plain))).toEqual([
      '7:23 TK1314 error operation `a` is cross-tenant and lacks a justification and pathways',
    ])
    expect(await told(operation('{ scope: cross-tenant, pathways: [b], justification: So. }', plain))).toEqual([
      '7:23 TK1315 error there is no pathway `b`',
    ])
  })

  it('cross-tenant carries what its pathways allow', async () => {
    const pathway = (rest: string) =>
      `x-tenant-pathways: { b: { from: x, to: y, purpose: z, requires: grant, ${rest} } }\n`
    const scope = '{ scope: cross-tenant, pathways: [b], justification: So. }'
    expect(await told(operation(scope, secret, pathway('ceiling: confidential')))).toEqual([
      '8:23 TK1316 error operation `a` carries restricted data, which pathway `b` does not allow',
    ])
    expect(await told(operation(scope, secret, pathway('categories: [contact]')))).toEqual([
      '8:23 TK1316 error operation `a` carries data of category `secret`, which pathway `b` does not allow',
    ])
    expect(await told(operation(scope, secret, pathway('ceiling: restricted, categories: [secret.key]')))).toEqual([])
  })

  it('names of pathways and operations must exist', async () => {
    const yaml = operation('tenant', plain).replace(
      '      responses:',
      '      x-data-flow: { pathway: b }\n      x-compensated-by: undo\n      x-data-retention: { period: none, erasure: { operationId: erase } }\n      responses:',
    )
    expect(await told(yaml)).toEqual([
      '8:20 TK1315 error there is no pathway `b`',
      '9:25 TK1318 error `x-compensated-by` names operation `undo`, which does not exist',
      '10:25 TK1318 error `x-data-retention` names operation `erase`, which does not exist',
    ])
  })

  it('a server stands where data must stay', async () => {
    const yaml = (residency: string) => `x-data-residency: ${residency}
servers:
  - { url: 'https://a.example', x-data-residency: [DE, US] }
paths: { /a: { get: { operationId: a, responses: { '204': { description: A. } } } } }
`
    expect(await told(yaml('DE'))).toEqual(['5:51 TK1320 error the server stands in US, and data must stay in DE'])
    expect(await told(yaml('{ regions: DE, mode: preferred }'))).toEqual([])
    expect(await told(yaml('{ regions: DE, transfer: { to: US, mechanism: scc } }'))).toEqual([])
  })
})

describe('requireScopes', () => {
  const yaml = `paths:
  /a: { get: { operationId: a, x-tenant-scope: shared, responses: { '204': { description: A. } } } }
  /b: { get: { operationId: b, responses: { '204': { description: B. } } } }
webhooks:
  c: { post: { operationId: c, responses: { '204': { description: C. } } } }
`
  const scopes = (contract: Contract) =>
    contract.operations.map(({ id, governance }) => [id, governance.scope?.value.scope])

  it('T26 refuses operations without one, at their place, but not what goes out', async () => {
    const problems = recordProblems()
    const contract = await contractOf(yaml)
    expect(scopes(requireScopes(contract, undefined, problems))).toEqual([
      ['a', 'shared'],
      ['b', undefined],
      ['c', undefined],
    ])
    expect(problems.told).toEqual(['TK1301 error /paths/~1b/get: operation `b` has no tenant scope'])
  })

  it('fills in a default', async () => {
    const problems = recordProblems()
    expect(scopes(requireScopes(await contractOf(yaml), 'tenant', problems))).toEqual([
      ['a', 'shared'],
      ['b', 'tenant'],
      ['c', 'tenant'],
    ])
    expect(problems.told).toEqual([])
  })

  it('never speaks in the stead of a scope that cannot be read', async () => {
    const problems = recordProblems()
    const contract = await contractOf(yaml)
    const operations = contract.operations.map((operation) => ({
      ...operation,
      governance: { unreadable: new Set(['scope']) },
    }))
    expect(scopes(requireScopes({ ...contract, operations }, 'public', problems)).map(([, scope]) => scope)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
