import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { loadContract } from '../../src/contract/index.js'
import type { LoadOptions } from '../../src/contract/load.js'
import { createValidationCache } from '../../src/contract/validation/cache.js'
import type { ValidationJob } from '../../src/contract/validation/job.js'
import { run, workerScript } from '../../src/contract/validation/run.js'
import { tempFolder } from '../support/temp-folder.js'

const invalid = `openapi: 3.0.3
info: {title: T}
paths:
  /a:
    get:
      operationId: a
      responses:
        '200': {}
        default: {description: D, content: {a/b: {schema: {type: string, maxLength: 1, xml: {attribute: 3}}}}}
`

async function found(files: Readonly<Record<string, string>>, options: LoadOptions = {}) {
  const { contract, diagnostics } = await loadContract('api.yaml', { cwd: tempFolder(files), ...options })
  const told = diagnostics.filter(({ code }) => code === 'TK1126' || code === 'TK1127')
  return [
    Boolean(contract),
    ...told.map(({ code, span, message }) => `${span?.line}:${span?.column} ${code} ${message}`),
  ]
}

describe('validation against the standard', () => {
  test('finds what our reader does not ask for, and says where', async () => {
    expect(await found({ 'api.yaml': invalid })).toEqual([
      true,
      "2:7 TK1126 this is not valid OpenAPI 3.0.3: must have required property 'version'",
      "8:16 TK1126 this is not valid OpenAPI 3.0.3: must have required property 'description'",
      '9:105 TK1126 this is not valid OpenAPI 3.0.3: must be boolean',
    ])
  })

  test('knows 2.0 and 3.1, and what is legal in 3.1 without paths', async () => {
    const two = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {operationId: a, responses: {}}}}\n"
    expect(await found({ 'api.yaml': two })).toEqual([
      true,
      '3:47 TK1126 this is not valid OpenAPI 2.0: must NOT have fewer than 1 properties',
    ])
    const three = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {responses: {a: {}}}\n"
    expect(await found({ 'api.yaml': three })).toEqual([
      true,
      "3:29 TK1126 this is not valid OpenAPI 3.1.0: must have required property 'description'",
    ])
  })

  test('follows references through files that were gathered, and points into them', async () => {
    const files = {
      'api.yaml': "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: a.yaml}}\n",
      'a.yaml': "get:\n  operationId: a\n  responses: {'200': {}}\n",
    }
    const { diagnostics } = await loadContract('api.yaml', { cwd: tempFolder(files) })
    expect(diagnostics.filter(({ code }) => code === 'TK1126').map(({ span }) => span)).toMatchObject([
      { file: 'a.yaml', line: 3, column: 22, pointer: '/get/responses/200' },
    ])
  })

  test('never, and not for what has errors', async () => {
    expect(await found({ 'api.yaml': invalid }, { validation: 'never' })).toEqual([true])
    expect(await found({ 'api.yaml': invalid.replace('get:', 'get: {}\n    put: x\n    post:') })).toEqual([false])
  })

  test('leaves out large contracts unless asked', async () => {
    const large = `${invalid}x-filler: ${'a'.repeat(2_000_000)}\n`
    expect(await found({ 'api.yaml': large })).toEqual([
      true,
      '1:1 TK1127 the contract was read, but not checked against the schema of OpenAPI 3.0.3: it is larger than 2 MB',
    ])
    expect((await found({ 'api.yaml': large }, { validation: 'always' })).length).toBe(4)
  })

  test('judges 3.2 by the schema that the standard publishes', async () => {
    const head = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n"
    expect(await found({ 'api.yaml': `${head}paths: {}\n` })).toEqual([true])
    expect(await found({ 'api.yaml': `${head}paths: {}\nexternalDocs: {url: 'not a URL'}\n` })).toEqual([
      true,
      '4:21 TK1126 this is not valid OpenAPI 3.2.0: must match format "uri-reference"',
    ])
  })

  test('keeps its outcome where there is a node_modules, and survives a broken one', async () => {
    const files = { 'api.yaml': invalid, 'node_modules/.keep': '' }
    const cwd = tempFolder(files)
    const load = async () => (await loadContract('api.yaml', { cwd })).diagnostics
    const first = await load()
    const folder = join(cwd, 'node_modules/.cache/tenantkit/validation')
    const [file = ''] = readdirSync(folder)
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)])
    writeFileSync(join(folder, file), '{"findings": []}')
    expect((await load()).filter(({ code }) => code === 'TK1126')).toEqual([])
    writeFileSync(join(folder, file), '{"findings": [{"pointer": 1')
    expect(await load()).toEqual(first)
  })
})

describe('the cache', () => {
  const job: ValidationJob = { standard: 'openapi', version: '3.0', documents: [{ id: 'a', json: '{}' }] }

  test('tells jobs apart by everything that they are', () => {
    const cache = createValidationCache(tempFolder({ 'node_modules/.keep': '' }))
    cache.set(job, { findings: [{ pointer: '/a', reason: 'b' }] })
    expect(cache.get(job)).toEqual({ findings: [{ pointer: '/a', reason: 'b' }] })
    expect(cache.get({ ...job, version: '3.1' })).toBeUndefined()
    expect(cache.get({ ...job, documents: [{ id: 'b', json: '{}' }] })).toBeUndefined()
    expect(cache.get({ ...job, documents: [...job.documents, ...job.documents] })).toBeUndefined()
  })

  test('keeps no failures, and nothing where there is no node_modules', () => {
    const cache = createValidationCache(tempFolder({ 'node_modules/.keep': '' }))
    cache.set(job, { failed: 'slow' })
    expect(cache.get(job)).toBeUndefined()
    const nowhere = createValidationCache(tempFolder())
    nowhere.set(job, { findings: [] })
    expect(nowhere.get(job)).toBeUndefined()
  })
})

describe('the worker', () => {
  const job: ValidationJob = {
    standard: 'openapi',
    version: '3.0',
    documents: [{ id: 'api.yaml', json: '{"openapi":"3.0.3","info":{"title":"T"},"paths":{}}' }],
  }

  test('answers as the program itself would', async () => {
    const folder = join(import.meta.dirname, '../../node_modules/.cache/tenantkit-test-worker')
    await build({
      entryPoints: [join(import.meta.dirname, '../../src/contract/validation-worker.ts')],
      outfile: join(folder, 'validation-worker.js'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
    })
    const worker = workerScript(pathToFileURL(join(folder, 'chunk/x.js')).href)
    expect(worker).toBeDefined()
    const inside = await run(job, { deadline: 20_000, worker })
    expect(inside).toEqual(await run(job, { deadline: 20_000, worker: undefined }))
    expect(inside).toEqual({ findings: [{ pointer: '/info', reason: "must have required property 'version'" }] })
  })

  test.each([
    ['setInterval(() => {}, 1000)', 'it took more than 0.05 s'],
    ['throw new Error("lost")', 'lost'],
    ['process.exit(0)', 'the validator ended without an answer'],
  ])('that does not answer costs its answer only: %s', async (script, failed) => {
    const folder = tempFolder({ 'worker.mjs': script })
    const deadline = script.startsWith('set') ? 50 : 20_000
    expect(await run(job, { deadline, worker: pathToFileURL(join(folder, 'worker.mjs')) })).toEqual({ failed })
  })

  test('is not there when running from sources', () => {
    expect(workerScript()).toBeUndefined()
  })
})
