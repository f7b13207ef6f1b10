import { describe, expect, test } from 'vitest'
import { onlyOperation, plain, read, readClean } from './support.js'

const head = (version: string) => `openapi: ${version}\ninfo: {title: T, version: '1'}\n`

/** One operation `get /a/{id}` with these lines below it. */
const withOperation = (lines: string, version = '3.1.0', rest = '') => `${head(version)}paths:
  /a:
    get:
      operationId: getA
${lines.replace(/^/gm, '      ')}
${rest}`

describe('parameters', () => {
  test('have the defaults of their place', async () => {
    const operation = onlyOperation(
      await readClean(`${head('3.1.0')}paths:
  /a/{p}:
    get:
      operationId: getA
      parameters:
        - {name: p, in: path, required: true}
        - {name: q, in: query, schema: {type: string}}
        - {name: h, in: header, required: true, deprecated: true, description: D}
        - {name: c, in: cookie, allowEmptyValue: true}
        - {name: deep, in: query, style: deepObject, allowReserved: true}
        - {name: pipes, in: query, style: pipeDelimited, explode: false, example: [a], examples: {b: {value: [b]}}}
        - {name: json, in: query, content: {Application/JSON; v=A: {schema: {type: object}}}}
`),
    )
    const rest = { required: false, deprecated: false, allowReserved: false, allowEmptyValue: false, examples: [] }
    expect(plain(operation.parameters)).toEqual([
      { ...rest, name: 'p', in: 'path', required: true, style: 'simple', explode: false },
      { ...rest, name: 'q', in: 'query', style: 'form', explode: true, schema: { types: ['string'] } },
      {
        ...rest,
        name: 'h',
        in: 'header',
        required: true,
        deprecated: true,
        description: 'D',
        style: 'simple',
        explode: false,
      },
      { ...rest, name: 'c', in: 'cookie', allowEmptyValue: true, style: 'form', explode: true },
      { ...rest, name: 'deep', in: 'query', allowReserved: true, style: 'deepObject', explode: false },
      { ...rest, name: 'pipes', in: 'query', style: 'pipeDelimited', explode: false, examples: [['a'], ['b']] },
      {
        ...rest,
        name: 'json',
        in: 'query',
        style: 'form',
        explode: true,
        content: { mediaType: 'application/json; v=A', schema: { types: ['object'] }, encoding: {}, examples: [] },
      },
    ])
  })

  test('of the operation replace those of the path item in their place', async () => {
    const operation = onlyOperation(
      await readClean(`${head('3.0.0')}paths:
  /a:
    parameters:
      - {name: a, in: query, description: path}
      - {name: X-B, in: header, description: path}
    get:
      operationId: getA
      parameters:
        - {name: c, in: query}
        - {name: x-b, in: header, description: operation}
`),
    )
    expect(operation.parameters.map(({ name, description }) => [name, description])).toEqual([
      ['a', 'path'],
      ['x-b', 'operation'],
      ['c', undefined],
    ])
  })

  test('of 3.2: the whole query string, and cookies in their own style', async () => {
    const operation = onlyOperation(
      await readClean(
        withOperation(
          `parameters:
  - {name: filter, in: querystring, content: {application/json: {}}}
  - {name: c, in: cookie, style: cookie}`,
          '3.2.0',
        ),
      ),
    )
    expect(operation.parameters.map(({ in: place, style, explode }) => [place, style, explode])).toEqual([
      ['querystring', 'form', true],
      ['cookie', 'cookie', true],
    ])
  })

  test.each([
    ['[{name: a}]', '8:10 TK1106 a parameter has no `in`'],
    ['[{in: query}]', '8:10 TK1106 a parameter has no `name`'],
    ['[{name: 1, in: query}]', '8:17 TK1103 `name` is a number, not a text'],
    ['[{name: a, in: body}]', '8:24 TK1103 `in` is `body`, not one of path, query, header and cookie'],
    ['[{name: a, in: querystring}]', '8:24 TK1103 `in` is `querystring`, not one of path, query, header and cookie'],
    ['[a]', '8:10 TK1103 `parameter` is a text, not an object'],
    ['a', '8:9 TK1103 `parameters` is a text, not a list'],
    ['[{name: a, in: query}, {name: a, in: query}]', '8:32 TK1113 the query parameter `a` is declared twice'],
    ['[{name: a, in: query, required: maybe}]', '8:41 TK1103 `required` is a text, not true or false'],
    [
      '[{name: a, in: query, content: {a/a: {}, b/b: {}}}]',
      '8:40 TK1120 the `content` of a parameter must have exactly one media type',
    ],
    [
      "[{$ref: '#/components/parameters/x'}]",
      expect.stringMatching(/^8:17 TK1041 .*`#\/components\/parameters\/x` leads nowhere/),
    ],
  ])('%s is an error with a place', async (parameters, problem) => {
    expect((await read(withOperation(`parameters:\n  ${parameters}`))).problems).toEqual([problem])
  })

  test.each([
    [
      '{name: a, in: query, style: simple}',
      '8:38 TK1119 the style `simple` is not for a query parameter; `form` is used',
    ],
    [
      '{name: a, in: cookie, style: cookie}',
      '8:39 TK1119 the style `cookie` is not for a cookie parameter; `form` is used',
    ],
    [
      '{name: Accept, in: header}',
      '8:10 TK1121 the header `Accept` is not described here and has no effect (places: 1)',
    ],
    ["{name: a, in: query, required: 'true'}", '8:41 TK1104 `required` is a text, not true or false'],
    ['{name: a, in: query, description: {$ref: a.md}}', '8:44 TK1104 `description` is an object, not a text'],
    [
      '{name: a, in: query, explod: true}',
      '8:31 TK1105 `explod` is no field of a parameter in OpenAPI 3.1 and has no effect (places: 1)',
    ],
    [
      '{name: a, in: path, required: true}',
      '8:10 TK1111 the path parameter `a` does not occur in the path and has no effect',
    ],
  ])('%s is told and goes on', async (parameter, problem) => {
    const { contract, problems } = await read(withOperation(`parameters:\n  [${parameter}]`))
    expect(problems).toEqual([problem])
    expect(contract?.operations).toHaveLength(1)
  })
})

describe('bodies and answers', () => {
  test('are read with headers and fields whose names look like extensions', async () => {
    const { responses, requestBody } = onlyOperation(
      await readClean(`
openapi: 3.1.0
info: {title: A, version: 1.0.0}
paths:
  /a:
    post:
      operationId: a
      requestBody: {content: {multipart/form-data: {schema: {}, encoding: {x-file: {contentType: image/png}}}}}
      responses: {'204': {description: Done, headers: {x-total: {schema: {type: integer}}}}}
`),
    )
    expect(responses[0]?.headers.map(({ name }) => name)).toEqual(['x-total'])
    expect([...(requestBody?.content[0]?.encoding.keys() ?? [])]).toEqual(['x-file'])
  })

  test('are read with media types, headers, links and encodings', async () => {
    const operation = onlyOperation(
      await readClean(
        withOperation(`requestBody:
  required: true
  description: B
  content:
    multipart/form-data:
      schema: {type: object}
      encoding: {file: {contentType: image/png, headers: {X-A: {}}, style: form, explode: false}}
      example: {a: {$ref: x}}
responses:
  '200':
    description: OK
    headers:
      Location: {required: true, schema: {type: string}}
    content: {TEXT/*: {}}
    links: {next: {operationId: getA, parameters: {a: $request.body#/a}}}
  4xx: {description: Wrong}
  default: {description: Else}`),
      ),
    )
    const header = { required: false, deprecated: false, explode: false }
    expect(plain(operation.requestBody)).toEqual({
      description: 'B',
      required: true,
      content: [
        {
          mediaType: 'multipart/form-data',
          schema: { types: ['object'] },
          encoding: {
            file: { contentType: 'image/png', headers: [{ ...header, name: 'X-A' }], style: 'form', explode: false },
          },
          examples: [{ a: { $ref: 'x' } }],
        },
      ],
    })
    expect(plain(operation.responses)).toEqual([
      {
        status: '200',
        description: 'OK',
        headers: [{ ...header, name: 'Location', required: true, schema: { types: ['string'] } }],
        content: [{ mediaType: 'text/*', encoding: {}, examples: [] }],
        links: [{ name: 'next', operationId: 'getA', parameters: { a: '$request.body#/a' } }],
      },
      { status: '4XX', description: 'Wrong', headers: [], content: [], links: [] },
      { status: 'default', description: 'Else', headers: [], content: [], links: [] },
    ])
  })

  test('come from references, whose own texts win since 3.1, also through several of them', async () => {
    const rest = `components:
  responses:
    Gone: {$ref: '#/components/responses/Really'}
    Really: {description: target}`
    const lines = "responses: {'410': {$ref: '#/components/responses/Gone', description: here}}"
    const later = onlyOperation(await readClean(withOperation(lines, '3.1.0', rest)))
    const before = onlyOperation(await readClean(withOperation(lines, '3.0.0', rest)))
    expect([later.responses[0]?.description, before.responses[0]?.description]).toEqual(['here', 'target'])
    expect(later.responses[0]?.at.pointer).toBe('/components/responses/Really')
  })

  test('of 3.2: shared media types, schemas of items, summaries', async () => {
    const operation = onlyOperation(
      await readClean(
        withOperation(
          "responses: {'200': {summary: S, content: {text/event-stream: {$ref: '#/components/mediaTypes/Events'}}}}",
          '3.2.0',
          'components: {mediaTypes: {Events: {itemSchema: {type: object}}}}',
        ),
      ),
    )
    expect(plain(operation.responses)).toEqual([
      {
        status: '200',
        description: 'S',
        headers: [],
        content: [{ mediaType: 'text/event-stream', itemSchema: { types: ['object'] }, encoding: {}, examples: [] }],
        links: [],
      },
    ])
  })

  test.each([
    ["responses: {'600': {description: D}}", '7:19 TK1118 `600` is no status of a response'],
    ['responses: none', '7:18 TK1103 `responses` is a text, not an object'],
    ["responses: {'200': D}", '7:26 TK1103 `200` is a text, not an object'],
    ['requestBody: []', '7:20 TK1103 `requestBody` is a list, not an object'],
    ['tags: [1]', '7:14 TK1103 `tags item` is a number, not a text'],
  ])('%s is an error with a place', async (lines, problem) => {
    expect((await read(withOperation(lines))).problems).toEqual([problem])
  })

  test('a link to no operation and what is not supported are told', async () => {
    const { problems } = await read(
      withOperation(
        `responses:
  '200':
    links: {next: {operationId: gone}}
    content: {multipart/mixed: {itemEncoding: {}}}`,
        '3.2.0',
      ),
    )
    expect(problems).toEqual([
      '9:25 TK1125 the link `next` leads to the operation `gone`, which is not there',
      '10:39 TK1124 `itemEncoding` is not supported and has no effect on generated code (places: 1)',
    ])
  })

  test('what YAML leaves empty is as good as absent, and told', async () => {
    const { contract, problems } = await read(withOperation('tags:\nparameters:\nresponses: {}'))
    expect(contract && plain(onlyOperation(contract).parameters)).toEqual([])
    expect(problems).toEqual([
      '7:12 TK1104 `tags` is empty, not a list',
      '8:18 TK1104 `parameters` is empty, not a list',
    ])
  })
})
