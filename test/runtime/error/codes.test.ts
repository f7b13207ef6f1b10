/**
 * `tenantkit explain` knows the runtime's codes, though the command line does not import the runtime: two tables, held
 * equal here.
 */
import { expect, test } from 'vitest'
import { runtimeCodes as explained } from '../../../src/diagnostic/codes/runtime.js'
import { type RuntimeCodeSpec, runtimeCodes } from '../../../src/runtime/src/error/index.js'

test('both tables have the same codes, names and sentences', () => {
  const thrown = Object.entries<RuntimeCodeSpec>(runtimeCodes).map(([code, { name, title }]) => [code, name, title])
  const shown = Object.entries(explained).map(([code, { name, message }]) => [code, name, message])
  expect(thrown.sort()).toEqual(shown.sort())
})

test('every code is TK7, named once, and its status is one of an error', () => {
  const all = Object.entries<RuntimeCodeSpec>(runtimeCodes)
  expect(new Set(all.map(([, { name }]) => name)).size).toBe(all.length)
  for (const [code, { status }] of all) {
    expect(code).toMatch(/^TK7\d{3}$/)
    if (status !== undefined) expect(status).toBeGreaterThanOrEqual(400)
  }
})
