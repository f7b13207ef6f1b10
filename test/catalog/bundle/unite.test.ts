import { describe, expect, it } from 'vitest'
import { openBundle, uniteDocuments } from '../../../src/catalog/bundle/index.js'
import type { Bundle } from '../../../src/catalog/model/index.js'

async function united(bundle: Bundle): Promise<unknown> {
  const { documents } = await openBundle({ namespace: 'a', name: 'b', version: '1' }, bundle)
  return JSON.parse(uniteDocuments(documents))
}

const root = (schema: string, more = '') => `openapi: 3.1.0
info: { title: T, version: 1.0.0 }
x-tenant-scope: public
paths:
  /a: { get: { operationId: a, responses: { '200': { description: x, content: { application/json: { schema: ${schema} } } } } } }
${more}`

describe('one document of all', () => {
  it('is the contract itself where it stands alone, with its circles', async () => {
    const text = root(
      "{ $ref: '#/components/schemas/Node' }",
      "components: { schemas: { Node: { properties: { next: { $ref: '#/components/schemas/Node' } } } } }",
    )
    const made = await united({ documents: [{ path: 'a.yaml', text }], overlays: [] })
    expect(made).toMatchObject({
      openapi: '3.1.0',
      components: { schemas: { Node: { properties: { next: { $ref: '#/components/schemas/Node' } } } } },
    })
    expect(made).not.toHaveProperty('x-documents')
  })

  it('has other documents in it, and references lead there and back', async () => {
    const made = await united({
      documents: [
        {
          path: 'api/a.yaml',
          text: root("{ $ref: '../more/b%20c.yaml#/Order' }", 'components: { schemas: { Id: { type: string } } }'),
        },
        {
          path: 'more/b c.yaml',
          text: "Order: { properties: { id: { $ref: '../api/a.yaml#/components/schemas/Id' }, line: { $ref: '#/Line' } } }\nLine: { properties: { order: { $ref: '#/Order' }, $ref: { type: string } } }",
        },
      ],
      overlays: [],
    })
    expect(made).toMatchObject({
      paths: {
        '/a': {
          get: {
            responses: { 200: { content: { 'application/json': { schema: { $ref: '#/x-documents/0/Order' } } } } },
          },
        },
      },
      'x-documents': [
        {
          Order: {
            properties: { id: { $ref: '#/components/schemas/Id' }, line: { $ref: '#/x-documents/0/Line' } },
          },
          Line: { properties: { order: { $ref: '#/x-documents/0/Order' }, $ref: { type: 'string' } } },
        },
      ],
    })
  })

  it('has overlays applied, and keeps members that are called like parts of a prototype', async () => {
    const made = await united({
      documents: [
        {
          path: 'a.json',
          text: '{"openapi":"3.1.0","info":{"title":"T","version":"1.0.0"},"x-tenant-scope":"public","paths":{},"components":{"schemas":{"A":{"$ref":"b.json#/B"},"__proto__":{"type":"string"}}}}',
        },
        { path: 'b.json', text: '{"B":{"type":"object","properties":{"__proto__":{"type":"integer"}}}}' },
      ],
      overlays: [
        {
          path: 'o.yaml',
          text: 'overlay: 1.0.0\ninfo: { title: O, version: 1.0.0 }\nactions: [{ target: $.info, update: { summary: By an overlay. } }]',
        },
      ],
    })
    const text = JSON.stringify(made)
    expect(text).toContain('"summary":"By an overlay."')
    expect(text).toContain('"__proto__":{"type":"string"}')
    expect(text).toContain('"__proto__":{"type":"integer"}')
    expect(text).not.toContain('overlay":"1.0.0')
  })
})
