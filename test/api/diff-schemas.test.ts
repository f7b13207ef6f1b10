/** `tenantkit diff --schema`: two plain JSON Schemas, in either direction and either view. */
import { describe, expect, it } from 'vitest'
import { type DiffContractsOptions, diff } from '../../src/api/diff.js'
import { gitRepository } from '../support/git.js'
import { tempFolder } from '../support/temp-folder.js'

async function run(before: object, after: object, options: Partial<DiffContractsOptions> = {}) {
  const directory = tempFolder({ 'a.json': JSON.stringify(before), 'b.json': JSON.stringify(after) })
  const result = await diff({
    base: 'a.json',
    heads: ['b.json'],
    schemas: 'request',
    today: '2026-06-15',
    directory,
    ...options,
  })
  return { ...result, report: result.reports[0] }
}

const open = { type: 'object', properties: { sku: { type: 'string' } } }
const required = { ...open, required: ['sku'] }
const readOnly = { type: 'object', properties: { id: { type: 'string', readOnly: true } } }
const more = { type: 'object', properties: { sku: { type: 'string' }, note: { type: 'string' } } }

describe('diff --schema', () => {
  it.each<[string, object, object, Partial<DiffContractsOptions>, string]>([
    ['the same', open, open, {}, 'unchanged'],
    ['what became required', open, required, {}, 'breaking'],
    ['what became required, sent the other way', open, required, { schemas: 'response' }, 'compatible'],
    ['what became optional', required, open, {}, 'compatible'],
    ['what became optional, sent the other way', required, open, { schemas: 'response' }, 'breaking'],
    [
      'a narrower member that is read only',
      readOnly,
      { ...readOnly, properties: { id: { type: 'integer', readOnly: true } } },
      {},
      'breaking',
    ],
    ['a new optional member, where producers send what they declare', open, more, { view: 'exchange' }, 'compatible'],
    ['a new optional member: a schema is taken at its word', open, more, {}, 'breaking'],
    ['other words', open, { ...open, description: 'Of a product.' }, {}, 'unchanged'],
    ['nothing at all any more', {}, { not: {} }, {}, 'breaking'],
  ])('%s', async (_, before, after, options, expected) => {
    const { verdict, diagnostics } = await run(before, after, options)
    expect({ verdict, diagnostics }).toEqual({ verdict: expected, diagnostics: [] })
  })

  it('shows a value, places and the direction that was asked for', async () => {
    const { report } = await run(open, required)
    expect(report).toMatchObject({
      base: { source: 'a.json', version: '' },
      semver: { required: 'major', ok: true },
      findings: [
        {
          rule: 'request-property-became-required',
          direction: 'request',
          level: 'breaking',
          witness: { value: {} },
          before: { file: 'a.json' },
          after: { file: 'b.json' },
        },
      ],
    })
  })

  it('takes levels for the directions of the command line', async () => {
    const levels = new Map([['request-property-became-required', 'info']] as const)
    expect((await run(open, required, { levels })).verdict).toBe('compatible')
  })

  it('a schema that is broken, missing or a contract is an error', async () => {
    for (const [before, code] of [
      ['{', 'TK1006'],
      ['{"openapi": "3.1.0"}', 'TK1514'],
      [undefined, 'TK1001'],
    ] as const) {
      const directory = tempFolder({ 'b.json': '{}', ...(before !== undefined && { 'a.json': before }) })
      const options = { base: 'a.json', heads: ['b.json'], schemas: 'request', today: '2026-06-15', directory } as const
      const { verdict, reports, diagnostics } = await diff(options)
      expect([verdict, reports, diagnostics.map((problem) => problem.code)]).toEqual(['breaking', [], [code]])
    }
  })

  it('finds the base in git, too', async () => {
    const { folder, write } = gitRepository({ 'a.json': JSON.stringify(open) })
    write({ 'a.json': JSON.stringify(required), 'b.json': JSON.stringify(open) })
    const options = { base: 'git:main', schemas: 'request', today: '2026-06-15', directory: folder } as const
    const { verdict, added, reports } = await diff({ ...options, heads: ['a.json', 'b.json'] })
    expect([verdict, reports[0]?.base.source, added]).toEqual([
      'breaking',
      'git:main:a.json',
      [{ source: 'b.json', title: '', version: '' }],
    ])
  })
})
