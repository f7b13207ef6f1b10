import { describe, expect, test } from 'vitest'
import { onlyOperation, plain, read, readClean } from './support.js'

const head = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"

const withOperation = (lines: string, rest = '') => `${head}${rest}paths:
  /a:
    post:
      operationId: postA
      responses: {default: {description: D}}
${lines.replace(/^/gm, '      ')}
`

describe('OpenAPI 2.0', () => {
  test.each([
    ['', ['/']],
    ['basePath: /v1\n', ['/v1']],
    ['host: a.example\nschemes: [https, wss]\nbasePath: /v1\n', ['https://a.example/v1', 'wss://a.example/v1']],
    ['host: a.example\nbasePath: /\n', ['https://a.example']],
  ])('addresses: %j', async (lines, urls) => {
    expect((await readClean(`${head}${lines}paths: {}\n`)).servers.map(({ url }) => url)).toEqual(urls)
  })

  test('parameters become those of 3', async () => {
    const list = (name: string, format: string) =>
      `  - {name: ${name}, in: query, type: array, items: {type: string}, collectionFormat: ${format}}`
    const { parameters } = onlyOperation(
      await readClean(
        withOperation(`parameters:
  - {name: a, in: query, type: integer, minimum: 1, exclusiveMinimum: true, description: D, x-example: 5, x-nullable: true}
${list('csv', 'csv')}
${list('ssv', 'ssv')}
${list('tsv', 'tsv')}
${list('pipes', 'pipes')}
${list('multi', 'multi')}
  - {name: h, in: header, required: true, type: array, items: {type: integer, collectionFormat: csv}}`),
      ),
    )
    expect(parameters.map(({ name, style, explode }) => [name, style, explode])).toEqual([
      ['a', 'form', false],
      ['csv', 'form', false],
      ['ssv', 'spaceDelimited', false],
      ['tsv', 'tabDelimited', false],
      ['pipes', 'pipeDelimited', false],
      ['multi', 'form', true],
      ['h', 'simple', false],
    ])
    expect(plain(parameters[0])).toMatchObject({
      schema: { types: ['integer', 'null'], exclusiveMinimum: 1 },
      description: 'D',
      examples: [5],
    })
    expect(plain(parameters[6]?.schema)).toEqual({ types: ['array'], items: { types: ['integer'] } })
  })

  test('a body has the media types that the operation, or else the document, consumes', async () => {
    const body = 'parameters: [{name: b, in: body, required: true, description: B, schema: {type: object}}]'
    const types = async (lines: string, rest = '') =>
      onlyOperation(await readClean(withOperation(`${body}\n${lines}`, rest))).requestBody?.content.map(
        ({ mediaType }) => mediaType,
      )
    expect(await types('')).toEqual(['application/json'])
    expect(await types('', 'consumes: [Application/XML]\n')).toEqual(['application/xml'])
    expect(await types('consumes: [text/plain, text/csv]', 'consumes: [a/b]\n')).toEqual(['text/plain', 'text/csv'])
    const { requestBody } = onlyOperation(await readClean(withOperation(body)))
    expect(plain(requestBody)).toEqual({
      description: 'B',
      required: true,
      content: [{ mediaType: 'application/json', schema: { types: ['object'] }, encoding: {}, examples: [] }],
    })
  })

  test('form fields become one object, files make it multipart', async () => {
    const { requestBody } = onlyOperation(
      await readClean(
        withOperation(`parameters:
  - {name: file, in: formData, type: file, required: true, description: F}
  - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
  - {name: secret, in: formData, type: string, x-data-classification: restricted}`),
      ),
    )
    expect(plain(requestBody)).toMatchObject({
      required: true,
      content: [
        {
          mediaType: 'multipart/form-data',
          schema: {
            types: ['object'],
            properties: {
              file: { types: ['string'], format: 'binary', description: 'F' },
              tags: { types: ['array'], items: { types: ['string'] } },
              secret: { types: ['string'], classification: { value: { sensitivity: 'restricted' } } },
            },
            required: ['file'],
          },
          encoding: { tags: { style: 'form', explode: true, headers: [] } },
        },
      ],
    })
  })

  test('form fields without files are encoded as in an address', async () => {
    const fields = 'parameters: [{name: a, in: formData, type: string}]'
    const types = async (lines: string) =>
      onlyOperation(await readClean(withOperation(`${fields}\n${lines}`))).requestBody?.content.map(
        ({ mediaType }) => mediaType,
      )
    expect(await types('')).toEqual(['application/x-www-form-urlencoded'])
    expect(await types('consumes: [multipart/form-data]')).toEqual(['multipart/form-data'])
  })

  test('answers have what the operation produces, with examples by media type', async () => {
    const { responses } = onlyOperation(
      await readClean(`${head}produces: [application/json, text/plain]
responses: {Gone: {description: G, headers: {X-A: {type: string, description: H}}}}
paths:
  /a:
    get:
      operationId: a
      responses:
        200: {description: OK, schema: {type: object}, examples: {Application/JSON: {a: 1}}}
        410: {$ref: '#/responses/Gone'}
`),
    )
    expect(plain(responses)).toEqual([
      {
        status: '200',
        description: 'OK',
        headers: [],
        content: [
          { mediaType: 'application/json', schema: { types: ['object'] }, encoding: {}, examples: [{ a: 1 }] },
          { mediaType: 'text/plain', schema: { types: ['object'] }, encoding: {}, examples: [] },
        ],
        links: [],
      },
      {
        status: '410',
        description: 'G',
        headers: [
          {
            name: 'X-A',
            description: 'H',
            required: false,
            deprecated: false,
            explode: false,
            schema: { types: ['string'] },
          },
        ],
        content: [],
        links: [],
      },
    ])
  })

  test('a file as an answer is binary', async () => {
    const { responses } = onlyOperation(
      await readClean(
        `${head}paths: {/a: {get: {operationId: a, responses: {200: {description: F, schema: {type: file}}}}}}\n`,
      ),
    )
    expect(plain(responses[0]?.content)).toEqual([
      {
        mediaType: 'application/octet-stream',
        schema: { types: ['string'], format: 'binary' },
        encoding: {},
        examples: [],
      },
    ])
  })

  test('security definitions become schemes', async () => {
    const { securitySchemes } = await readClean(`${head}paths: {}
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, in: query, name: k}
  code: {type: oauth2, flow: accessCode, authorizationUrl: https://a.example, tokenUrl: https://t.example, scopes: {r: Read}}
  app: {type: oauth2, flow: application, tokenUrl: https://t.example, scopes: {}}
`)
    expect(plain(securitySchemes)).toEqual({
      basic: { name: 'basic', type: 'http', scheme: 'basic' },
      key: { name: 'key', type: 'apiKey', in: 'query', parameter: 'k' },
      code: {
        name: 'code',
        type: 'oauth2',
        flows: [
          {
            kind: 'authorizationCode',
            authorizationUrl: 'https://a.example',
            tokenUrl: 'https://t.example',
            scopes: { r: 'Read' },
          },
        ],
      },
      app: {
        name: 'app',
        type: 'oauth2',
        flows: [{ kind: 'clientCredentials', tokenUrl: 'https://t.example', scopes: {} }],
      },
    })
  })

  test.each([
    [
      'parameters: [{name: a, in: body, schema: {}}, {name: b, in: body, schema: {}}]',
      '8:53 TK1117 the operation has more than one body: `b`',
    ],
    [
      'parameters: [{name: a, in: body, schema: {}}, {name: b, in: formData, type: string}]',
      '8:53 TK1117 the operation has more than one body: `b`',
    ],
    [
      'parameters: [{name: a, in: cookie, type: string}]',
      '8:34 TK1103 `in` is `cookie`, not one of body, formData, header, path and query',
    ],
  ])('%s is refused', async (lines, problem) => {
    expect(await read(withOperation(lines))).toEqual({ contract: undefined, problems: [problem] })
  })

  test('formats that cannot be sent are told', async () => {
    const { contract, problems } = await read(
      withOperation(`parameters:
  - {name: a, in: query, type: array, items: {type: array, collectionFormat: pipes, items: {type: string}}}
  - {name: b, in: header, type: array, items: {type: string}, collectionFormat: multi}`),
    )
    expect(contract).toBeDefined()
    expect(problems).toEqual([
      '9:52 TK1130 the collectionFormat `pipes` of a list within a list is not supported; csv is used (places: 1)',
      '10:87 TK1119 the style `multi` is not for a header parameter; `csv` is used',
    ])
  })
})
