import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPlan } from '../../../src/generate/plan/index.js'
import { createTemplates } from '../../../src/generate/render/templates.js'
import { renderTypes } from '../../../src/generate/view/types/render-types.js'
import { type Brief, contractOf, idOf, operationOf, schemaOf } from '../support/contract.js'

/**
 * Schemas whose obvious translation TypeScript refuses: circles of aliases, bases that are no interfaces or disagree,
 * members that an index signature cannot hold, names of globals. What is written for them has to compile under the
 * strictest flags, on every TypeScript that is promised, and in a project that is less strict.
 */
const repository = resolve(import.meta.dirname, '../../..')
const compilers = { 5.9: 'typescript-5.9', 6: 'typescript', 7: 'typescript-7' } as const

const member = (type: string): Brief => ({ type: 'object', properties: { a: { type } } })
const schemas: Record<string, Brief> = {
  // Circles.
  SelfUnion: { anyOf: [{ type: 'string' }, { ref: 'SelfUnion' }] },
  SelfBase: { allOf: [{ ref: 'SelfBase' }], properties: { a: {} } },
  Left: { oneOf: [{ type: 'string' }, { ref: 'Right' }] },
  Right: { oneOf: [{ type: 'number' }, { ref: 'Left' }] },
  BaseOne: { allOf: [{ ref: 'BaseTwo' }], properties: { one: {} } },
  BaseTwo: { allOf: [{ ref: 'BaseOne' }], properties: { two: {} } },
  JustRef: { ref: 'OtherRef' },
  OtherRef: { ref: 'JustRef' },
  Json: {
    anyOf: [
      { type: ['string', 'number', 'boolean', 'null'] },
      { type: 'array', items: { ref: 'Json' } },
      { type: 'object', additionalProperties: { ref: 'Json' } },
    ],
  },
  ArrayOfSelf: { items: { ref: 'ArrayOfSelf' } },
  TupleOfSelf: { prefixItems: [{ ref: 'TupleOfSelf' }], items: { ref: 'TupleOfSelf' } },
  MapOfSelf: { additionalProperties: { ref: 'MapOfSelf' } },
  NullableSelf: { anyOf: [{ type: 'null' }, { properties: { next: { ref: 'NullableSelf' } } }] },
  // Bases.
  Text: member('string'),
  Number: member('integer'),
  Conflict: { allOf: [{ ref: 'Text' }, { ref: 'Number' }] },
  Narrowed: { allOf: [{ ref: 'Text' }, { properties: { a: { enum: ['x'] } }, required: ['a'] }] },
  Diamond: { allOf: [{ ref: 'ChildA' }, { ref: 'ChildB' }] },
  ChildA: { allOf: [{ ref: 'Text' }, { properties: { b: {} } }] },
  ChildB: { allOf: [{ ref: 'Text' }, { properties: { c: {} } }] },
  ExtendsUnion: { allOf: [{ ref: 'Json' }, { properties: { a: {} } }] },
  ExtendsMap: { allOf: [{ ref: 'MapOfSelf' }, { properties: { a: { type: 'string' } } }] },
  ExtendsEmpty: { allOf: [{ ref: 'Empty' }, { properties: { a: { type: 'string' } } }] },
  ExtendsAny: { allOf: [{ ref: 'Anything' }, { properties: { a: { type: 'string' } } }] },
  MapExtends: { allOf: [{ ref: 'Text' }], additionalProperties: { type: 'boolean' } },
  Empty: { type: 'object', additionalProperties: false },
  Anything: true,
  Nothing: false,
  Impossible: { allOf: [{ type: 'string' }, { type: 'object', properties: { a: {} } }, { ref: 'Nothing' }] },
  Forgotten: { anyOf: [{ ref: 'Text' }, {}] },
  // Index signatures.
  MixedMap: {
    properties: { a: { type: 'integer' }, b: { ref: 'Text' } },
    required: ['a'],
    additionalProperties: { type: 'string' },
  },
  OptionalMap: { properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } },
  PatternMap: {
    properties: { a: { type: 'integer' } },
    patternProperties: { '^x-': { type: 'string' } },
    additionalProperties: false,
  },
  RequiredMap: { required: ['a', 'b'], additionalProperties: { ref: 'Text' } },
  // Names.
  Promise: { type: 'object', properties: { then: { ref: 'Record' } } },
  Record: { type: 'object', properties: { constructor: {}, toString: {}, __proto__x: {} } },
  Readonly: { type: 'string' },
  Unrecognized: { enum: ['a', 'b'] },
  Result: { enum: ['c', 'd'] },
  string: { type: 'string' },
  'odd name': {
    properties: new Map([
      ['__proto__', { type: 'string' }],
      ["'", {}],
      ['\u2028', {}],
      ['a\nb', {}],
    ]),
  },
  // Size.
  LongEnum: { enum: Array.from({ length: 5_000 }, (_, index) => `value ${index}`) },
  LongUnion: { oneOf: Array.from({ length: 300 }, (_, index) => ({ properties: { kind: { enum: [`k${index}`] } } })) },
  LongTuple: { prefixItems: Array.from({ length: 60 }, () => ({ type: 'string' })) },
  Pets: {
    oneOf: [{ ref: 'Cat' }, { ref: 'Dog' }],
    discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', dog: 'Dog' } },
  },
  Cat: { allOf: [{ ref: 'Pet' }, { properties: { claws: { type: 'integer' } } }] },
  Dog: { allOf: [{ ref: 'Pet' }, { properties: { bark: { type: 'boolean' } } }] },
  Pet: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, id: { type: 'string', readOnly: true } },
  },
  Upload: {
    properties: { file: { type: 'string', format: 'binary' }, files: { items: { type: 'string', format: 'binary' } } },
  },
}

/** What the types are for: this compiles only when they say what they should. */
const use = `import type { Json } from './types/json.js'
import type { Narrowed } from './types/narrowed.js'
import type { Pets } from './types/pets.js'
import type { PetsInput } from './types/pets.js'
import type { Upload } from './types/upload.js'

export const json: Json = { a: [1, { b: null }] }
export const narrowed: Narrowed = { a: 'x' }
export const upload: Upload = { file: new Blob([]), files: [new Blob([])] }
export const cat: PetsInput = { kind: 'cat', claws: 3 }
export function claws(pet: Pets): number | undefined {
  // @ts-expect-error Not before it is known to be a cat.
  if (pet.claws === 1) return 1
  return pet.kind === 'cat' ? pet.claws : undefined
}
// @ts-expect-error Another value is not allowed.
export const wrong: Narrowed = { a: 'y' }
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenantkit-types-'))
  const body = { 'application/json': { ref: 'Pets' } }
  const contract = contractOf({
    schemas,
    operations: [
      operationOf('put', { method: 'put', body, responses: { 200: { ref: 'Pets' } } }),
      operationOf('upload', { method: 'post', body: { 'multipart/form-data': { ref: 'Upload' } } }),
    ],
  })
  let deep = schemaOf({ ref: 'Cat' })
  for (let level = 0; level < 2_000; level++) {
    deep =
      level % 2 === 0 ? { ...schemaOf({}), properties: new Map([['next', deep]]) } : { ...schemaOf({}), items: deep }
  }
  const all = { ...contract, schemas: new Map([...contract.schemas, [idOf('Deep'), { ...deep, name: 'Deep' }]]) }
  const { plan } = createPlan(all, { source: 'tricky.yaml', targets: ['types'] })
  for (const { path, text } of renderTypes(plan, createTemplates())) put(path, text)
  put('use.ts', use)
  put('package.json', '{ "type": "module" }')
  put(
    'runtime/gen1/index.d.ts',
    'declare const open: unique symbol\nexport type Unrecognized = string & { readonly [open]: true }\nexport type FileInput = Blob\n',
  )
  const strict = readFileSync(join(repository, 'test/tools/strict.tsconfig.json'), 'utf8')
  const config = JSON.parse(strict.replaceAll('$RUNTIME', join(folder, 'runtime'))) as { compilerOptions: object }
  put('strict.json', JSON.stringify({ ...config, include: ['types', 'use.ts'] }))
  const loose = {
    ...config.compilerOptions,
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: false,
    isolatedDeclarations: false,
  }
  put('loose.json', JSON.stringify({ compilerOptions: loose, include: ['types', 'use.ts'] }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function errors(compiler: string, config: string): string {
  const tsc = join(repository, 'node_modules', compiler, 'bin/tsc')
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, '-p', config], { cwd: folder, encoding: 'utf8' })
  return status === 0 ? '' : stdout + stderr
}

describe('what TypeScript would refuse', () => {
  it.each(Object.entries(compilers))(
    'compiles on TypeScript %s',
    (_version, compiler) => {
      expect(errors(compiler, 'strict.json')).toBe('')
    },
    60_000,
  )

  it('compiles in a project that is less strict', () => {
    expect(errors(compilers[7], 'loose.json')).toBe('')
  })
})
