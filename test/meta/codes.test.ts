/**
 * Codes are a promise: scripts and suppressions name them. This test holds their shape, and that the page which
 * `tenantkit explain` and the documentation show is complete.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CodeSpec, codes } from '../../src/diagnostic/index.js'
import { codesPage } from '../tools/codes-page.js'

const all = Object.entries<CodeSpec>(codes)

describe('codes', () => {
  it.each(all)('%s is well formed', (code, spec) => {
    expect(code).toMatch(/^TK[1-9]\d{3}$/)
    expect(spec.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(spec.message).toMatch(/^(?![A-Z][a-z]).+[^.!]$/s)
    expect(spec.why).toMatch(/\.$/)
    if (spec.help !== undefined) expect(spec.help).toMatch(/[.?]$/)
  })

  it('have names of their own', () => {
    const names = all.map(([, { name }]) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('have their page in the documentation; `npm run docs` writes it', () => {
    expect(readFileSync(resolve(import.meta.dirname, '../../docs/codes.md'), 'utf8')).toBe(codesPage())
  })
})
