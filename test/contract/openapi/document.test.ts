import { describe, expect, test } from 'vitest'
import { plain, read, readClean } from './support.js'

const info = "info: {title: T, version: '1'}"

describe('versions', () => {
  test.each([
    ["swagger: '2.0'", '2.0'],
    ['openapi: 3.0.4', '3.0.4'],
    ["openapi: '3.1'", '3.1'],
    ['openapi: 3.2.0', '3.2.0'],
  ])('%s is understood', async (line, version) => {
    expect((await readClean(`${line}\n${info}\npaths: {}\n`)).specVersion).toBe(version)
  })

  test.each([
    ['openapi: 3', '1:10 TK1101 `3` is not a version of OpenAPI that is understood'],
    ['openapi: 3.4.0', '1:10 TK1101 `3.4.0` is not a version of OpenAPI that is understood'],
    ['openapi: 3.1.0.0', '1:10 TK1101 `3.1.0.0` is not a version of OpenAPI that is understood'],
    ['openapi: {}', '1:10 TK1101 `{}` is not a version of OpenAPI that is understood'],
    ["swagger: '1.2'", '1:10 TK1101 `1.2` is not a version of OpenAPI that is understood'],
    ['asyncapi: 1.2.0', '1:11 TK1201 `1.2.0` is not a version of AsyncAPI that is understood'],
    [
      'title: x',
      '1:1 TK1102 the document is no contract: it has none of the fields `openapi`, `swagger` and `asyncapi`',
    ],
  ])('%s is not', async (line, problem) => {
    expect(await read(`${line}\n`)).toEqual({ contract: undefined, problems: [problem] })
  })

  test('a number is told when it is clear', async () => {
    expect((await read(`openapi: 3.1\n${info}\n`)).problems).toEqual(['1:10 TK1104 `openapi` is a number, not a text'])
  })
})

describe('the document', () => {
  test('says what the contract is', async () => {
    const { title, version, summary, description, termsOfService, apiId, audience, tags, at } =
      await readClean(`openapi: 3.2.0
info:
  title: Orders
  version: 1.2.3
  summary: S
  description: D
  termsOfService: https://example.com/terms
  x-api-id: 7c1f2e4a-0000-4000-8000-000000000000
  x-audience: external-partner
tags:
  - {name: orders, summary: Orders, parent: sales, kind: nav}
  - {name: sales, description: All of it}
`)
    expect({ title, version, summary, description, termsOfService, apiId, audience, tags: plain(tags), at }).toEqual({
      title: 'Orders',
      version: '1.2.3',
      summary: 'S',
      description: 'D',
      termsOfService: 'https://example.com/terms',
      apiId: '7c1f2e4a-0000-4000-8000-000000000000',
      audience: 'external-partner',
      tags: [
        { name: 'orders', summary: 'Orders', parent: 'sales' },
        { name: 'sales', description: 'All of it' },
      ],
      at: { document: 'api.yaml', pointer: '' },
    })
  })

  test('has servers with variables, and one of its own when it names none', async () => {
    const { servers } = await readClean(`openapi: 3.1.0
${info}
servers:
  - url: HTTPS://{region}.example.com
    description: D
    variables: {region: {default: eu, enum: [eu, us], description: R}}
`)
    expect(plain(servers)).toEqual([
      {
        url: 'HTTPS://{region}.example.com',
        protocol: 'https',
        description: 'D',
        variables: { region: { default: 'eu', enum: ['eu', 'us'], description: 'R' } },
        security: [],
        governance: {},
      },
    ])
    expect((await readClean(`openapi: 3.1.0\n${info}\n`)).servers.map(({ url }) => url)).toEqual(['/'])
  })

  test('tells what is odd, and goes on', async () => {
    const { contract, problems } = await read(`openapi: 3.0.0
info: {title: T, version: 1, description: {$ref: intro.md}, licence: {}}
paths: {}
pahts: {}
servers: [{url: '/{x}'}]
tags: [{name: a}, {name: a}]
`)
    expect(contract?.version).toBe('1')
    expect(problems).toEqual([
      '2:27 TK1104 `version` is a number, not a text',
      '2:43 TK1104 `description` is an object, not a text',
      '2:61 TK1105 `licence` is no field of an info object in OpenAPI 3.0 and has no effect (places: 1)',
      '4:1 TK1105 `pahts` is no field of a document in OpenAPI 3.0 and has no effect (places: 1)',
      '5:11 TK1128 the server variable `x` is not declared',
      '6:19 TK1129 the tag `a` is declared twice; the first declaration is used',
    ])
  })

  test('misses what the standard requires, and goes on', async () => {
    expect((await read('openapi: 3.0.0\n')).problems).toEqual([
      '1:1 TK1106 the document has no `info`',
      '1:1 TK1106 the document has no `paths`',
    ])
    expect((await read('openapi: 3.1.0\n')).problems).toEqual(['1:1 TK1106 the document has no `info`'])
  })

  test('suggests the field that was meant', async () => {
    const { loadContract } = await import('../../../src/contract/index.js')
    const { tempFolder } = await import('../../support/temp-folder.js')
    const cwd = tempFolder({ 'api.yaml': `openapi: 3.1.0\n${info}\npahts: {}\n` })
    const { diagnostics } = await loadContract('api.yaml', { cwd, validation: 'never' })
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([['TK1105', 'Did you mean `paths`?']])
  })

  test.each([
    ['info: T', '2:7 TK1103 `info` is a text, not an object'],
    [`${info}\npaths: []`, '3:8 TK1103 `paths` is a list, not an object'],
    [`${info}\nservers: {}`, '3:10 TK1103 `servers` is an object, not a list'],
    [`${info}\nservers: [{}]`, '3:11 TK1106 a server has no `url`'],
    [`${info}\ncomponents: x`, '3:13 TK1103 `components` is a text, not an object'],
    [`${info}\ntags: [{}]`, '3:8 TK1106 a tag has no `name`'],
  ])('%j is refused with a place', async (lines, problem) => {
    expect(await read(`openapi: 3.1.0\n${lines}\n`)).toEqual({ contract: undefined, problems: [problem] })
  })
})

describe('security', () => {
  test('schemes of every type', async () => {
    const { securitySchemes } = await readClean(`openapi: 3.2.0
${info}
components:
  securitySchemes:
    key: {type: apiKey, name: X-Key, in: cookie, description: D}
    bearer: {type: http, scheme: Bearer, bearerFormat: JWT, deprecated: true}
    oidc: {type: openIdConnect, openIdConnectUrl: https://example.com/oidc}
    tls: {type: mutualTLS}
    oauth:
      type: oauth2
      oauth2MetadataUrl: https://example.com/meta
      flows:
        deviceAuthorization: {deviceAuthorizationUrl: https://example.com/d, tokenUrl: https://example.com/t, scopes: {a: A}}
        clientCredentials: {tokenUrl: https://example.com/t, refreshUrl: https://example.com/r, scopes: {}}
    same: {$ref: '#/components/securitySchemes/key'}
`)
    expect(plain(securitySchemes)).toEqual({
      key: { name: 'key', type: 'apiKey', in: 'cookie', parameter: 'X-Key', description: 'D' },
      bearer: { name: 'bearer', type: 'http', scheme: 'bearer', bearerFormat: 'JWT', deprecated: true },
      oidc: { name: 'oidc', type: 'openIdConnect', url: 'https://example.com/oidc' },
      tls: { name: 'tls', type: 'mutualTLS' },
      oauth: {
        name: 'oauth',
        type: 'oauth2',
        metadataUrl: 'https://example.com/meta',
        flows: [
          {
            kind: 'clientCredentials',
            tokenUrl: 'https://example.com/t',
            refreshUrl: 'https://example.com/r',
            scopes: {},
          },
          {
            kind: 'deviceAuthorization',
            deviceAuthorizationUrl: 'https://example.com/d',
            tokenUrl: 'https://example.com/t',
            scopes: { a: 'A' },
          },
        ],
      },
      same: { name: 'same', type: 'apiKey', in: 'cookie', parameter: 'X-Key', description: 'D' },
    })
  })

  test('requirements are alternatives of schemes with scopes', async () => {
    const { security } = await readClean(`openapi: 3.1.0
${info}
security: [{a: [x, y], b: []}, {}]
components: {securitySchemes: {a: {type: http, scheme: basic}, b: {type: mutualTLS}}}
`)
    expect(plain(security)).toEqual([{ schemes: { a: ['x', 'y'], b: [] } }, { schemes: {} }])
  })

  test('a scheme that is not declared is an error; in 3.2 it may be named by its URI', async () => {
    expect((await read(`openapi: 3.1.0\n${info}\nsecurity: [{__proto__: []}]\n`)).problems).toEqual([
      '3:13 TK1115 the security scheme `__proto__` is not declared',
    ])
    const contract = await readClean({
      'api.yaml': `openapi: 3.2.0\n${info}\nsecurity: [{'shared.yaml#/key': []}]\n`,
      'shared.yaml': 'key: {type: http, scheme: bearer}',
    })
    expect([...contract.securitySchemes.keys()]).toEqual(['shared.yaml#/key'])
  })

  test.each([
    ['{type: custom}', '5:15 TK1116 the security scheme `s` cannot be read: there is no type `custom`'],
    [
      '{type: apiKey, name: a, in: body}',
      '5:36 TK1116 the security scheme `s` cannot be read: `in` is `body`, which is not one of query, header and cookie',
    ],
    ['{type: http}', '5:8 TK1106 a security scheme of this type has no `scheme`'],
    ['{}', '5:8 TK1106 a security scheme has no `type`'],
  ])('%s is refused', async (scheme, problem) => {
    const text = `openapi: 3.1.0\n${info}\ncomponents:\n  securitySchemes:\n    s: ${scheme}\n`
    expect((await read(text)).problems).toEqual([problem])
  })
})
