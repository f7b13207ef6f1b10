import { describe, expect, it } from 'vitest'
import { changelogHtml, changelogMarkdown, createChangelog } from '../../../src/diff/changelog/index.js'
import { diffTexts } from '../support/diff-texts.js'

const version = (number: string, paths: string, order: string): string => `openapi: 3.1.0
info: { title: Orders, version: ${number} }
paths:
${paths}
components:
  schemas:
    Order: ${order}
`
const operation = (path: string, method: string, id: string, more = ''): string => `  ${path}:
    ${method}:
      operationId: ${id}${more}
      responses:
        '200':
          description: An order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }`
const body = (schema: string): string => `
      requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`

const before = version(
  '1.4.0',
  [
    operation('/orders', 'post', 'createOrder', body('{ type: object, properties: { sku: { type: string } } }')),
    operation('/orders/{id}', 'get', 'getOrder'),
    operation('/old', 'get', 'getOld'),
  ].join('\n'),
  '{ type: object, required: [id], properties: { id: { type: string } } }',
)
const after = version(
  '2.0.0',
  [
    operation(
      '/orders',
      'post',
      'createOrder',
      body('{ type: object, required: [sku], properties: { sku: { type: string }, note: { type: string } } }'),
    ),
    operation('/orders/{id}', 'get', 'getOrder'),
    operation('/new', 'get', 'getNew'),
  ].join('\n'),
  '{ type: object, required: [id], properties: { id: { type: string }, total: { type: number } } }',
)

describe('the changelog', () => {
  it('sorts changes by operation: new, removed, changed, shared', async () => {
    const { added, removed, changed, shared, contract } = createChangelog(await diffTexts(before, after))
    const ids = (entries: readonly { readonly operation: { readonly id: string } }[]) =>
      entries.map(({ operation: { id } }) => id)
    expect({ added: ids(added), removed: ids(removed), changed: ids(changed), contract }).toEqual({
      added: ['getNew'],
      removed: ['getOld'],
      changed: ['createOrder'],
      contract: [],
    })
    expect(changed[0]?.changes.map(({ level, message }) => `${level} ${message}`)).toEqual([
      'breaking `sku` became required',
      'info `note` is new',
    ])
    expect(
      shared.map(({ name, operations, changes }) => [
        name,
        ids(operations.map((one) => ({ operation: one }))),
        changes.length,
      ]),
    ).toEqual([['Order', ['createOrder', 'getOrder'], 1]])
  })

  it('reads as release notes in Markdown', async () => {
    expect(changelogMarkdown(createChangelog(await diffTexts(before, after)))).toMatchInlineSnapshot(`
      "## Orders 1.4.0 → 2.0.0

      2 breaking changes and 3 compatible changes.

      ### New

      - \`GET /new\`

      ### Removed

      - **Breaking:** \`GET /old\`

      ### \`POST /orders\`

      - **Breaking:** \`sku\` became required (request)
      - \`note\` is new (request)

      ### \`Order\`

      In POST /orders, GET /orders/{id}.

      - \`total\` is new (response)
      "
    `)
  })

  it('says in words that nothing changed', async () => {
    expect(changelogMarkdown(createChangelog(await diffTexts(before, before)))).toBe(
      '## Orders 1.4.0\n\nNothing changed for users of the API.\n',
    )
  })

  it('is one page of HTML in which text of a contract stays text', async () => {
    const hostile = (text: string) =>
      text
        .replaceAll('sku:', '"<script>alert(1)</script>|`*[x](y)":')
        .replace('[sku]', '["<script>alert(1)</script>|`*[x](y)"]')
    const changelog = createChangelog(await diffTexts(hostile(before), hostile(after)))
    const page = changelogHtml([changelog])
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>')
    expect(changelogMarkdown(changelog)).not.toContain('<script>alert(1)</script>|`*[x](y)` became')
  })
})
