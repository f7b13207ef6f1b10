import { describe, expect, test } from 'vitest'
import { compileCodecs, issuesOf } from './support/compile-codecs.js'
import { appliedGroups, groupsOf, skippedFiles, skippedGroups, suiteFiles } from './support/suite.js'

/**
 * The official test suite of JSON Schema, draft 2020-12. Each schema stands in a document of its own, so that `#` means
 * what it means there.
 */
describe.each(suiteFiles.filter((file) => !Object.hasOwn(skippedFiles, file)))('%s', (file) => {
  test.each(appliedGroups(file))('$description', async ({ schema, tests }) => {
    const { input } =
      typeof schema === 'boolean'
        ? await compileCodecs({ It: schema })
        : await compileCodecs({ It: { $ref: 'schema.json' } }, { documents: { 'schema.json': schema } })
    const codec = input.get('It')
    if (!codec) throw new Error('no codec')
    const verdicts = tests.map(({ description, data }) => [description, issuesOf(codec, data).length === 0])
    expect(verdicts).toEqual(tests.map(({ description, valid }) => [description, valid]))
  })
})

test('what is skipped exists', () => {
  const groups = suiteFiles.flatMap((file) => groupsOf(file).map(({ description }) => `${file} ${description}`))
  expect(Object.keys(skippedFiles).filter((file) => !suiteFiles.includes(file))).toEqual([])
  expect(Object.keys(skippedGroups).filter((group) => !groups.includes(group))).toEqual([])
})
