import { expect, test } from 'vitest'
import { createTextSolver, type TextQuestion } from '../../../../src/diff/containment/text/index.js'

const anything: TextQuestion = {
  minLength: 0,
  maxLength: Infinity,
  patterns: [],
  notPatterns: [],
  formats: [],
  notFormats: [],
  excluded: new Set(),
}

test.each<[Partial<TextQuestion>, string | undefined]>([
  [{}, ''],
  [{ minLength: 1 }, 'a'],
  [{ maxLength: 0, excluded: new Set(['']) }, undefined],
  [{ minLength: 2, maxLength: 1 }, undefined],
  [{ patterns: ['^(a)\\1$'], notPatterns: ['^(a)\\1$'] }, undefined],
])('%j: %s', (question, want) => {
  const solved = createTextSolver({ states: 2000 }).solve({ ...anything, ...question })
  expect(solved).toEqual(want === undefined ? { kind: 'empty' } : { kind: 'found', value: want })
})
