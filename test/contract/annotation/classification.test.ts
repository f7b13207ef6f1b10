import { describe, expect, it } from 'vitest'
import {
  readClassification,
  readMarkedProperties,
  readSchemaAnnotations,
} from '../../../src/contract/annotation/index.js'
import type { JsonObject } from '../../../src/util/own.js'
import { here, recordProblems } from './support/record-problems.js'

function read(node: JsonObject) {
  const problems = recordProblems()
  const found = readClassification(node, here, problems)
  return { value: found?.value, at: found?.at.pointer, told: problems.told }
}

const silent = (value: object, key: string) => ({ value, at: `/${key}`, told: [] })

describe('x-data-classification', () => {
  const key = 'x-data-classification'

  it.each([
    ['internal', { sensitivity: 'internal' }],
    ['payment-card', { sensitivity: 'restricted', category: 'payment-card' }],
    ['contact.email', { sensitivity: 'confidential', category: 'contact.email' }],
    ['identifier', { sensitivity: 'internal', category: 'identifier' }],
    [
      { category: 'contact', sensitivity: 'restricted' },
      { category: 'contact', sensitivity: 'restricted' },
    ],
    [
      { category: 'contact.email', masking: { strategy: 'partial' } },
      { category: 'contact.email', masking: { strategy: 'partial' }, sensitivity: 'confidential' },
    ],
    [
      { category: 'secret', masking: 'hash' },
      { category: 'secret', masking: { strategy: 'hash' }, sensitivity: 'restricted' },
    ],
    [
      { sensitivity: 'internal', regulation: 'gdpr' },
      { sensitivity: 'internal', regulation: ['gdpr'] },
    ],
    ['PII', { sensitivity: 'confidential', category: 'personal' }],
    ['pii.contact.email', { sensitivity: 'confidential', category: 'contact.email' }],
    [
      { level: 'high', tags: ['PII', 'gdpr', 'health'], protection: 'encrypted' },
      { sensitivity: 'restricted', category: 'health', masking: { strategy: 'encrypt' }, regulation: ['gdpr'] },
    ],
  ])('reads %j', (written, value) => {
    expect(read({ [key]: written })).toEqual(silent(value, key))
  })

  it('counts what it cannot read as restricted', () => {
    expect(read({ [key]: 'intern' })).toEqual({
      value: { sensitivity: 'restricted' },
      at: `/${key}`,
      told: [
        `TK1302 error /${key}: \`${key}\` is \`intern\`, not a sensitivity (public, internal, confidential, restricted) or a category such as \`contact.email\``,
      ],
    })
  })

  it('names the near miss of a word and of a key', () => {
    const problems = recordProblems()
    readClassification({ [key]: 'intern' }, here, problems)
    readClassification({ [key]: { categroy: 'contact' } }, here, problems)
    expect(problems.help).toEqual(['Did you mean `internal`?', 'Did you mean `category`?'])
    expect(problems.told[1]).toBe(`TK1303 error /${key}/categroy: \`${key}\` has no key \`categroy\``)
  })

  it('raises what is below the floor of its category, and says so', () => {
    expect(read({ [key]: { category: 'payment-card', sensitivity: 'internal' } })).toEqual({
      value: { category: 'payment-card', sensitivity: 'restricted' },
      at: `/${key}`,
      told: [
        `TK1309 error /${key}: data of category \`payment-card\` is at least restricted, and internal is declared`,
      ],
    })
  })

  it('lets an override go below the floor', () => {
    const written = { category: 'payment-card', sensitivity: 'internal', override: { reason: 'Last digits.' } }
    expect(read({ [key]: written })).toEqual(silent(written, key))
  })

  it('shows no control characters and no endless text of a contract', () => {
    const { told } = read({ [key]: `\u001b[31m\u202e${'x'.repeat(1_000)}` })
    expect(told[0]?.length).toBeLessThan(260)
    expect(/[\u001b\u202e]/u.test(told[0] ?? '')).toBe(false)
  })
})

describe('other spellings', () => {
  it.each([
    ['x-classification', 'green', { sensitivity: 'public' }],
    ['x-data-class', 'yellow', { sensitivity: 'internal' }],
    ['x-sensitivity', 'medium', { sensitivity: 'confidential' }],
    ['x-data-sensitivity', 'Highly Confidential', { sensitivity: 'restricted' }],
    ['x-security-classification', 'secret', { sensitivity: 'restricted' }],
    ['x-privacy', 'pii.contact', { sensitivity: 'confidential', category: 'contact' }],
    ['x-classification', { level: 'low' }, { sensitivity: 'internal' }],
    ['x-pii', true, { sensitivity: 'confidential', category: 'personal' }],
    ['x-pii', 'contact.email', { sensitivity: 'confidential', category: 'contact.email' }],
    ['x-contains-pii', true, { sensitivity: 'confidential', category: 'personal' }],
    ['x-personal-data', true, { sensitivity: 'confidential', category: 'personal' }],
    ['x-sap-dpp-is-potentially-personal', true, { sensitivity: 'confidential', category: 'personal' }],
    ['x-pii', false, { sensitivity: 'internal', category: 'other' }],
    ['x-phi', true, { sensitivity: 'restricted', category: 'health', regulation: ['hipaa'] }],
    ['x-pci', true, { sensitivity: 'restricted', category: 'payment-card', regulation: ['pci-dss'] }],
    ['x-sensitive', true, { sensitivity: 'confidential' }],
    ['x-sap-dpp-is-potentially-sensitive', true, { sensitivity: 'restricted', category: 'special' }],
    ['x-sensitive-data', { mask: true }, { sensitivity: 'confidential', masking: { strategy: 'full' } }],
    [
      'x-sensitive-data',
      { mask: true, pattern: '^.{4}' },
      { sensitivity: 'confidential', masking: { strategy: 'regex', pattern: '^.{4}' } },
    ],
    ['x-masked', 'partial', { sensitivity: 'confidential', masking: { strategy: 'partial' } }],
    ['x-masked', 'regex', { sensitivity: 'confidential', masking: { strategy: 'full' } }],
    ['x-redacted', true, { sensitivity: 'confidential', masking: { strategy: 'full' } }],
    ['x-redact-with', 'tokenise', { sensitivity: 'confidential', masking: { strategy: 'tokenize' } }],
  ])('reads %s: %j', (key, written, value) => {
    expect(read({ [key]: written })).toEqual(silent(value, key))
  })

  it.each([
    ['x-phi', false],
    ['x-pci', false],
    ['x-sensitive', false],
    ['x-masked', false],
    ['x-pii', ['name']],
  ])('hears nothing in %s: %j', (key, written) => {
    expect(read({ [key]: written })).toEqual({ value: undefined, at: undefined, told: [] })
  })

  it.each(['C2', 'L1', 2, 'toString', null])('does not guess at a house scale: %j', (written) => {
    const { value, told } = read({ 'x-classification': written })
    expect(value).toEqual({ sensitivity: 'restricted' })
    expect(told.map((text) => text.slice(0, 34))).toEqual(['TK1307 warning /x-classification: '])
  })

  it('masks fully where a pattern would run away', () => {
    const { value, told } = read({ 'x-sensitive-data': { pattern: '(a+)+$' } })
    expect(value).toEqual({ sensitivity: 'confidential', masking: { strategy: 'full' } })
    expect(told.map((text) => text.slice(0, 6))).toEqual(['TK1302'])
  })

  it('marks the properties that a list on the object names', () => {
    const marked = readMarkedProperties({ 'x-pii': ['name', '__proto__', 1] }, here)
    expect([...marked].map(([name, { value, at }]) => [name, value.category, at.pointer])).toEqual([
      ['name', 'personal', '/x-pii/0'],
      ['__proto__', 'personal', '/x-pii/1'],
    ])
  })
})

describe('several statements', () => {
  it('holds the higher one and warns when ours is the lower', () => {
    expect(read({ 'x-data-classification': 'internal', 'x-pii': true })).toEqual({
      value: { sensitivity: 'confidential', category: 'personal' },
      at: '/x-data-classification',
      told: [
        'TK1308 warning /x-data-classification: `x-data-classification` says internal and `x-pii` says confidential; the higher one holds',
      ],
    })
  })

  it('keeps silent when ours is the higher', () => {
    const { value, told } = read({ 'x-data-classification': 'restricted', 'x-sensitive': true })
    expect({ value, told }).toEqual({ value: { sensitivity: 'restricted' }, told: [] })
  })

  it('takes the strictest of those that are not ours', () => {
    const { value, told } = read({ 'x-pii': false, 'x-sensitive': true, 'x-phi': true })
    expect({ value, told }).toEqual({
      value: { sensitivity: 'restricted', category: 'health', regulation: ['hipaa'] },
      told: [],
    })
  })

  it('takes `format: password` for a credential', () => {
    expect(read({ format: 'password' })).toEqual(
      silent({ sensitivity: 'restricted', category: 'credential' }, 'format'),
    )
    expect(read({ format: 'password', 'x-data-classification': 'secret' }).value).toEqual({
      sensitivity: 'restricted',
      category: 'secret',
    })
  })

  it('refuses less than that without an override', () => {
    const { value, told } = read({ format: 'password', 'x-data-classification': 'internal' })
    expect(value).toEqual({ sensitivity: 'restricted', category: 'credential' })
    expect(told).toEqual([
      'TK1309 error /x-data-classification: data of category `credential` is at least restricted, and internal is declared',
    ])
    const override = { sensitivity: 'internal', category: 'other', override: { reason: 'A hint, no password.' } }
    expect(read({ format: 'password', 'x-data-classification': override })).toEqual(
      silent(override, 'x-data-classification'),
    )
  })
})

describe('readSchemaAnnotations', () => {
  it('leaves early where nothing is annotated', () => {
    const problems = recordProblems()
    expect(readSchemaAnnotations({ type: 'string', format: 'email' }, here, problems)).toEqual({})
    expect(readSchemaAnnotations({ type: 'string', 'x-order': 1, xml: {} }, here, problems)).toEqual({})
    expect(problems.told).toEqual([])
  })

  it('reads all that may stand on a schema', () => {
    const problems = recordProblems()
    const node = {
      'x-data-classification': 'internal',
      'x-tenant-key': true,
      'x-retention-days': 30,
      'x-region': 'eu-central-1',
      'x-lifecycle': 'experimental',
    }
    expect(readSchemaAnnotations(node, here, problems)).toEqual({
      classification: { value: { sensitivity: 'internal' }, at: { ...here, pointer: '/x-data-classification' } },
      tenantKey: { value: {}, at: { ...here, pointer: '/x-tenant-key' } },
      retention: { value: { period: 'P30D' }, at: { ...here, pointer: '/x-retention-days' } },
      residency: { value: { regions: ['eu-central-1'], mode: 'strict' }, at: { ...here, pointer: '/x-region' } },
      lifecycle: { value: { state: 'experimental' }, at: { ...here, pointer: '/x-lifecycle' } },
    })
    expect(problems.told).toEqual([])
  })

  it('still takes a tenant key that cannot be read for one', () => {
    const problems = recordProblems()
    const { tenantKey } = readSchemaAnnotations({ 'x-tenant-key': 'yes' }, here, problems)
    expect(tenantKey?.value).toEqual({})
    expect(problems.told).toEqual([
      'TK1302 error /x-tenant-key: `x-tenant-key` is `yes`, not true, or an object of source, claim, kind',
    ])
  })

  it('warns of what has no effect on a schema and of names that are nearly ours', () => {
    const problems = recordProblems()
    readSchemaAnnotations(
      { 'x-tenant-scope': 'tenant', 'x-data-clasification': 'internal', 'x-codegen': 1 },
      here,
      problems,
    )
    expect(problems.told).toEqual([
      'TK1306 warning /x-tenant-scope: `x-tenant-scope` has no effect on a schema',
      'TK1305 warning /x-data-clasification: `x-data-clasification` is not part of the vocabulary and has no effect',
    ])
    expect(problems.help[1]).toBe('Did you mean `x-data-classification`?')
  })
})
