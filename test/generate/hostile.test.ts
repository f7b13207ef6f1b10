import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateSample } from './support/generate-sample.js'
import { suspicions } from './support/parse-output.js'

/**
 * Contract text ends in generated code: names, strings, comments, paths. Every field that does is filled with every kind of
 * text that breaks out somewhere. Either the contract is refused, with a code and a place, or the output holds nothing but
 * what was planned. All payloads begin with a letter, so that no name made from one is `CANARY` itself.
 */
const payloads: Readonly<Record<string, string>> = {
  'single quote': "x'; CANARY(); '",
  'double quote': 'x"; CANARY(); "',
  backtick: 'x`; CANARY(); `',
  'template hole': 'x${CANARY()}',
  'comment end': 'x */ CANARY(); /*',
  newline: 'x\nCANARY();\n//',
  'carriage return': 'x\rCANARY();\r//',
  'line separators': 'x\u2028CANARY();\u2029//',
  'escaped comment end': 'x \\u002a/ CANARY(); /\\u002a',
  'lone backslash': "x\\'; CANARY(); //\\",
  'identifier break-out': 'xa(){}};CANARY();//',
  'regex break-out': 'x]/;CANARY();//',
  'path traversal': 'x/../../../CANARY',
  prototype: '__proto__',
  'header splitting': 'x\r\nX-Evil: CANARY()\r\n\r\n',
  'terminal escapes': 'x\u001b[2J\u001b]0;CANARY()\u0007',
  'bidi controls': 'x\u202e;)(YRANAC\u2066CANARY()',
  'template engine': 'x{{#with (lookup this "constructor")}}{{CANARY}}{{/with}}{{{CANARY}}}',
  'script end': 'x</script><script>CANARY()</script>',
  'unicode escape': '\\u0043ANARY();',
}

type Json = Record<string, unknown>

/** Each puts the text into one field of a contract that is fine otherwise. */
const fields: Readonly<Record<string, (text: string) => Json>> = {
  'info.title': (text) => contract({ info: { title: text, version: '1' } }),
  'info.version': (text) => contract({ info: { title: 'T', version: text } }),
  'info.description': (text) => contract({ info: { title: 'T', version: '1', description: text, summary: text } }),
  'servers.url': (text) => contract({ servers: [{ url: `https://example.com/${text}` }] }),
  'servers.url, whole': (text) => contract({ servers: [{ url: text }] }),
  'servers.variables': (text) =>
    contract({ servers: [{ url: 'https://{v}.example.com', variables: { v: { default: text, enum: [text] } } }] }),
  'servers.description': (text) => contract({ servers: [{ url: 'https://example.com', description: text }] }),
  'path key': (text) => contract({ paths: { [`/${text}`]: { get: operation() } } }),
  'path parameter': (text) =>
    contract({
      paths: {
        [`/a/{${text}}`]: {
          get: operation({ parameters: [{ name: text, in: 'path', required: true, schema: { type: 'string' } }] }),
        },
      },
    }),
  operationId: (text) => inOperation({ operationId: text }),
  summary: (text) => inOperation({ summary: text }),
  description: (text) => inOperation({ description: text }),
  externalDocs: (text) => inOperation({ externalDocs: { url: text, description: text } }),
  'tags.name': (text) =>
    contract({ tags: [{ name: text, description: text }], paths: { '/a': { get: operation({ tags: [text] }) } } }),
  'query parameter': (text) =>
    inOperation({ parameters: [{ name: text, in: 'query', description: text, schema: { type: 'string' } }] }),
  'header parameter': (text) => inOperation({ parameters: [{ name: text, in: 'header', schema: { type: 'string' } }] }),
  'cookie parameter': (text) => inOperation({ parameters: [{ name: text, in: 'cookie', schema: { type: 'string' } }] }),
  'schema key': (text) => inSchema({ type: 'object', properties: { a: { type: 'string' } } }, text),
  'parameter key': (text) =>
    contract({
      paths: { '/a': { get: operation({ parameters: [{ $ref: `#/components/parameters/${escaped(text)}` }] }) } },
      components: { parameters: { [text]: { name: 'a', in: 'query', schema: { type: 'string' } } } },
    }),
  'property name': (text) =>
    inSchema({
      type: 'object',
      required: [text],
      properties: {
        [text]: { type: 'string', maxLength: 3, 'x-data-classification': 'contact' },
        a: { type: 'object', properties: { [text]: { type: 'array', items: { enum: [text] } } } },
      },
    }),
  'required without property': (text) => inSchema({ type: 'object', required: [text] }),
  'pattern property': (text) =>
    inSchema({
      type: 'object',
      patternProperties: { [text]: { type: 'string' } },
      propertyNames: { pattern: text },
      dependentRequired: { [text]: [text] },
    }),
  'discriminator property': (text) =>
    inSchema({ oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: text } }),
  'discriminator mapping': (text) =>
    inSchema({
      oneOf: [{ $ref: '#/components/schemas/Other' }],
      discriminator: { propertyName: 'kind', mapping: { [text]: '#/components/schemas/Other' } },
    }),
  enum: (text) =>
    inSchema({
      type: 'string',
      enum: [text, 'a'],
      description: text,
      'x-enum-varnames': [text, text],
      'x-enum-descriptions': [text, text],
    }),
  const: (text) => inSchema({ type: 'object', properties: { a: { const: text }, b: { const: { [text]: [text] } } } }),
  default: (text) =>
    inSchema({
      type: 'object',
      properties: { a: { type: 'string', default: text }, b: { type: 'object', default: { [text]: text } } },
    }),
  example: (text) =>
    inSchema({
      type: 'object',
      examples: [{ [text]: text }],
      example: text,
      properties: { a: { type: 'string', example: text } },
    }),
  pattern: (text) => inSchema({ type: 'object', properties: { a: { type: 'string', pattern: text } } }),
  format: (text) =>
    inSchema({
      type: 'object',
      properties: { a: { type: 'string', format: text, contentEncoding: text, contentMediaType: text } },
    }),
  'title and $id': (text) => inSchema({ type: 'object', title: text, $id: text, $anchor: text, $comment: text }),
  'schema description': (text) =>
    inSchema({
      type: 'object',
      description: text,
      properties: { a: { type: 'string', description: text, deprecated: true } },
    }),
  'request media type': (text) =>
    inOperation(
      { requestBody: { content: { [text]: { schema: { type: 'object', properties: { a: { type: 'string' } } } } } } },
      'post',
    ),
  'media type parameter': (text) =>
    inOperation(
      {
        requestBody: { content: { [`application/json; a=${text}`]: { schema: { type: 'string' } }, 'text/plain': {} } },
      },
      'post',
    ),
  'response media type': (text) =>
    inOperation({
      responses: {
        200: {
          description: text,
          content: { [text]: { schema: { type: 'string' } }, [`image/${text}`]: {}, 'application/json': {} },
        },
      },
    }),
  'response status': (text) => inOperation({ responses: { [text]: { description: 'A' }, 200: { description: 'B' } } }),
  'response header': (text) =>
    inOperation({
      responses: {
        200: {
          description: 'A',
          headers: { [text]: { description: text, required: true, schema: { type: 'string' } } },
        },
      },
    }),
  'link and callback': (text) =>
    inOperation({
      callbacks: { [text]: { [text]: { post: operation() } } },
      responses: { 200: { description: 'A', links: { [text]: { operationId: 'a', parameters: { [text]: text } } } } },
    }),
  encoding: (text) =>
    inOperation(
      {
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { [text]: { type: 'string', format: 'binary' } } },
              encoding: {
                [text]: { contentType: text, style: text, headers: { [text]: { schema: { type: 'string' } } } },
              },
            },
          },
        },
      },
      'post',
    ),
  'security scheme key': (text) =>
    inOperation({ security: [{ [text]: [text] }] }, 'get', {
      securitySchemes: { [text]: { type: 'http', scheme: 'bearer' } },
    }),
  'security scheme name': (text) =>
    inOperation({ security: [{ s: [] }] }, 'get', {
      securitySchemes: { s: { type: 'apiKey', in: 'header', name: text, description: text } },
    }),
  'security scheme URLs': (text) =>
    inOperation({ security: [{ s: [text] }] }, 'get', {
      securitySchemes: {
        s: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: text, scopes: { [text]: text } } } },
      },
    }),
  'http scheme': (text) =>
    inOperation({ security: [{ s: [] }] }, 'get', {
      securitySchemes: { s: { type: 'http', scheme: text, bearerFormat: text } },
    }),
  'tenant claim': (text) =>
    inOperation({ security: [{ s: [] }] }, 'get', {
      securitySchemes: { s: { type: 'http', scheme: 'bearer', 'x-tenant-key': { source: 'token', claim: text } } },
    }),
  'idempotency header': (text) =>
    inOperation({ 'x-idempotency': { mode: 'required', key: { in: 'header', name: text } } }, 'post'),
  'idempotency pointer': (text) =>
    inOperation({ 'x-idempotency': { mode: 'required', key: { in: 'body', pointer: `/${text}` } } }, 'post'),
  masking: (text) =>
    inSchema({
      type: 'object',
      properties: {
        a: {
          type: 'string',
          'x-data-classification': {
            category: 'contact',
            masking: { strategy: 'regex', pattern: text, replacement: text },
          },
        },
        b: { type: 'string', 'x-data-classification': { category: `contact.${text}`, sensitivity: text } },
      },
    }),
  clearance: (text) =>
    contract({
      'x-data-policy': {
        default: { max: 'internal' },
        clearances: { [text]: { max: 'restricted', reveal: [text] } },
        clearanceClaim: text,
      },
    }),
  pathway: (text) =>
    contract({
      'x-tenant-pathways': {
        [text]: { from: text, to: text, purpose: text, ceiling: 'internal', categories: [], requires: 'grant' },
      },
    }),
  'foreign extensions': (text) =>
    inSchema({
      type: 'string',
      'x-go-type-import': text,
      'x-codegen-import': text,
      'x-faker': text,
      'x-ts-type': text,
    }),
  'channel address': (text) => asyncapi({ address: text, title: text, description: text }),
  'channel and message keys': (text) => asyncapi({ messages: { [text]: message({ name: text, title: text }) } }, text),
  'message headers and payload': (text) =>
    asyncapi({
      messages: {
        Placed: message({
          headers: { type: 'object', properties: { [text]: { type: 'string', description: text } } },
          payload: { type: 'object', title: text, required: [text], properties: { [text]: { enum: [text] } } },
          correlationId: { location: text },
        }),
      },
    }),
}

const folder = mkdtempSync(join(tmpdir(), 'tenantkit-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a contract with nothing hostile', () => {
  it('gives output without suspicion, and every file of it', async () => {
    const { files, diagnostics } = await generate(contract({}))
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(suspicions(files)).toEqual([])
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['client.ts', 'operations/things.ts']))
  })

  it.each([
    ['a call', 'export const a: unknown = CANARY()'],
    ['a statement', 'console.log(1)'],
    ['an import', "import { a } from 'node:child_process'\nexport const b: unknown = a"],
    ['a syntax error', 'export const a = ;'],
  ])('is told from one with %s', (_, text) => {
    expect(suspicions([{ path: 'a.ts', text }])).not.toEqual([])
  })

  it('is told from one that leads out', () => {
    expect(suspicions([{ path: '../a.ts', text: '' }])).not.toEqual([])
  })
})

describe('hostile text in', () => {
  it.each(Object.keys(fields))('%s', async (field) => {
    const made = fields[field]
    for (const [name, text] of Object.entries(payloads)) {
      const { files, diagnostics } = await generate(made?.(text) ?? {})
      const refused = files.length === 0
      const places = diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, span }) => [code, span?.line])
      if (refused) expect(places, name).not.toEqual([])
      for (const [, line] of places) expect(line, name).toBeGreaterThan(0)
      expect(suspicions(files), name).toEqual([])
    }
  })

  it('the name of the file', async () => {
    for (const [name, text] of Object.entries(payloads)) {
      const { files } = await generate(contract({}), text)
      expect(suspicions(files), name).toEqual([])
    }
  })
})

let count = 0
async function generate(document: Json, source = 'contract.json'): ReturnType<typeof generateSample> {
  const path = join(folder, `${count++}.json`)
  writeFileSync(path, JSON.stringify(document))
  return generateSample(path, { source })
}

function contract(parts: Json): Json {
  const paths = {
    '/things': { get: operation(), post: operation({ operationId: 'addThing', requestBody: jsonBody('Thing') }) },
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    'x-tenant-scope': 'tenant',
    paths,
    components: { schemas: { Thing: { type: 'object', properties: { id: { type: 'string' } } } } },
    ...parts,
  }
}

function asyncapi(channel: Json, key = 'orders'): Json {
  const messages = { Placed: message({}) }
  return {
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1' },
    channels: { [key]: { address: 'orders', messages, ...channel } },
  }
}

function message(parts: Json): Json {
  return { payload: { type: 'object', properties: { id: { type: 'string' } } }, ...parts }
}

function operation(parts: Json = {}): Json {
  return { operationId: 'getThings', tags: ['things'], responses: { 200: { description: 'OK' } }, ...parts }
}

function inOperation(parts: Json, method = 'get', components: Json = {}): Json {
  return contract({ paths: { '/a': { [method]: operation(parts) } }, components })
}

/** The schema as body, answer, item, property and parameter. */
function inSchema(schema: Json, key = 'Thing'): Json {
  const ref = { $ref: `#/components/schemas/${escaped(key)}` }
  const other = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } }
  const post = operation({
    operationId: 'post',
    parameters: [
      { name: 'p', in: 'query', schema: ref },
      { name: 'q', in: 'query', schema },
    ],
    requestBody: { content: { 'application/json': { schema: ref }, 'application/x-www-form-urlencoded': { schema } } },
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: { type: 'array', items: ref } } } },
      201: { description: 'OK', content: { 'application/json': { schema } } },
    },
  })
  return contract({ paths: { '/a': { post } }, components: { schemas: { [key]: schema, Other: other } } })
}

function jsonBody(schema: string): Json {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } }
}

/** RFC 6901, then RFC 3986 for the fragment. */
function escaped(token: string): string {
  return encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'))
}
