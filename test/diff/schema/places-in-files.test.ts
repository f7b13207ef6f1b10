/** What stands in a file of its own has no name in the contract: it is found by the way that leads to it. */
import { expect, it } from 'vitest'
import { loadContract } from '../../../src/contract/index.js'
import { diffContracts, type LoadedContract } from '../../../src/diff/index.js'
import { tempFolder } from '../../support/temp-folder.js'

const contract = `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      responses:
        '200':
          description: All.
          content:
            application/json:
              schema: { type: object, properties: { orders: { type: array, items: { $ref: order.yaml } } } }
  /shipments:
    get:
      responses:
        '200':
          description: All.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Shipment' }
components:
  schemas:
    Shipment: { type: object, properties: { label: { allOf: [{ $ref: label.yaml }] } } }
`

async function load(order: string, label: string): Promise<LoadedContract> {
  const cwd = tempFolder({ 'c.yaml': contract, 'order.yaml': order, 'label.yaml': label })
  return (await loadContract('c.yaml', { cwd, validation: 'never' })) as LoadedContract
}

it('names the way to a schema in another file', async () => {
  const base = await load(
    'type: object\nproperties: { state: { enum: [open] } }\n',
    'type: object\nproperties: { kind: { enum: [paper] } }\n',
  )
  const head = await load(
    'type: object\nproperties: { state: { enum: [open, lost] } }\n',
    'type: object\nproperties: { kind: { enum: [paper, film] } }\n',
  )
  const { findings } = diffContracts(base, head, { today: '2026-01-01', sources: { base: 'before', head: 'after' } })
  expect(findings.map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual([
    'GET /orders/responses/200/application~1json/properties/orders/items/properties/state: `state` gained `lost`',
    '/schemas/Shipment/properties/label/properties/kind: `kind` gained `film`',
  ])
})
