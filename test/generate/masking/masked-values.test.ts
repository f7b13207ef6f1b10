import { describe, expect, it } from 'vitest'
import type { Classification, DataPolicy, Schema } from '../../../src/contract/model/index.js'
import { maskedValues } from '../../../src/generate/masking/masked-values.js'
import { createPlan } from '../../../src/generate/plan/index.js'
import { createTemplates } from '../../../src/generate/render/templates.js'
import { renderTypes } from '../../../src/generate/view/types/render-types.js'
import { type Brief, contractOf, idOf, operationOf, schemaOf } from '../support/contract.js'

const templates = createTemplates()
const at = { document: 'test.yaml', pointer: '/here' }
const classed = (value: Classification): { classification: unknown } => ({ classification: { value, at } })
const financial = classed({ sensitivity: 'confidential', category: 'financial' })
const restricted = (strategy: 'full' | 'remove' | 'hash' | 'partial') =>
  classed({ sensitivity: 'restricted', masking: { strategy } })

interface Options {
  readonly others?: Readonly<Record<string, Brief>>
  readonly policy?: Partial<DataPolicy>
  /** Default: one that answers with `It`. */
  readonly operation?: ReturnType<typeof operationOf>
}

function planOf(it: Brief, { others = {}, policy = {}, operation }: Options = {}) {
  const contract = contractOf({
    schemas: { It: it, ...others },
    operations: [operation ?? operationOf('get', { responses: { 200: { ref: 'It' } } })],
  })
  const dataPolicy = { ...contract.dataPolicy, ...policy }
  return createPlan({ ...contract, dataPolicy }, { source: 'orders.yaml', targets: ['types'] })
}

/** The members of `It`, without doc comments. */
function membersOf(it: Brief, options?: Options): string[] {
  const files = renderTypes(planOf(it, options).plan, templates)
  const text = files.find(({ path }) => path === 'types/it.ts')?.text ?? ''
  return text.split('\n').filter((line) => /^ {2}readonly /.test(line))
}

/** The only member of an object with the property `a`. */
function member(property: Brief, options?: Options): string | undefined {
  const [line] = membersOf({ type: 'object', required: ['a'], properties: { a: property } }, options)
  return line?.replace('  readonly ', '')
}

describe('a value that some callers are not shown', () => {
  it.each<[string, Brief, string]>([
    ['number', { type: 'number', ...financial }, 'a: number | null'],
    ['boolean', { type: 'boolean', ...financial }, 'a: boolean | null'],
    ['nullable number', { type: ['number', 'null'], ...financial }, 'a: number | null'],
    ['text', { type: 'string', ...financial }, 'a: string'],
    ['text with a format', { type: 'string', format: 'date-time', ...financial }, 'a: string'],
    ['enum of texts', { enum: ['x', 'y'], ...financial }, "a: 'x' | 'y' | Unrecognized"],
    ['enum of one text', { enum: ['x'], ...financial }, "a: 'x' | Unrecognized"],
    ['enum of one text or null', { enum: ['x', null], ...financial }, "a: 'x' | Unrecognized | null"],
    ['enum of numbers', { enum: [1, 2], ...financial }, 'a: 1 | 2 | null'],
    ['text or number', { type: ['number', 'string'], ...financial }, 'a: number | string | null'],
    ['anything', { ...financial }, 'a: unknown'],
    ['array of anything', { type: 'array', ...financial }, 'a: readonly unknown[] | null'],
    ['array', { type: 'array', items: { type: 'number' }, ...financial }, 'a: readonly (number | null)[]'],
    ['array of texts', { type: 'array', items: { type: 'string' }, ...financial }, 'a: readonly string[]'],
    ['free object', { type: 'object', ...financial }, 'a: { readonly [key: string]: unknown } | null'],
    [
      'map',
      { type: 'object', additionalProperties: { type: 'number' }, ...financial },
      'a: { readonly [key: string]: number | null }',
    ],
    ['union', { oneOf: [{ type: 'number' }, { type: 'string' }], ...financial }, 'a: number | string | null'],
    ['partial mask of a number', { type: 'number', ...restricted('partial') }, 'a: number | null'],
    ['hash of a number', { type: 'number', ...restricted('hash') }, 'a: number | string | null'],
    ['hash of a text', { type: 'string', ...restricted('hash') }, 'a: string'],
    [
      'hash of an array',
      { type: 'array', items: { type: 'string' }, ...restricted('hash') },
      'a: readonly string[] | string | null',
    ],
    ['removed text', { type: 'string', ...restricted('remove') }, 'a?: string'],
    [
      'removed array',
      { type: 'array', items: { type: 'number' }, ...restricted('remove') },
      'a?: readonly (number | null)[]',
    ],
    [
      'removed items',
      { type: 'array', items: { type: 'string', ...restricted('remove') } },
      'a: readonly (string | null)[]',
    ],
  ])('%s', (_what, property, expected) => {
    expect(member(property)).toBe(expected)
  })

  it('may be one by the class of what refers to it, and keeps its own name for its type', () => {
    const others = { Cents: { type: 'integer' } }
    expect(member({ ref: 'Cents', ...financial }, { others })).toBe('a: Cents | null')
    expect(member({ ref: 'Cents' }, { others: { Cents: { type: 'integer', ...financial } } })).toBe('a: Cents | null')
    expect(member({ ref: 'Cents' }, { others })).toBe('a: Cents')
  })

  it('may be one by the class of the object that holds it, unless it tells alternatives apart', () => {
    const properties = { kind: { enum: ['card'] }, a: { type: 'number' }, b: { type: 'string' } }
    expect(membersOf({ type: 'object', properties, ...financial })).toEqual([
      "  readonly kind?: 'card'",
      '  readonly a?: number | null',
      '  readonly b?: string',
    ])
  })

  it('may be required somewhere else', () => {
    const base = { type: 'object', properties: { a: { type: 'string', ...restricted('remove') } } }
    const brief = {
      allOf: [{ ref: 'Base' }],
      type: 'object',
      required: ['a', 'b'],
      properties: { b: { type: 'string' } },
    }
    expect(membersOf(brief, { others: { Base: base } })).toEqual(['  readonly b: string', '  readonly a?: unknown'])
  })

  it('is left out with its name, where callers choose the names', () => {
    const brief = { type: 'object', required: ['a'], additionalProperties: { type: 'number' }, ...financial }
    expect(membersOf(brief)).toEqual([
      '  readonly a?: number | null',
      '  readonly [key: string]: number | undefined | null',
    ])
  })
})

describe('a value that all callers are shown', () => {
  it.each<[string, Brief, Partial<DataPolicy>]>([
    ['internal', { type: 'number', ...classed({ sensitivity: 'internal' }) }, {}],
    ['unclassified', { type: 'number' }, {}],
    [
      'confidential, to callers who are all cleared for it',
      { type: 'number', ...financial },
      { default: { max: 'confidential', reveal: [] } },
    ],
  ])('%s', (_what, property, policy) => {
    expect(member(property, { policy })).toBe('a: number')
  })

  it('is none when a clearance shows less than the default', () => {
    const policy: Partial<DataPolicy> = {
      default: { max: 'confidential', reveal: [] },
      clearances: new Map([['guest', { max: 'public', reveal: [] }]]),
    }
    expect(member({ type: 'number', ...financial }, { policy })).toBe('a: number | null')
  })

  it('is none where the policy restricts what nobody has classified', () => {
    expect(member({ type: 'number' }, { policy: { unclassified: 'restrict' } })).toBe('a: number | null')
  })

  it('is one that no response holds', () => {
    const operation = operationOf('put', { method: 'put', body: { 'application/json': { ref: 'It' } } })
    expect(member({ type: 'number', ...financial }, { operation })).toBe('a: number')
  })
})

describe('a schema of both directions', () => {
  const both = (a: Brief): string[] => {
    const operation = operationOf('put', {
      method: 'put',
      body: { 'application/json': { ref: 'It' } },
      responses: { 200: { ref: 'It' } },
    })
    const { plan } = planOf({ type: 'object', properties: { a } }, { operation })
    return [...plan.schemas.values()].flatMap(({ typeName, inputName = [] }) => [typeName, inputName].flat())
  }
  it('has a type for requests when masks show in its type', () => {
    expect(both({ type: 'number', ...financial })).toEqual(['It', 'ItInput'])
    expect(both({ type: 'array', items: { enum: ['x'], ...financial } })).toEqual(['It', 'ItInput'])
    expect(both({ type: 'string', ...financial })).toEqual(['It'])
  })
})

describe('a discriminator', () => {
  const alternative = (kind: Brief): Brief => ({
    type: 'object',
    required: ['kind'],
    properties: { kind, a: { type: 'number' } },
    ...classed({ sensitivity: 'restricted', category: 'health' }),
  })
  const union = {
    oneOf: [{ ref: 'Cat' }, { ref: 'Dog' }],
    discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', dog: 'Dog' } },
  }
  const typeOf = (kind: Brief) => {
    const { plan, problems } = planOf(union, {
      others: { Cat: alternative(kind), Dog: alternative({ type: 'string' }) },
    })
    const text = renderTypes(plan, templates).find(({ path }) => path === 'types/it.ts')?.text ?? ''
    return { type: /^export type .*/m.exec(text)?.[0], codes: problems.resolve(undefined).map(({ code }) => code) }
  }

  it('is not masked by default of what contains it', () => {
    expect(typeOf({ type: 'string' })).toEqual({
      type: "export type It = (Cat & { readonly kind: 'cat' }) | (Dog & { readonly kind: 'dog' })",
      codes: [],
    })
  })

  it('is masked by a class of its own; a warning says what that costs', () => {
    expect(typeOf({ type: 'string', ...financial })).toEqual({
      type: "export type It = Cat | (Dog & { readonly kind: 'dog' })",
      codes: ['TK4015'],
    })
  })
})

describe('hostile schemas', () => {
  it.each<[string, (below: Schema) => Partial<Schema>]>([
    ['unions', (below) => ({ oneOf: [below] })],
    ['items', (below) => ({ items: below })],
    ['conditions', (below) => ({ if: below })],
    ['joined parts', (below) => ({ allOf: [below] })],
  ])('of 2,000 levels of %s are no burden', (_what, around) => {
    let deep = schemaOf({ type: 'object', properties: { a: { type: 'number', ...financial } } })
    for (let level = 0; level < 2_000; level++) deep = { ...schemaOf({}), ...around(deep) }
    const contract = contractOf({ operations: [operationOf('get', { responses: { 200: {} } })] })
    const schemas = new Map([[idOf('Deep'), deep]])
    const bodies = [{ schema: deep, inherited: undefined }]
    expect(() => maskedValues({ ...contract, schemas }, bodies)).not.toThrow()
  })

  it('that come round to themselves end', () => {
    const others: Record<string, Brief> = { Loop: { oneOf: [{ ref: 'Loop' }, { type: 'number', ...financial }] } }
    expect(member({ ref: 'Loop' }, { others })).toBe('a: Loop | null')
  })
})
