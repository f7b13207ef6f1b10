import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isValid } from './interpret-schema.js'

/** What decides over all others is itself held against the official test suite. */
interface Group {
  readonly description: string
  readonly schema: unknown
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[]
}

const folder = join(import.meta.dirname, '../generate/codec/suite')
const foreign = /\$id|\$anchor|\$dynamic|"\$ref":"(?!#\/|#")/

test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s', (file) => {
  const groups = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Group[]
  for (const { description, schema, tests } of groups) {
    if (foreign.test(JSON.stringify(schema)) || file === 'vocabulary.json') continue
    // That suite takes formats for remarks.
    if (file === 'format.json') continue
    const verdicts = tests.map(({ description: about, data }) => `${description}: ${about}: ${isValid(schema, data)}`)
    expect(verdicts).toEqual(tests.map(({ description: about, valid }) => `${description}: ${about}: ${valid}`))
  }
})
