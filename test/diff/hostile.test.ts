/**
 * Schemas made to hang, to overflow or to confuse: every comparison ends within a bounded time with an answer or UNKNOWN,
 * and never says "no changes" when there are some. The bound is generous CPU time, so that a busy machine fails nothing:
 * what is guarded against takes minutes, or for ever.
 */
import { describe, expect, it } from 'vitest'
import type { DiffReport } from '../../src/diff/index.js'
import { tenantkit } from '../support/cli.js'
import { readTree, tempFolder } from '../support/temp-folder.js'
import { diffTexts } from './support/diff-texts.js'

const mostSeconds = 15

async function within(before: string, after: string): Promise<DiffReport> {
  const started = process.cpuUsage()
  const report = await diffTexts(before, after)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1e6).toBeLessThan(mostSeconds)
  return report
}

/** A contract that reads and writes the schema, as text: deep ones are too deep for `JSON.stringify`. */
function contract(schema: string, more = ''): string {
  return `{"openapi":"3.1.0","info":{"title":"Hostile","version":"1.0.0"},"paths":{"/things":{"post":{"operationId":"post","requestBody":{"required":true,"content":{"application/json":{"schema":${schema}}}},"responses":{"200":{"description":"Done.","content":{"application/json":{"schema":${schema}}}}}}}}${more}}`
}

function named(schemas: object): string {
  return contract('{"$ref":"#/components/schemas/Start"}', `,"components":{"schemas":${JSON.stringify(schemas)}}`)
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
const deep = (open: string, core: string, close: string, levels: number): string =>
  `${open.repeat(levels)}${core}${close.repeat(levels)}`
const deepProperties = (core: string) => deep('{"type":"object","properties":{"a":', core, '}}', 4000)
const deepNot = (core: string) => deep('{"not":', core, '}', 4000)
const deepAllOf = (core: string) => deep('{"allOf":[', core, ']}', 4000)

/** Schemas that all refer to each other, and one limit in the last. */
function web(limit: number): object {
  const schema = (index: number) => ({
    type: 'object',
    properties: {
      ...Object.fromEntries(
        [1, 2, 7].map((step) => [`n${step}`, { $ref: `#/components/schemas/S${(index + step) % 50}` }]),
      ),
      ...(index === 49 && { value: { type: 'string', maxLength: limit } }),
    },
  })
  return {
    Start: { $ref: '#/components/schemas/S0' },
    ...Object.fromEntries(range(50).map((index) => [`S${index}`, schema(index)])),
  }
}

/** Each level leads to the next by a member of any of its branches. */
function oneOfs(type: string): string {
  const next = (level: number) => (level === 19 ? { type } : { $ref: `#/$defs/l${level + 1}` })
  const levels = range(20).map((level) => [
    `l${level}`,
    { oneOf: range(20).map((index) => ({ required: [`p${index}`], properties: { [`p${index}`]: next(level) } })) },
  ])
  return JSON.stringify({ $ref: '#/$defs/l0', $defs: Object.fromEntries(levels) })
}

function membersDown(type: string): string {
  return deep('{"required":["a"],"properties":{"a":', `{"type":"${type}"}`, '}}', 900)
}

const text = (pattern: string) => contract(JSON.stringify({ type: 'string', pattern, maxLength: 60 }))
const one = (schema: object) => contract(JSON.stringify(schema))

/** What must come of two versions: which verdicts are right, when not all can be decided. */
const cases: Readonly<Record<string, readonly [before: string, after: string, verdicts: readonly string[]]>> = {
  'patterns that backtrack': [text('^(a+)+$'), text('^(a|a)*b$'), ['breaking']],
  'patterns that nobody can decide': [
    text('^(?=(a+)+$)(a|aa)+$'),
    text('^(?!(b+)+$)(.*)*\\1x$'),
    ['breaking', 'compatible'],
  ],
  'patterns with great counts, alike up to the limit': [
    text('^(?:a{1,500}){1,500}$'),
    text('^(?:a{1,499}){1,499}$'),
    ['unchanged'],
  ],
  '50 schemas that refer to each other': [named(web(9)), named(web(5)), ['breaking']],
  'a schema that nothing fits any more': [
    one({ type: 'string' }),
    one({ type: 'string', minLength: 5, maxLength: 3 }),
    ['breaking'],
  ],
  'schemas that nothing fits, both': [
    one({ type: 'string', minLength: 5, maxLength: 3 }),
    one({ allOf: [{ type: 'string' }, { type: 'integer' }] }),
    ['compatible', 'unchanged'],
  ],
  'numbers beyond the exact ones': [
    contract('{"type":"integer","maximum":9007199254740993}'),
    contract('{"type":"integer","maximum":9007199254740991}'),
    ['breaking', 'compatible'],
  ],
  'multiples that divide nothing exactly': [
    one({ type: 'number', multipleOf: 1e-300 }),
    one({ type: 'number', multipleOf: 3e-300 }),
    ['breaking', 'compatible'],
  ],
  'lists of a length that nobody can write': [
    one({ type: 'array', items: { type: 'integer' }, minItems: 2_000_000_000 }),
    one({ type: 'array', items: { type: 'integer' }, minItems: 2_000_000_001 }),
    ['breaking', 'compatible'],
  ],
  'texts of a length that nobody can write': [
    one({ type: 'string', minLength: 2_000_000_000 }),
    one({ type: 'string', minLength: 2_000_000_001 }),
    ['breaking', 'compatible'],
  ],
}

describe('ends with an answer', () => {
  it.each(Object.entries(cases))('%s', { timeout: 120_000 }, async (_name, [before, after, verdicts]) => {
    const report = await within(before, after)
    expect(verdicts).toContain(report.verdict)
    if (report.verdict !== 'unchanged') expect(report.findings.length).toBeGreaterThan(0)
    expect((await within(before, before)).findings).toEqual([])
  })
})

describe('names that are those of prototypes', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const http = (name: string, type: string): string =>
    `{"openapi":"3.1.0","info":{"title":"Names","version":"1.0.0"},"paths":{"/${name}":{"post":{"operationId":"${name}","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/${name}"}}}},"responses":{"204":{"description":"Done."}}}}},"components":{"schemas":{"${name}":{"type":"object","required":["${name}"],"properties":{"${name}":{"type":"${type}"}}}}}}`
  const events = (name: string, type: string): string =>
    `{"asyncapi":"3.0.0","info":{"title":"Names","version":"1.0.0"},"channels":{"${name}":{"address":"${name}","messages":{"${name}":{"payload":{"type":"object","required":["${name}"],"properties":{"${name}":{"type":"${type}"}}}}}}},"operations":{"${name}":{"action":"receive","channel":{"$ref":"#/channels/${name}"}}}}`

  it.each(names)('%s', async (name) => {
    for (const write of [http, events]) {
      const { verdict, findings } = await within(write(name, 'string'), write(name, 'integer'))
      expect(verdict).toBe('breaking')
      const [{ operation, pointer, witness } = expect.fail('nothing was found')] = findings
      expect(operation?.id).toBe(name)
      expect(pointer.endsWith(`/properties/${name}`)).toBe(true)
      expect(JSON.stringify(witness)).toContain(`{"value":{"${name}":`)
      expect((await within(write(name, 'string'), write(name, 'string'))).findings).toEqual([])
    }
  })
})

/** What stands on a line of a stack trace, if there is one. */
function traceIn(text: string): string | undefined {
  return /\n\s+at .*:\d+:\d+/.exec(text)?.[0]
}

describe('the command line', () => {
  const limited = (limit: number, ref: object) =>
    named({ Start: { allOf: [ref, { type: 'string', maxLength: limit }] } })
  const itself = { $ref: '#/components/schemas/Start' }

  it.each([
    ['an allOf of itself', limited(9, itself), limited(5, itself)],
    [
      'two that are an allOf of each other',
      named({ Start: { allOf: [{ $ref: '#/components/schemas/B' }] }, B: { allOf: [itself], maxLength: 9 } }),
      named({ Start: { allOf: [{ $ref: '#/components/schemas/B' }] }, B: { allOf: [itself], maxLength: 5 } }),
    ],
    [
      'a change 4,000 members down',
      contract(deepProperties('{"type":"string"}')),
      contract(deepProperties('{"type":"integer"}')),
    ],
    ['a change 4,000 times negated', contract(deepNot('{"type":"string"}')), contract(deepNot('{"type":"integer"}'))],
    [
      'a change in 4,000 compositions',
      contract(deepAllOf('{"type":"string"}')),
      contract(deepAllOf('{"type":"integer"}')),
    ],
  ])('refuses %s: nothing is said about changes', { timeout: 120_000 }, (_name, before, after) => {
    const folder = tempFolder({ 'before.json': before, 'after.json': after })
    const { status, stdout, stderr } = tenantkit(['diff', 'before.json', 'after.json'], folder)
    expect(status).toBe(2)
    expect(stdout + stderr).toMatch(/TK1507|TK1015/)
    expect(stdout + stderr).not.toMatch(/no changes|\n\s+at /i)
  })

  it('a number that no number holds is refused, not passed over', () => {
    const schema = '{"type":"number","maximum":1e400}'
    const folder = tempFolder({
      'before.json': contract('{"type":"number","maximum":1e10}'),
      'after.json': contract(schema),
    })
    const { status, stdout, stderr } = tenantkit(['diff', 'before.json', 'after.json'], folder)
    expect([1, 2]).toContain(status)
    expect(stdout + stderr).not.toMatch(/no changes|\n\s+at /i)
  })

  const nestedText = (last: string) => deep('[', last, ']', 1_900)
  const values = (list: readonly string[]) => JSON.stringify({ enum: list })
  const many = range(100_000).map((index) => `v${index}`)
  const limits = (limit: number) => {
    const property = { type: 'string', maxLength: limit }
    return JSON.stringify({
      type: 'object',
      properties: Object.fromEntries(range(2_000).map((at) => [`p${at}`, property])),
    })
  }

  it.each<[name: string, before: string, after: string, status: number, said: RegExp]>([
    ['100,000 values in another order', values(many), values(many.toReversed()), 0, /No changes/],
    ['100,000 values but one', values(many), values(many.slice(1)), 1, /lost `v0`/],
    ['2,000 changed members', limits(10), limits(9), 1, /`p1999` is limited further/],
    ['20 nested oneOfs of 20', oneOfs('string'), oneOfs('integer'), 1, /breaking/],
    ['a change 900 members down', membersDown('string'), membersDown('integer'), 0, /neither proved/],
    [
      'a value 1,900 levels deep',
      `{"enum":[${nestedText('1')}]}`,
      `{"enum":[${nestedText('2')}]}`,
      0,
      /neither proved/,
    ],
    [
      'patterns that backtrack',
      '{"type":"string","pattern":"^(a|aa)*b$"}',
      '{"type":"string","pattern":"^(a+)+$"}',
      1,
      /breaking/,
    ],
  ])('%s', { timeout: 300_000 }, (_name, before, after, expected, saying) => {
    const folder = tempFolder({ 'before.json': before, 'after.json': after })
    const { status, stdout, stderr } = tenantkit(['diff', '--schema', 'before.json', 'after.json'], folder)
    expect({ status, stack: traceIn(stderr) }).toEqual({ status: expected, stack: undefined })
    expect(stdout).toMatch(saying)
    if (!saying.test('No changes')) expect(stdout).not.toMatch(/no changes/i)
  })

  it.each([
    ['is not there', {}],
    ['is empty', { 'before.json': '' }],
    ['ends too early', { 'before.json': '{"openapi":"3.1.0","info":' }],
    ['is no contract', { 'before.json': '{"type":"string"}' }],
    ['is a list', { 'before.json': '[]' }],
    ['is binary', { 'before.json': '\u0000\u0001\uFFFD' }],
    ['is a folder', { 'before.json/other.txt': '' }],
    ['refers to what is not there', { 'before.json': contract('{"$ref":"./gone.json"}') }],
  ])('never says that nothing has changed when the base %s', { timeout: 120_000 }, (_name, files) => {
    const folder = tempFolder({ ...files, 'after.json': one({ type: 'string' }) })
    const formats = ['json', 'markdown', 'html', 'sarif', 'junit', 'github']
    const given = ['text', ...formats.map((format) => `${format}=report.${format}`)]
    const args = ['diff', 'before.json', 'after.json', ...given.flatMap((format) => ['--format', format])]
    const { status, stdout, stderr } = tenantkit(args, folder)
    expect({ status, stack: traceIn(stderr) }).toEqual({ status: 2, stack: undefined })
    const { 'after.json': _after, ...written } = readTree(folder)
    for (const [file, text] of Object.entries({ ...written, stdout }))
      expect({ file, said: /no changes|"unchanged"/i.exec(text)?.[0] }).toEqual({ file, said: undefined })
  })
})
