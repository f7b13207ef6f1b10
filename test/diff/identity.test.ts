/**
 * The same contract, written in another way: nothing is to be said about it, not even as information. Real contracts, and
 * one by hand that has every kind of schema.
 */
import { describe, expect, it } from 'vitest'
import { isObject, type JsonObject } from '../../src/util/own.js'
import { tempFolder } from '../support/temp-folder.js'
import { compare, linesOf, readContract } from './support/compare-files.js'
import { handMade } from './support/hand-made.js'
import { realContracts } from './support/real-contracts.js'
import { said, saidOfFiles } from './support/said.js'
import { toAsyncApi3 } from './support/to-asyncapi-3.js'
import { inlineReferences } from './support/transform/inline-references.js'
import { mergeCompositions } from './support/transform/merge-compositions.js'
import { toOpenApi31, toOpenApi32 } from './support/transform/next-openapi.js'
import { reorder } from './support/transform/reorder.js'
import { splitCompositions } from './support/transform/split-compositions.js'
import { spreadOverFiles } from './support/transform/spread-over-files.js'
import { versionOf } from './support/version-of.js'

const real = realContracts(70_000).filter(({ name }) => !name.startsWith('contracts/third-party'))
const whole: readonly { readonly name: string; readonly document: JsonObject }[] = [
  ...handMade,
  ...real.filter(({ isSpread }) => !isSpread),
]
const of = (key: 'openapi' | 'asyncapi', version: RegExp) =>
  whole
    .filter(({ document }) => version.test(versionOf(document, key)))
    .map(({ name, document }) => ({ name, document }))

/** What a transformation leaves as it is tells nothing: each must have changed some contract at least. */
function changes(transform: (document: JsonObject) => JsonObject, documents = whole): number {
  return documents.filter(({ document }) => JSON.stringify(transform(document)) !== JSON.stringify(document)).length
}

describe('a contract against itself', () => {
  it.each(real.map(({ name, folder }) => ({ name, folder })))('$name', async ({ name, folder }) => {
    const [base, head] = [await readContract(name, folder), await readContract(name, folder)]
    expect(linesOf(compare(base, head))).toEqual([])
  })
})

describe('from YAML to JSON', () => {
  it.each(whole.slice(handMade.length))('$name', async ({ name, document }) => {
    const folder = tempFolder({ 'after.json': JSON.stringify(document) })
    const base = await readContract(name, process.cwd())
    expect(linesOf(compare(base, await readContract('after.json', folder)))).toEqual([])
  })
})

describe('with everything in another order', () => {
  it.each(whole)('$name', async ({ document }) => {
    for (const seed of [1, 2]) expect(await said(document, reorder(document, seed)), `seed ${seed}`).toEqual([])
  })
})

describe('with its references inlined', () => {
  it.each(whole)('$name', async ({ document }) => {
    expect(await said(document, inlineReferences(document))).toEqual([])
  })

  it('has something to inline', () => {
    expect(changes(inlineReferences)).toBeGreaterThan(10)
  })
})

describe('with its schemas split into compositions', () => {
  it.each(whole)('$name', async ({ document }) => {
    expect(await said(document, splitCompositions(document))).toEqual([])
  })

  it('has something to split', () => {
    expect(changes(splitCompositions)).toBeGreaterThan(10)
  })
})

describe('with its compositions merged', () => {
  it.each(whole)('$name', async ({ document }) => {
    expect(await said(document, mergeCompositions(inlineReferences(document)))).toEqual([])
  })

  it('has something to merge', () => {
    expect(changes((document) => mergeCompositions(inlineReferences(document)))).toBeGreaterThan(5)
  })
})

describe('from OpenAPI 3.0 to 3.1', () => {
  it.each(of('openapi', /^3\.0/))('$name', async ({ document }) => {
    expect(await said(document, toOpenApi31(document))).toEqual([])
  })
})

describe('from OpenAPI 3.1 to 3.2', () => {
  it.each(of('openapi', /^3\.1/))('$name', async ({ document }) => {
    expect(await said(document, toOpenApi32(document))).toEqual([])
  })
})

describe('from OpenAPI 3.0 to 3.2, in another order, without references', () => {
  it.each(of('openapi', /^3\.0/))('$name', async ({ document }) => {
    const after = splitCompositions(reorder(inlineReferences(toOpenApi32(toOpenApi31(document))), 3))
    expect(await said(document, after)).toEqual([])
  })
})

describe('from one file to many', () => {
  it.each(whole.filter(({ document }) => isObject(document['components'])))('$name', async ({ document }) => {
    expect(await saidOfFiles(JSON.stringify(document), spreadOverFiles(document, 'after.json'))).toEqual([])
  })
})

describe('from AsyncAPI 2 to AsyncAPI 3', () => {
  it.each(of('asyncapi', /^2/).filter(({ name }) => !migratedWithLoss.test(name)))('$name', async ({ document }) => {
    expect(await said(document, toAsyncApi3(document))).toEqual([])
  })
})

/** What the migration of the standard cannot carry over; see `pair/migration.test.ts`. */
const migratedWithLoss = /operation-security|order-events.v1|streetlights-mqtt/
