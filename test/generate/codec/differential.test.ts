import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCodecs, issuesOf } from './support/compile-codecs.js'
import { endsWell, withoutEndless } from './support/endless.js'
import { schema, value } from './support/random-schema.js'

/**
 * Generated checks against an interpreter of the same standard, on schemas and values out of a small world. Seeds are
 * fixed; another one can be given to look further.
 */
const seeds = (process.env['CODEC_SEEDS'] ?? '1,2,3').split(',').map(Number)
const schemas = Number(process.env['CODEC_SCHEMAS'] ?? 150)
const values = 60

test.each(seeds)('agrees with ajv, seed %i', async (seed) => {
  const random = fc.sample(schema({ refs: ['S0', 'S1', 'S2'] }), { seed, numRuns: schemas })
  const named: Record<string, unknown> = Object.fromEntries(random.map((one, index) => [`S${index}`, one]))
  // What everything may refer to must come to an end itself.
  for (const name of ['S0', 'S1', 'S2']) if (!endsWell(named, name)) named[name] = { type: 'string' }
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false })
  ;(addFormats as unknown as (instance: Ajv2020) => void)(ajv)
  // As the loader gets them: plain objects with the usual prototype.
  ajv.addSchema(JSON.parse(JSON.stringify({ $id: 'all', components: { schemas: named } })))
  const usable = Object.keys(named).filter((name) => endsWell(named, name))
  if (process.env['CODEC_SHOW']) console.log(JSON.stringify([named['S0'], named['S1'], named['S2']]))
  const { output } = await compileCodecs(withoutEndless(named, [...usable, 'S0', 'S1', 'S2']))
  const samples = fc.sample(value, { seed, numRuns: values })
  const differences: unknown[] = []
  let valid = 0
  let judged = 0
  for (const name of usable) {
    const oracle = ajv.compile({ $ref: `all#/components/schemas/${name}` })
    const codec = output.get(name)
    for (const sample of samples) {
      const expected = oracle(sample)
      const found = codec !== undefined && issuesOf(codec, sample).length === 0
      judged++
      if (expected) valid++
      if (expected !== found) differences.push({ name, schema: named[name], sample, expected })
    }
  }
  expect(differences.slice(0, 3).map((one) => JSON.stringify(one))).toEqual([])
  // A world in which nearly everything or nothing is valid would show little.
  expect(valid / judged).toBeGreaterThan(0.1)
  expect(valid / judged).toBeLessThan(0.9)
})
