import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compileCodecs, issuesOf } from '../support/compile-codecs.js'
import { endsWell, withoutEndless } from '../support/endless.js'
import { value } from '../support/random-schema.js'
import { asMeant, oracleOf } from './oracle.js'
import { schema30 } from './random-schema.js'

/** Random schemas of OpenAPI 3.0, generated codecs against ajv for draft 4. Seeds are fixed; more can be given. */
const seeds = (process.env['CODEC_SEEDS'] ?? '1,2,3').split(',').map(Number)
const schemas = Number(process.env['CODEC_SCHEMAS'] ?? 150)
const shared = ['S0', 'S1', 'S2']

test.each(seeds)('agrees with ajv, seed %i', async (seed) => {
  const random = fc.sample(schema30(shared), { seed, numRuns: schemas })
  const named: Record<string, unknown> = Object.fromEntries(random.map((one, index) => [`S${index}`, one]))
  for (const name of shared) if (!endsWell(named, name)) named[name] = { type: 'string' }
  const usable = Object.keys(named).filter((name) => endsWell(named, name))
  const kept = withoutEndless(named, [...usable, ...shared])
  const oracle = oracleOf(asMeant(kept) as Record<string, unknown>)
  const { input, output } = await compileCodecs(kept, { root: { openapi: '3.0.3' } })
  const samples = [...fc.sample(value, { seed, numRuns: 60 }), null]
  const differences: string[] = []
  let valid = 0
  for (const name of usable) {
    for (const sample of samples) {
      const expected = oracle(name, sample)
      if (expected) valid++
      for (const codecs of [input, output]) {
        const codec = codecs.get(name)
        const found = codec !== undefined && issuesOf(codec, sample).length === 0
        if (expected !== found) differences.push(JSON.stringify({ name, schema: named[name], sample, expected }))
      }
    }
  }
  expect(differences.slice(0, 3)).toEqual([])
  const share = valid / (usable.length * samples.length)
  expect([share > 0.1, share < 0.9]).toEqual([true, true])
})

describe('where we leave the letter', () => {
  const verdicts = async (schema: object): Promise<readonly [codec: boolean, letter: boolean]> => {
    const { input } = await compileCodecs({ It: schema, Text: { type: 'string' } }, { root: { openapi: '3.0.3' } })
    const codec = input.get('It')
    const letter = oracleOf({ It: schema, Text: { type: 'string' } })('It', null)
    return [codec !== undefined && issuesOf(codec, null).length === 0, letter]
  }
  it('null that a list of values does not repeat', async () => {
    expect(await verdicts({ type: 'string', nullable: true, enum: ['a'] })).toEqual([true, false])
  })
  it('null beside a composition', async () => {
    const allOf = [{ $ref: '#/components/schemas/Text' }]
    expect(await verdicts({ type: 'string', nullable: true, allOf })).toEqual([true, false])
  })
  it('nowhere else: `false`, no type, beside a reference', async () => {
    expect(await verdicts({ type: 'string', nullable: false })).toEqual([false, false])
    expect(await verdicts({ nullable: true, $ref: '#/components/schemas/Text' })).toEqual([false, false])
  })
})
