import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateSample } from './support/generate-sample.js'

/**
 * T81: examples in contracts are often copied from real data. Generated code is read by more people than the contract, and
 * its comments end in editors, bundles and source maps: no example of a classified value may get there, nor its default.
 */
const folder = mkdtempSync(join(tmpdir(), 'examples-'))
afterAll(() => rmSync(folder, { recursive: true }))

const classes = [
  'contact.email',
  'confidential',
  'restricted',
  { category: 'payment-card', masking: 'partial' },
] as const

/** Every place where a contract may hold a value that is an example of something classified. */
function contractWith(version: '3.0.3' | '3.1.0' | '3.2.0'): { readonly text: string; readonly canaries: number } {
  let canaries = 0
  const canary = (): string => `canary-example-${canaries++}`
  const hasLists = version !== '3.0.3'
  const field = (at: number): object => ({
    type: 'string',
    'x-data-classification': classes[at % classes.length],
    example: canary(),
    'x-example': canary(),
    default: canary(),
    ...(hasLists && { examples: [canary(), canary()] }),
  })
  const person = (): object => ({
    type: 'object',
    example: { email: canary() },
    default: { email: canary() },
    ...(hasLists && { examples: [{ email: canary() }] }),
    properties: {
      ...Object.fromEntries(['email', 'note', 'token', 'card'].map((name, at) => [name, field(at)])),
      pin: { type: 'integer', 'x-data-classification': 'restricted', example: canary(), default: canary() },
      list: { type: 'array', items: field(0), example: [canary()] },
      password: { type: 'string', format: 'password', default: canary(), example: canary() },
    },
  })
  const content = (): object => ({
    'application/json': {
      schema: { $ref: '#/components/schemas/Person' },
      examples: { one: { summary: 'one', value: { email: canary() } }, two: { $ref: '#/components/examples/Two' } },
    },
    'text/plain': { schema: field(1), example: canary() },
  })
  const parameter = (where: string): object => ({
    name: `${where}-value`,
    in: where,
    required: where === 'path',
    schema: field(0),
    example: canary(),
  })
  const inside = {
    type: 'object',
    'x-data-classification': 'confidential',
    properties: { inherited: { type: 'string', default: canary(), example: canary() } },
  }
  const contract = {
    openapi: version,
    info: { title: 'People', version: '1' },
    'x-tenant-scope': 'tenant',
    'x-data-policy': { default: { max: 'internal' }, clearances: { all: { max: 'restricted' } } },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      examples: { Two: { value: { email: canary() } } },
      schemas: { Person: person(), Inside: inside },
      headers: { Trace: { schema: field(2), example: canary() } },
    },
    security: [{ bearer: [] }],
    paths: {
      '/people/{path-value}': {
        post: {
          operationId: 'createPerson',
          parameters: ['path', 'query', 'header', 'cookie'].map(parameter),
          requestBody: { content: content() },
          responses: {
            200: {
              description: 'Created.',
              headers: { trace: { $ref: '#/components/headers/Trace' } },
              content: content(),
            },
            404: {
              description: 'None.',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Inside' }, example: canary() } },
            },
          },
        },
      },
    },
  }
  return { text: JSON.stringify(contract), canaries }
}

describe('T81 examples of classified values', () => {
  it.each(['3.0.3', '3.1.0', '3.2.0'] as const)('are in no file that is generated (OpenAPI %s)', async (version) => {
    const { text, canaries } = contractWith(version)
    const path = join(folder, `people-${version}.json`)
    writeFileSync(path, text)
    const { files, diagnostics } = await generateSample(path, { source: 'people.json' })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect([canaries > 40, files.length > 8]).toEqual([true, true])
    const found = files.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => line.includes('canary-example'))
        .map((line) => `${path}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })

  it('what is not classified keeps its default', async () => {
    const { text } = contractWith('3.1.0')
    const path = join(folder, 'plain.json')
    writeFileSync(path, text.replaceAll(/"x-data-classification":(?:"[^"]*"|\{[^}]*\}),/g, ''))
    const { files } = await generateSample(path, { source: 'people.json' })
    const person = files.find(({ path }) => path === 'types/person.ts')?.text
    expect(person?.match(/Default: `"?canary-example-\d+"?`/g)).toHaveLength(5)
  })
})
