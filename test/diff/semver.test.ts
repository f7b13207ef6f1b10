import { describe, expect, it } from 'vitest'
import type { Bump, Finding, Level } from '../../src/diff/report.js'
import { judgeSemver, requiredBump, semverSentence } from '../../src/diff/semver.js'

describe('requiredBump', () => {
  const finding = (level: Level, rule = 'operation-added'): Finding => ({
    code: 'TK3001',
    rule,
    level,
    category: 'structural',
    pointer: 'GET /orders',
    message: 'something changed',
    fingerprint: '0123456789abcdef',
  })
  const docs = finding('info', 'description-changed')
  const approved = { ...finding('breaking'), approval: { reason: 'nobody calls it', owner: 'orders' } }

  it.each<[string, readonly Finding[], Bump]>([
    ['nothing', [], 'none'],
    ['documentation', [docs, docs], 'patch'],
    ['an addition', [docs, finding('info')], 'minor'],
    ['a warning', [finding('warning')], 'minor'],
    ['a break', [docs, finding('warning'), finding('breaking')], 'major'],
    ['an approved break', [approved], 'major'],
  ])('%s', (_, findings, expected) => {
    const isAbout = ({ rule }: Finding): boolean => rule === 'description-changed'
    expect(requiredBump(findings, { isAbout, differs: () => false })).toBe(expected)
  })

  it('words that no rule finds', () => {
    expect(requiredBump([], { isAbout: () => false, differs: () => true })).toBe('patch')
  })
})

describe('judgeSemver', () => {
  it.each<[before: string, after: string, required: Bump, declared: Bump | undefined, ok: boolean, needed?: Bump]>([
    ['1.4.0', '2.0.0', 'major', 'major', true],
    ['1.4.0', '1.5.0', 'major', 'minor', false],
    ['1.4.0', '1.4.1', 'minor', 'patch', false],
    ['1.4.0', '1.5.0', 'minor', 'minor', true],
    ['1.4.0', '1.5.0', 'patch', 'minor', true],
    ['1.4.0', '1.4.0', 'none', 'none', true],
    ['1.4.0', '1.4.0', 'patch', 'none', false],
    ['1.4.0', '1.3.9', 'none', 'none', true],
    ['1.4.0', '1.3.9', 'patch', 'none', false],
    ['1.9.0', '1.10.0', 'minor', 'minor', true],
    ['1.4', '1.5', 'minor', 'minor', true],
    ['1.4', '1.4.0', 'none', 'none', true],
    ['v1.4.0', '2.0.0', 'major', 'major', true],
    ['1.4.0+5', '1.4.0+6', 'minor', 'none', false],
    // Below 1.0.0 (clause 4).
    ['0.3.0', '0.4.0', 'major', 'minor', true, 'minor'],
    ['0.3.0', '0.3.1', 'major', 'patch', false, 'minor'],
    ['0.3.0', '0.3.1', 'minor', 'patch', true, 'patch'],
    ['0.3.0', '1.0.0', 'major', 'major', true, 'minor'],
    // Pre-releases (clauses 9 and 11).
    ['1.4.0', '2.0.0-rc.1', 'major', 'major', true],
    ['1.4.0', '1.5.0-rc.1', 'major', 'minor', false],
    ['2.0.0-rc.1', '2.0.0-rc.2', 'major', 'major', true],
    ['2.0.0-rc.2', '2.0.0-rc.10', 'major', 'major', true],
    ['2.0.0-rc.10', '2.0.0-rc.2', 'minor', 'none', false],
    ['2.0.0-alpha.1', '2.0.0-alpha', 'minor', 'none', false],
    ['2.0.0-1', '2.0.0-alpha', 'major', 'major', true],
    ['2.0.0-rc.1', '2.0.0', 'major', 'major', true],
    ['1.5.0-rc.1', '1.5.0', 'major', 'minor', true],
    ['1.5.1-rc.1', '1.5.1', 'minor', 'patch', true],
    ['2.0.0', '2.0.0-rc.1', 'minor', 'none', false],
    ['2.0.0-rc.1', '2.0.0-rc.1', 'minor', 'none', false],
    // What says nothing about compatibility.
    ['v1', 'v2', 'major', undefined, true],
    ['2025-01-01', '2025-06-01', 'major', undefined, true],
    ['2025.01.01', '2025.01.02', 'major', undefined, true],
    ['1.0.0', 'next', 'major', undefined, true],
    ['01.0.0', '1.0.0', 'major', undefined, true],
    ['1.0.0-01', '1.0.0', 'major', undefined, true],
    ['', '', 'none', undefined, true],
  ])('%j to %j with %s: declared %s, ok %s', (before, after, required, declared, ok, needed = required) => {
    expect(judgeSemver(before, after, required)).toEqual({
      required: needed,
      ...(declared && { declared }),
      ok,
    })
  })
})

describe('semverSentence', () => {
  it.each<[string, string, Bump, string | undefined]>([
    ['1.4.0', '1.5.0', 'major', '1.5.0 is declared a minor change; this needs 2.0.0.'],
    ['1.4.0', '1.4.1', 'minor', '1.4.1 is declared a patch change; this needs 1.5.0.'],
    ['1.4.0', '1.4.0', 'major', 'the version is still 1.4.0; this needs 2.0.0.'],
    ['1.4.0', '1.4.0', 'patch', 'the version is still 1.4.0; this needs 1.4.1.'],
    ['1.4.0', '1.3.0', 'minor', '1.3.0 is lower than 1.4.0; this needs 1.5.0.'],
    ['0.4.0', '0.4.1', 'major', '0.4.1 is declared a patch change; this needs 0.5.0.'],
    ['1.5.0-rc.1', '1.5.0-rc.1', 'patch', 'the version is still 1.5.0-rc.1; this needs 1.5.0.'],
    ['1.4.0', '2.0.0', 'major', undefined],
    ['2025-01-01', '2025-01-02', 'major', undefined],
  ])('%j to %j with %s', (before, after, required, expected) => {
    const side = (version: string) => ({ source: 'orders.yaml', title: 'Orders', version, digest: '' })
    const semver = judgeSemver(before, after, required)
    expect(semverSentence({ base: side(before), head: side(after), semver })).toBe(expected)
  })
})
