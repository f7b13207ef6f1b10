import { describe, expect, test } from 'vitest'
import { compileCodecs, issuesOf } from '../support/compile-codecs.js'
import { appliedGroups, suiteFiles } from '../support/suite.js'
import { oracleOf } from './oracle.js'
import { inOpenApi30, Unsayable } from './translate.js'

/**
 * The official test suite of JSON Schema in the words of OpenAPI 3.0: numbers that a value must exceed become bounds with a
 * boolean beside them, `null` among types becomes `nullable`, constants become enums of one. The verdicts are the suite's
 * own, and ajv must come to the same ones by its rules for draft 4.
 */
const groups = suiteFiles.flatMap((file) => appliedGroups(file).map((group) => ({ file, ...group })))
const unsayable = new Map<string, number>()
const sayable = groups.flatMap((group) => {
  try {
    return [{ ...group, schemas: inOpenApi30(group.schema) }]
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error
    unsayable.set(error.message, (unsayable.get(error.message) ?? 0) + 1)
    return []
  }
})

/** Where ajv 8.20 does not come to the verdict of the suite, by the test's name, and why. */
const address = 'ajv-formats knows neither quoted names nor addresses of hosts'
const ajvErrs: Readonly<Record<string, string>> = {
  '__proto__ not valid': 'ajv does not see a property of this name',
  'valid if optional overflow handling is implemented': 'ajv divides floating point numbers',
  'a quoted string with a space in the local part is valid': address,
  'a quoted string with a double dot in the local part is valid': address,
  'a quoted string with a @ in the local part is valid': address,
  'an IPv4-address-literal after the @ is valid': address,
  'an IPv6-address-literal after the @ is valid': address,
}

describe('schemas of OpenAPI 3.0', () => {
  test.each(sayable)('$file: $description', async ({ schemas, tests }) => {
    const { input, output } = await compileCodecs(schemas, { root: { openapi: '3.0.3' } })
    const oracle = oracleOf(schemas)
    const verdicts = tests.map(({ description, data }) => {
      const checks = [input, output].map((codecs) => {
        const codec = codecs.get('It')
        if (!codec) throw new Error('no codec')
        return issuesOf(codec, data).length === 0
      })
      return [description, ...checks, oracle('It', data)]
    })
    expect(verdicts).toEqual(
      tests.map(({ description, valid }) => [
        description,
        valid,
        valid,
        Object.hasOwn(ajvErrs, description) ? !valid : valid,
      ]),
    )
  })

  test('what cannot be said in OpenAPI 3.0 has its reason', () => {
    expect([sayable.length, Object.fromEntries([...unsayable].sort())]).toMatchInlineSnapshot(`
      [
        194,
        {
          "\`$id\` is no keyword of OpenAPI 3.0": 12,
          "\`contains\` is no keyword of OpenAPI 3.0": 18,
          "\`contentEncoding\` is no keyword of OpenAPI 3.0": 1,
          "\`contentMediaType\` is no keyword of OpenAPI 3.0": 3,
          "\`dependencies\` is no keyword of OpenAPI 3.0": 7,
          "\`dependentRequired\` is no keyword of OpenAPI 3.0": 4,
          "\`dependentSchemas\` is no keyword of OpenAPI 3.0": 4,
          "\`else\` is no keyword of OpenAPI 3.0": 1,
          "\`if\` is no keyword of OpenAPI 3.0": 12,
          "\`maxContains\` is no keyword of OpenAPI 3.0": 1,
          "\`minContains\` is no keyword of OpenAPI 3.0": 1,
          "\`patternProperties\` is no keyword of OpenAPI 3.0": 16,
          "\`prefixItems\` is no keyword of OpenAPI 3.0": 26,
          "\`propertyNames\` is no keyword of OpenAPI 3.0": 4,
          "\`then\` is no keyword of OpenAPI 3.0": 2,
          "\`unevaluatedItems\` is no keyword of OpenAPI 3.0": 9,
          "\`unevaluatedProperties\` is no keyword of OpenAPI 3.0": 31,
          "a reference that is none to a component": 7,
          "components have names of letters, digits, dots and dashes": 2,
        },
      ]
    `)
  })
})
