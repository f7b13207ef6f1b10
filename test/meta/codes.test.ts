/**
 * Codes are a promise: scripts and suppressions name them. This test holds their shape, and that the page which
 * `tenantkit explain` and the documentation show is complete.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CodeSpec, codes } from '../../src/diagnostic/index.js'
import { diffRules } from '../../src/diff/index.js'
import { compareText } from '../../src/util/compare.js'
import { codesPage } from '../tools/codes-page.js'
import { rulePages } from '../tools/rule-pages.js'

const all = Object.entries<CodeSpec>(codes)
const rules = diffRules.map(({ code }) => code)

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

  it('are all reported somewhere, by the runtime or by the tool, and nothing else is', () => {
    const isRuntime = (code: string): boolean => code.startsWith('TK7')
    const reported = [...codesIn('src/runtime/src').filter(isRuntime), ...codesIn('src', ['runtime', 'codes'])]
    expect([...new Set(reported)].sort(compareText)).toEqual([...all.map(([code]) => code), ...rules].sort(compareText))
  })

  it('have their page in the documentation; `npm run docs` writes it', () => {
    expect(readFileSync(resolve(import.meta.dirname, '../../docs/codes.md'), 'utf8')).toBe(codesPage())
  })
})

describe('rules', () => {
  it('have codes and names of their own, among the codes, too', () => {
    const names = [...diffRules.map(({ name }) => name), ...all.map(([, { name }]) => name)]
    const used = [...rules, ...all.map(([code]) => code)]
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(used.filter((code, index) => used.indexOf(code) !== index)).toEqual([])
  })

  it.each(diffRules)('$name is well formed', ({ code, name, message, summary, why, help, claims }) => {
    expect(code).toMatch(/^TK3[0-8]\d{2}$/)
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(message).toMatch(/^(?![A-Z][a-z]).+[^.!]$/s)
    for (const sentence of [summary, why, help ?? '.']) expect(sentence).toMatch(/\.$/)
    expect(claims.length).toBeGreaterThan(0)
  })

  it('each have a page; `npm run docs` writes them', async () => {
    const folder = resolve(import.meta.dirname, '../../docs/rules')
    const pages = await rulePages()
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
    for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  })
})

/** Codes written as texts in the sources below a folder; `without`: names of folders that are passed over. */
function codesIn(folder: string, without: readonly string[] = []): readonly string[] {
  const path = resolve(import.meta.dirname, '../..', folder)
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return without.includes(entry.name) ? [] : codesIn(join(folder, entry.name), without)
    const text = entry.name.endsWith('.ts') ? readFileSync(join(path, entry.name), 'utf8') : ''
    return [...text.matchAll(/'(TK\d{4})'/g)].flatMap(([, code]) => code ?? [])
  })
}
