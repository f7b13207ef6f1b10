import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/contract/schema/judge/index.js'
import { createContainment } from '../../../src/diff/containment/index.js'
import type { JsonValue } from '../../../src/util/own.js'
import { isValid } from '../../support/interpret-schema.js'
import { sideOf } from '../../support/schema-side.js'

/**
 * The official test suite of JSON Schema, draft 2020-12, as another judge: of single values, by the engine and by the
 * validator behind it; and of pairs of schemas from one file, of which none may be called compatible when a value of the
 * file says otherwise.
 */
interface Group {
  readonly description: string
  readonly schema: unknown
  readonly tests: readonly { readonly description: string; readonly data: JsonValue; readonly valid: boolean }[]
}

/** Groups whose references lead out of the document, or depend on identifiers: how those are found is tested elsewhere. */
const leadsElsewhere = /"\$id"|"\$anchor"|"\$dynamic|"\$ref":"(?!#\/|#")/

/** Files that do not apply, and why. */
const skipped: Readonly<Record<string, string>> = {
  'format.json': 'formats are asserted here, and that file takes them for remarks',
  'vocabulary.json': 'which keywords a dialect has is decided by its name',
  'optional/format-assertion.json': 'which keywords a dialect has is decided by its name',
  'optional/dependencies-compatibility.json': 'it is read as in the drafts before, which the interpreter does not know',
  'optional/refOfUnknownKeyword.json': 'what no keyword explains is no schema',
  'optional/cross-draft.json': 'what stands on the network is not read',
}
/** Single groups, by file and description, and why. */
const skippedGroups: Readonly<Record<string, string>> = {
  'optional/ecmascript-regex.json \\a is not an ECMA 262 control escape': 'that tests a meta-schema',
}

const folder = join(import.meta.dirname, '../../generate/codec/suite')
const files = ['', 'optional/'].flatMap((below) =>
  readdirSync(join(folder, below))
    .filter((name) => name.endsWith('.json'))
    .map((name) => below + name),
)

function groupsOf(file: string): readonly Group[] {
  const groups = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Group[]
  return groups.filter(
    ({ description, schema }) =>
      !leadsElsewhere.test(JSON.stringify(schema)) && !Object.hasOwn(skippedGroups, `${file} ${description}`),
  )
}

describe.each(files.filter((file) => !Object.hasOwn(skipped, file)))('%s', (file) => {
  const groups = groupsOf(file)

  test('single values', () => {
    const engine = createContainment({ view: 'strict' })
    const wrong: string[] = []
    for (const { description, schema, tests } of groups) {
      const side = sideOf(schema)
      for (const { description: about, data, valid } of tests) {
        const accepts = engine.accepts(side, data, 'none')
        const { kind } = judge(side, data, { projection: 'none', closed: false })
        if (accepts === valid && kind === (valid ? 'accepted' : 'refused')) continue
        wrong.push(`${description}: ${about}: ${valid}, but ${accepts} and ${kind}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('pairs of schemas', () => {
    const engine = createContainment({ view: 'strict' })
    const wrong: string[] = []
    const values = groups.flatMap(({ tests }) => tests.map(({ data }) => data))
    const sides = groups.slice(0, 15).map(({ description, schema }) => ({ description, schema, side: sideOf(schema) }))
    for (const producer of sides) {
      const sent = values.filter((value) => isValid(producer.schema, value))
      for (const reader of sides) {
        if (engine.check(producer.side, reader.side, 'none').kind !== 'compatible') continue
        const missed = sent.find((value) => !isValid(reader.schema, value))
        if (missed === undefined) continue
        wrong.push(`${producer.description} -> ${reader.description}: ${JSON.stringify(missed)}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

test('what is skipped exists', () => {
  const all = files.flatMap((file) =>
    (JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Group[]).map(
      ({ description }) => `${file} ${description}`,
    ),
  )
  expect(Object.keys(skipped).filter((file) => !files.includes(file))).toEqual([])
  expect(Object.keys(skippedGroups).filter((group) => !all.includes(group))).toEqual([])
})
