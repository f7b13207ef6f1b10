import { describe, expect, it } from 'vitest'
import { loadContract } from '../../../src/contract/index.js'
import type { Contract, Schema } from '../../../src/contract/model/index.js'
import { createClasses } from '../../../src/diff/schema/classes.js'
import { tempFolder } from '../../support/temp-folder.js'

async function contractOf(yaml: string): Promise<Contract> {
  const cwd = tempFolder({ 'c.yaml': `openapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n${yaml}` })
  const { contract, diagnostics } = await loadContract('c.yaml', { cwd, validation: 'never' })
  expect({
    diagnostics: diagnostics.filter(({ severity }) => severity === 'error'),
    read: contract !== undefined,
  }).toEqual({
    diagnostics: [],
    read: true,
  })
  return contract as Contract
}

function property({ schemas }: Contract, schema: string, name: string): Schema {
  return schemas.get(`c.yaml#/components/schemas/${schema}`)?.properties?.get(name) as Schema
}

const classified = `components:
  schemas:
    Secret: { type: string, x-data-classification: secret }
    Order:
      type: object
      x-data-classification: { category: financial, masking: partial }
      properties:
        own: { type: string, x-data-classification: restricted }
        handed: { type: string }
        masked: { type: string, x-data-classification: { masking: hash } }
        referenced: { $ref: '#/components/schemas/Secret' }
`
const bare = `components:
  schemas:
    Order: { type: object, properties: { own: { type: string } } }
`

describe('createClasses', () => {
  it('says what holds in its place, and where that was decided', async () => {
    const contract = await contractOf(classified)
    const { after } = createClasses(await contractOf(bare), contract)
    const told = ['own', 'handed', 'masked', 'referenced'].map((name) => {
      const { value, at, inherited = false } = after(property(contract, 'Order', name)) ?? {}
      return [name, value, at?.pointer, inherited]
    })
    const order = '/components/schemas/Order'
    expect(told).toEqual([
      ['own', { sensitivity: 'restricted' }, `${order}/properties/own/x-data-classification`, false],
      ['handed', { sensitivity: 'confidential', category: 'financial' }, `${order}/x-data-classification`, true],
      [
        'masked',
        { sensitivity: 'confidential', category: 'financial', masking: { strategy: 'hash' } },
        `${order}/properties/masked/x-data-classification`,
        false,
      ],
      [
        'referenced',
        { sensitivity: 'restricted', category: 'secret' },
        '/components/schemas/Secret/x-data-classification',
        true,
      ],
    ])
  })

  it('takes the default of the document, and of the body that a schema stands in', async () => {
    const contract = await contractOf(`x-data-classification: internal
paths:
  /orders:
    post:
      requestBody:
        x-data-classification: financial
        content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } }
      responses:
        '200': { description: Ok., content: { application/json: { schema: { type: string } } } }
`)
    const [operation] = contract.operations
    const { before } = createClasses(contract, contract)
    const request = operation?.kind === 'http' ? operation.requestBody?.content[0]?.schema : undefined
    const response = operation?.kind === 'http' ? operation.responses[0]?.content[0]?.schema : undefined
    expect([before(request?.properties?.get('a') as Schema), before(response as Schema)]).toEqual([
      {
        value: { sensitivity: 'confidential', category: 'financial' },
        at: { document: 'c.yaml', pointer: '/paths/~1orders/post/requestBody/x-data-classification' },
        inherited: true,
      },
      {
        value: { sensitivity: 'internal' },
        at: { document: 'c.yaml', pointer: '/x-data-classification' },
        inherited: true,
      },
    ])
  })

  it('says nothing where nobody has, on one side or on both', async () => {
    const [contract, other] = await Promise.all([contractOf(bare), contractOf(classified)])
    const own = property(contract, 'Order', 'own')
    expect(createClasses(contract, contract).before(own)).toBeUndefined()
    expect(createClasses(contract, other).before(own)).toBeUndefined()
    expect(createClasses(contract, other).after(property(other, 'Order', 'own'))).toMatchObject({
      value: { sensitivity: 'restricted' },
    })
  })
})
