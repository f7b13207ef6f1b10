import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { loadSchema } from '../../src/contract/index.js'
import { judge } from '../../src/contract/schema/judge/index.js'
import type { JsonValue } from '../../src/util/own.js'
import { tempFolder } from '../support/temp-folder.js'
import { plain } from './openapi/support.js'

async function load(files: Readonly<Record<string, string>>, reference = 'schema.json') {
  const { side, diagnostics, documents } = await loadSchema(reference, { cwd: tempFolder(files) })
  const problems = diagnostics.map(
    ({ code, message, span }) => `${span?.file}:${span?.line}:${span?.column} ${code} ${message}`,
  )
  return { side, problems, documents: documents.map(({ file }) => file) }
}

/** Which of the values the schema accepts; it must load without a problem. */
async function accepted(
  text: string,
  values: readonly JsonValue[],
  name = 'schema.json',
): Promise<readonly JsonValue[]> {
  const { side, problems } = await load({ [name]: text }, name)
  if (!side || problems.length > 0) throw new Error(problems.join('\n'))
  return values.filter((value) => judge(side, value, { projection: 'none', closed: false }).kind === 'accepted')
}

describe('the dialect is the one that is named', () => {
  const exclusive = { minimum: 1, exclusiveMinimum: true }
  test.each([
    ['http://json-schema.org/draft-04/schema#', { properties: { a: exclusive } }, [{ a: 1 }, { a: 2 }], [{ a: 2 }]],
    ['http://json-schema.org/draft-06/schema#', { exclusiveMinimum: 1, const: 2 }, [1, 2], [2]],
    [
      'http://json-schema.org/draft-07/schema#',
      { definitions: { A: { type: 'string' } }, $ref: '#/definitions/A' },
      [1, 'a'],
      ['a'],
    ],
    [
      'http://json-schema.org/draft-07/schema#',
      { items: [{ type: 'string' }], additionalItems: false },
      [['a'], ['a', 1]],
      [['a']],
    ],
    [
      'https://json-schema.org/draft/2019-09/schema',
      { $defs: { A: { $anchor: 'it', minLength: 2 } }, $ref: '#it', maxLength: 2 },
      ['a', 'ab', 'abc'],
      ['ab'],
    ],
    [
      'https://json-schema.org/draft/2020-12/schema',
      { prefixItems: [{ type: 'string' }], items: false },
      [['a'], ['a', 1]],
      [['a']],
    ],
  ])('%s: %j', async ($schema, schema, values, expected) => {
    expect(await accepted(JSON.stringify({ $schema, ...schema }), values)).toEqual(expected)
  })

  test('2020-12 when there is none', async () => {
    expect(await accepted('{"dependentRequired": {"a": ["b"]}}', [{ a: 1 }, { a: 1, b: 1 }])).toEqual([{ a: 1, b: 1 }])
  })
})

test('a schema may be YAML and refer to itself', async () => {
  expect(
    await accepted('type: object\nproperties: {next: {$ref: "#"}}', [{ next: {} }, { next: 1 }], 'a.yaml'),
  ).toEqual([{ next: {} }])
})

test('references lead to other files', async () => {
  const { side, problems, documents } = await load({
    'schema.json': '{"$ref": "parts/money.yaml#/$defs/Amount"}',
    'parts/money.yaml': '$defs: {Amount: {type: integer}}',
  })
  expect(problems).toEqual([])
  expect(documents).toEqual(['schema.json', 'parts/money.yaml'])
  expect(plain(side?.schema)).toEqual({ ref: 'parts/money.yaml#/$defs/Amount' })
  expect(plain(side?.schemas.get('parts/money.yaml#/$defs/Amount'))).toEqual({ name: 'Amount', types: ['integer'] })
})

test('a schema is read from git', async () => {
  const folder = tempFolder({ 'schemas/order.json': '{"type": "string"}' })
  const git = (...parameters: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...parameters], { cwd: folder })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'first')
  const { side, documents } = await loadSchema('git:HEAD:schemas/order.json', { cwd: folder })
  expect(plain(side?.schema)).toEqual({ types: ['string'] })
  expect(documents.map(({ file }) => file)).toEqual(['git:HEAD:schemas/order.json'])
})

describe('problems have a place', () => {
  test.each([
    [
      '{"type": "strin"}',
      [
        'schema.json:1:10 TK1503 the value of the schema keyword `type` is not one of array, boolean, integer, null, number, object and string',
      ],
    ],
    ['true', ['schema.json:1:1 TK1009 the document is a single boolean, not an object']],
    ['[1]', ['schema.json:1:1 TK1502 a schema is expected here, but there is a list']],
    [
      '{"openapi": "3.1.0", "paths": {}}',
      ['schema.json:1:1 TK1514 a JSON Schema is expected, and the document is an OpenAPI contract'],
    ],
    [
      '{"asyncapi": "3.0.0"}',
      ['schema.json:1:1 TK1514 a JSON Schema is expected, and the document is an AsyncAPI contract'],
    ],
    [
      '{"swagger": "2.0"}',
      ['schema.json:1:1 TK1514 a JSON Schema is expected, and the document is an OpenAPI contract'],
    ],
  ])('%s', async (text, expected) => {
    const { side, problems } = await load({ 'schema.json': text })
    expect(side).toBeUndefined()
    expect(problems).toEqual(expected)
  })

  test('and nothing outside the folder is read', async () => {
    const { side, problems } = await load({ 'schema.json': '{"$ref": "../../etc/passwd"}' })
    expect(side).toBeUndefined()
    expect(problems.map((problem) => problem.slice(0, 24))).toEqual(['schema.json:1:10 TK1044 '])
  })

  test('a file that is not there is told', async () => {
    const { side, problems } = await load({}, 'none.json')
    expect(side).toBeUndefined()
    expect(problems).toHaveLength(1)
  })

  test('a dialect that nobody knows is told, and read as 2020-12', async () => {
    const { side, problems } = await load({
      'schema.json': '{"$schema": "https://example.com/mine", "type": "string"}',
    })
    expect(side).toBeDefined()
    expect(problems).toEqual([
      'schema.json:1:13 TK1506 the schema dialect `https://example.com/mine` is not known; the schema is read as its surroundings are',
    ])
  })
})
