import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../../src/contract/annotation/coverage.js'
import {
  effectiveClassification,
  readApiIdentity,
  readDataPolicy,
  readGovernance,
  readMarkedProperties,
  readOwner,
  readPartAnnotations,
  readPathways,
  readSchemaAnnotations,
} from '../../../src/contract/annotation/index.js'
import { vocabulary } from '../../../src/contract/annotation/vocabulary.js'
import { loadContract } from '../../../src/contract/index.js'
import { type Sensitivity, sensitivities } from '../../../src/contract/model/index.js'
import type { JsonObject } from '../../../src/util/own.js'
import { tempFolder } from '../../support/temp-folder.js'
import { here, recordProblems } from './support/record-problems.js'

/*
 * A contract is somebody else's text. Whatever stands under an extension, the readers neither throw nor reach a
 * prototype, and what they cannot read never ends up less strict than what they can.
 */

const aliases = [
  'x-pii',
  'x-phi',
  'x-classification',
  'x-sensitive-data',
  'x-masked',
  'x-redact',
  'x-retention',
  'x-region',
]
const words = [
  ...['tenant', 'public', 'internal', 'contact.email', 'required', 'P30D', '2s', 'partial', 'full', 'true'],
  ...['__proto__', 'constructor', 'prototype', 'a\r\nb', '*/ x /*', '${x}', '\u202e', ''],
]
const names = [
  ...words,
  'scope',
  'sensitivity',
  'category',
  'masking',
  'mode',
  'key',
  'max',
  'clearances',
  'level',
  'tags',
]
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...words),
    fc.jsonValue({ maxDepth: 1 }),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
}))
const node = fc.dictionary(fc.constantFrom(...vocabulary.keys(), ...aliases), value, { maxKeys: 5 })

describe('readers', () => {
  it('survive anything, and say nothing that a terminal would obey', () => {
    fc.assert(
      fc.property(node, (given) => {
        const problems = recordProblems()
        const object = given as JsonObject
        for (const place of ['document', 'server', 'path', 'channel', 'operation', 'message'] as const) {
          readGovernance(object, here, place, problems)
        }
        readSchemaAnnotations(object, here, problems)
        readPartAnnotations(object, here, problems)
        readMarkedProperties(object, here)
        readDataPolicy(object, here, problems)
        readPathways(object, here, problems)
        readOwner(object, here, problems)
        readApiIdentity(object, here, problems)
        expect(problems.told.filter((text) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(messageOf(text)))).toEqual([])
        expect(Object.prototype).not.toHaveProperty('scope')
      }),
      { numRuns: 2_000 },
    )
  })

  it('count a class that cannot be read as restricted, whatever stands beside it', () => {
    fc.assert(
      fc.property(node, value, (given, written) => {
        const problems = recordProblems()
        const object = { ...given, 'x-data-classification': { sensitivity: 'public', unknown: written } } as JsonObject
        const { classification } = readSchemaAnnotations(object, here, problems)
        expect(classification?.value.sensitivity).toBe('restricted')
      }),
    )
  })

  it('never end up below any statement on the node, unless an override says why', () => {
    const levels = fc.constantFrom(...sensitivities)
    fc.assert(
      fc.property(levels, levels, fc.boolean(), (ours, theirs, isPii) => {
        const problems = recordProblems()
        const object = { 'x-data-classification': ours, 'x-classification': theirs, 'x-pii': isPii }
        const height = (level: Sensitivity) => sensitivities.indexOf(level)
        const wanted = Math.max(height(ours), height(theirs), height(isPii ? 'confidential' : 'internal'))
        const { classification } = readSchemaAnnotations(object, here, problems)
        expect(classification?.value.sensitivity).toBe(sensitivities[wanted])
      }),
    )
  })
})

describe('examples', () => {
  const folder = new URL('../../../contracts/', import.meta.url).pathname

  it.each([
    'orders.openapi.yaml',
    'orders.v1.openapi.yaml',
    'order-events.asyncapi.yaml',
    'order-events.v1.asyncapi.yaml',
  ])('%s has no problem at all, and nothing in it is unclassified or without a scope', async (name) => {
    const { contract, diagnostics } = await loadContract(name, { cwd: folder, validation: 'never', strict: true })
    expect(diagnostics).toEqual([])
    if (!contract) throw new Error('no contract')
    const { fields, classified, operations, scoped } = coverageOf(contract, effectiveClassification(contract).resolved)
    expect([classified, scoped]).toEqual([fields, operations])
  })

  it('annotates a contract that is not ours by an overlay', async () => {
    const { contract, diagnostics } = await loadContract('third-party/redocly-museum/openapi.yaml', {
      cwd: folder,
      overlays: ['overlays/redocly-museum.overlay.yaml'],
      validation: 'never',
      strict: true,
    })
    expect(diagnostics).toEqual([])
    expect(contract?.operations.map(({ id, governance }) => [id, governance.scope?.value.scope])).toEqual([
      ['getMuseumHours', 'shared'],
      ['createSpecialEvent', 'tenant'],
      ['listSpecialEvents', 'tenant'],
      ['getSpecialEvent', 'tenant'],
      ['updateSpecialEvent', 'tenant'],
      ['deleteSpecialEvent', 'tenant'],
      ['buyMuseumTickets', 'tenant'],
      ['getTicketCode', 'tenant'],
      ['publishNewEvent', 'tenant'],
    ])
  })
})

it('deep contracts are checked without growing the stack', async () => {
  const depth = 600
  const open = '{"type":"object","properties":{"a":'.repeat(depth)
  const schema = `${open}{"type":"string","x-data-classification":"secret"}${'}}'.repeat(depth)}`
  const cwd = tempFolder({
    'c.json': `{"openapi":"3.1.0","info":{"title":"T","version":"1.0.0"},"components":{"schemas":{"A":${schema}}}}`,
  })
  const { contract } = await loadContract('c.json', { cwd, validation: 'never' })
  expect(contract && coverageOf(contract, effectiveClassification(contract).resolved)).toEqual({
    ...{ fields: 1, classified: 1, operations: 0, scoped: 0 },
  })
})

/** Without the pointer, which is shown where a document's own words are made safe. */
function messageOf(told: string): string {
  return told.slice(told.indexOf(': ') + 2)
}
