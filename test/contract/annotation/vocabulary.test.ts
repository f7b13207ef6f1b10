import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { type Place, placesOf } from '../../../src/contract/annotation/extensions.js'
import { readClassification } from '../../../src/contract/annotation/index.js'
import { vocabulary, vocabularySchema } from '../../../src/contract/annotation/vocabulary.js'
import type { JsonValue } from '../../../src/util/own.js'
import { here, recordProblems } from './support/record-problems.js'
import { vocabularyValues } from './support/vocabulary-values.js'

/*
 * The reader, the published JSON Schemas and the reference say the same. The schemas are written from the reader's own
 * grammar (run vitest with `-u` after a change of it); the values here are what keeps both honest.
 */

const folder = new URL('../../../contracts/vocabulary/', import.meta.url)
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false })
formats.default(ajv)

describe.each([...vocabulary.keys()])('%s', (extension) => {
  const { valid, invalid, beyondSchema = [] } = vocabularyValues[extension] ?? { valid: [], invalid: [] }
  const accepts = ajv.compile(vocabularySchema(extension))

  it('has values of both kinds', () => {
    expect([valid.length > 1, invalid.length > 4]).toEqual([true, true])
  })

  it.each(valid.map((value) => [JSON.stringify(value), value]))('accepts %s', (_, value) => {
    expect(read(extension, value)).toEqual({ told: [], read: true })
    expect(accepts(value) || accepts.errors).toBe(true)
  })

  it.each(invalid.map((value) => [JSON.stringify(value).slice(0, 100), value]))('refuses %s', (_, value) => {
    const { told, read: isRead } = read(extension, value)
    expect({ told: told.length > 0, isRead }).toEqual({ told: true, isRead: false })
    expect(accepts(value)).toBe(false)
  })

  it.each(beyondSchema.map((value) => [JSON.stringify(value), value]))(
    'refuses %s, which its schema cannot',
    (_, value) => {
      expect(read(extension, value).told).not.toEqual([])
      expect(accepts(value)).toBe(true)
    },
  )

  it('is published as JSON Schema', async () => {
    const path = new URL(`${extension}.schema.json`, folder)
    await expect(`${JSON.stringify(vocabularySchema(extension), undefined, 2)}\n`).toMatchFileSnapshot(path.pathname)
  })

  it('is described in the reference, with each of its keys', () => {
    const section = sections.get(`\`${extension}\``) ?? ''
    const keys = [...keysOf(vocabularySchema(extension))].filter((key) => !maskingKeys.has(key))
    expect(section).toContain(vocabulary.get(extension)?.about ?? '?')
    const words = new Set([...section.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/\w+/g) ?? []))
    expect(keys.filter((key) => !words.has(key))).toEqual([])
  })

  it('stands in the places that the reference says', () => {
    const row =
      reference()
        .split('\n')
        .find((line) => line.startsWith('|') && line.includes(`(#${extension})`)) ?? ''
    const cells = row
      .split('|')
      .slice(2, -1)
      .map((cell) => cell.trim())
    const told = cells.flatMap((cell, column) =>
      cell === '' ? [] : cell === '✓' ? (columns[column] ?? []) : (['info'] as const),
    )
    const known = (placesOf.get(extension) ?? []).filter((place) => place !== 'security-scheme')
    expect([...new Set(told)].sort()).toEqual([...known].sort())
  })
})

it('publishes a schema for each extension and nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual([...vocabulary.keys()].map((name) => `${name}.schema.json`).sort())
})

it('knows a place for each extension and nothing else', () => {
  expect([...placesOf.keys()]).toEqual([...vocabulary.keys()])
})

describe('the examples of the reference', () => {
  const examples = [...reference().matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = '']) => text)

  it('are all read without complaint', async () => {
    const { loadContract } = await import('../../../src/contract/index.js')
    const { tempFolder } = await import('../../support/temp-folder.js')
    expect(examples.length).toBeGreaterThan(14)
    for (const example of examples) {
      const info = /^info:/m.test(example) ? '' : 'info: { title: Example, version: 1.0.0 }\n'
      const cwd = tempFolder({ 'contract.yaml': `openapi: 3.1.0\n${info}${example}` })
      const { diagnostics } = await loadContract('contract.yaml', { cwd, validation: 'never' })
      const unexpected = diagnostics.filter(({ code }) => code.startsWith('TK13') && code !== 'TK1312')
      expect({ example, unexpected }).toEqual({ example, unexpected: [] })
    }
  })
})

/** Columns of the table of places; a `parameter` stands for all parts of a call. */
const columns: readonly (readonly Place[])[] = [
  ['document', 'info'],
  ['server'],
  ['path', 'channel'],
  ['operation'],
  ['message'],
  ['parameter'],
  ['schema'],
]

/** Described once, under Masking. */
const maskingKeys = new Set(['strategy', 'keep', 'pattern', 'replacement', 'maskChar', 'resultSensitivity'])

function* keysOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') yield* Object.keys(value as object)
    yield* keysOf(value)
  }
}

const sections = new Map(
  reference()
    .split(/^### /m)
    .slice(1)
    .map((text) => [text.split('\n', 1)[0] ?? '', text]),
)

function reference(): string {
  return readFileSync(new URL('../../../docs/vocabulary.md', import.meta.url), 'utf8')
}

function read(extension: string, value: unknown): { told: readonly string[]; read: boolean } {
  const problems = recordProblems()
  const shape = vocabulary.get(extension)?.shape
  const found = shape?.read(value as JsonValue, { extension, at: here, problems })
  // Floors are judged behind the grammar.
  if (extension === 'x-data-classification' && found !== undefined) {
    readClassification({ [extension]: value as JsonValue }, here, problems)
  }
  return { told: problems.told, read: found !== undefined }
}
