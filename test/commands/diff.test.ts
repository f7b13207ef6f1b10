/** `tenantkit diff` as users and pipelines run it: exit codes, where reports go, and what a wrong command line says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tenantkit } from '../support/cli.js'
import { gitRepository } from '../support/git.js'
import { eventsContract, ordersContract } from '../support/orders-contract.js'
import { readTree, tempFolder } from '../support/temp-folder.js'

const base = ordersContract()
const breaking = ordersContract({ state: 'required', version: '1.1.0' })
const files = { 'base.yaml': base, 'head.yaml': breaking }

/** Runs in a folder with a base and a head that breaks it. */
function diffIn(args: readonly string[], given: Readonly<Record<string, string>> = files, input = '') {
  const folder = tempFolder(given)
  return { folder, ...tenantkit(['diff', ...args], folder, input) }
}

describe('exit codes', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>, number]>([
    ['a break', [], files, 1],
    ['no change', [], { 'base.yaml': base, 'head.yaml': base }, 0],
    ['an allowed break', ['--fail-on', 'none'], files, 0],
    ['a change that may not be', ['--fail-on', 'info'], files, 1],
    ['a version that does not fit', ['--fail-on', 'none', '--semver', 'require'], files, 1],
    [
      'a version that fits',
      ['--fail-on', 'none', '--semver', 'require'],
      {
        'base.yaml': base,
        'head.yaml': ordersContract({ state: 'required', version: '2.0.0' }),
      },
      0,
    ],
    ['a base that is not there', ['--fail-on', 'none'], { 'head.yaml': base }, 2],
    ['another protocol', [], { 'base.yaml': eventsContract, 'head.yaml': base }, 2],
  ])('%s', (_, flags, given, expected) => {
    const { status, stdout, stderr } = diffIn(['base.yaml', 'head.yaml', ...flags], given)
    expect({ status, trace: /\n\s+at /.test(stderr) }).toEqual({ status: expected, trace: false })
    expect(/no changes/i.test(stdout)).toBe(expected === 0 && given['base.yaml'] === given['head.yaml'])
    if (expected === 2) expect(stderr).toMatch(/error TK\d{4}/)
    else expect(stderr).toBe('')
  })

  it('the configuration says what fails, and the command line has the last word', () => {
    const config = {
      ...files,
      'tenantkit.config.yaml': 'diff: { failOn: none, levels: { parameter-became-required: warning } }\n',
    }
    expect(diffIn(['base.yaml', 'head.yaml'], config).status).toBe(0)
    expect(diffIn(['base.yaml', 'head.yaml', '--fail-on', 'warning'], config).status).toBe(1)
  })
})

describe('reports', () => {
  it('prints text, with the break and the version that it needs', () => {
    const { stdout } = diffIn(['base.yaml', 'head.yaml'])
    expect(stdout).toContain('head.yaml  1.0.0 → 1.1.0\n')
    expect(stdout).toContain('✖ breaking')
    expect(stdout).toContain('1.1.0 is declared a minor change; this needs 2.0.0.')
  })

  it('prints one JSON value: the report of the only pair', () => {
    const { stdout, stderr } = diffIn(['base.yaml', 'head.yaml', '--json'])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      base: { source: 'base.yaml', title: 'Orders', version: '1.0.0' },
      head: { source: 'head.yaml', title: 'Orders', version: '1.1.0' },
      verdict: 'breaking',
      semver: { required: 'major', declared: 'minor', ok: false },
      findings: [{ level: 'breaking', rule: 'parameter-became-required' }],
    })
  })

  it('prints one JSON value for several pairs', () => {
    const { stdout, status } = diffIn(['a', 'b', '--format', 'json'], {
      'a/one.yaml': base,
      'a/two.yaml': ordersContract({ title: 'Carts', path: '/carts' }),
      'b/one.yaml': base,
    })
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      verdict: 'breaking',
      summary: { breaking: 1 },
      contracts: [{ verdict: 'unchanged' }],
      removed: [{ source: 'a/two.yaml', finding: { code: 'TK3950', level: 'breaking' } }],
    })
  })

  it('puts what failed into JSON, and nothing beside it', () => {
    const { stdout, stderr, status } = diffIn(['base.yaml', 'head.yaml', '--json'], { 'head.yaml': base })
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, diagnostics: [{ code: 'TK1001' }] })
  })

  it('writes several at once', () => {
    const flags = ['--format', 'text', '--format=json=out/a.json', '-f', 'sarif', '-o', 'b.sarif']
    const { folder, stdout, status, stderr } = diffIn(['base.yaml', 'head.yaml', ...flags])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('✖ breaking')
    const written = readTree(folder)
    expect(Object.keys(written).sort()).toEqual(['b.sarif', 'base.yaml', 'head.yaml', 'out/a.json'])
    expect(JSON.parse(written['out/a.json'] ?? '')).toMatchObject({ verdict: 'breaking' })
    expect(JSON.parse(written['b.sarif'] ?? '')).toMatchObject({ version: '2.1.0' })
  })

  it('a file that cannot be written ends with 2', () => {
    const { status, stderr } = diffIn(['base.yaml', 'head.yaml', '--output', 'base.yaml/report.txt'])
    expect(status).toBe(2)
    expect(stderr).toContain('error TK3918')
  })

  it('writes no JSON of a comparison that failed', () => {
    const { folder, status } = diffIn(['base.yaml', 'head.yaml', '--format', 'json=a.json'], { 'head.yaml': base })
    expect(status).toBe(2)
    expect(Object.keys(readTree(folder))).toEqual(['head.yaml'])
  })
})

describe('inputs', () => {
  it('reads standard input on either side', () => {
    expect(diffIn(['-', 'head.yaml'], files, base).status).toBe(1)
    expect(diffIn(['base.yaml', '-'], files, base)).toMatchObject({ status: 0, stderr: '' })
    expect(diffIn(['-', '-'], files, base).stderr).toContain('error TK3900')
  })

  it('finds the base of a branch, by `auto` and by flag, and takes heads from the configuration', () => {
    const config = 'contracts: [{ path: api/orders.yaml, out: generated }]\ndiff: { failOn: breaking }\n'
    const repository = gitRepository({ 'api/orders.yaml': base, 'tenantkit.config.yaml': config })
    repository.git('switch', '-q', '-c', 'feature')
    repository.commit({ 'api/orders.yaml': breaking })
    for (const args of [['--base', 'auto', 'api/'], ['auto']]) {
      const { status, stdout, stderr } = tenantkit(['diff', ...args], repository.folder)
      expect({ args, status, stderr }).toEqual({ args, status: 1, stderr: '' })
      expect(stdout).toContain('parameter-became-required')
    }
  })

  it('says that a new contract is new', () => {
    const repository = gitRepository({ 'a.txt': 'one' })
    repository.write({ 'orders.yaml': base })
    const { status, stdout, stderr } = tenantkit(['diff', 'auto', 'orders.yaml'], repository.folder)
    expect(status).toBe(0)
    expect(stdout).toContain('orders.yaml  1.0.0 is new')
    expect(stderr).toContain('TK3906')
  })
})

describe('approvals', () => {
  it('approves a finding, and lets it pass from then on', () => {
    const { folder, stdout } = diffIn(['base.yaml', 'head.yaml', '--json'])
    const { fingerprint } = JSON.parse(stdout).findings[0] as { fingerprint: string }
    const said = ['--reason', 'nobody calls it', '--owner', 'orders', '--expires', '2026-12-31', '--ticket', 'API-7']
    const approve = ['diff', 'base.yaml', 'head.yaml', '--today', '2026-06-15', '--approve', fingerprint]
    expect(tenantkit([...approve, ...said], folder)).toMatchObject({ status: 0, stderr: '' })
    const text = readFileSync(join(folder, '.tenantkit/approvals.yaml'), 'utf8')
    expect(text).toContain(
      '    reason: nobody calls it\n    owner: orders\n    expires: 2026-12-31\n    ticket: API-7\n',
    )
    const again = (today: string) => tenantkit(['diff', 'base.yaml', 'head.yaml', '--today', today], folder)
    expect(again('2026-12-31').status).toBe(0)
    expect(again('2027-01-01').status).toBe(1)
    expect(again('2027-01-01').stdout).toContain(fingerprint)
  })
})

describe('usage', () => {
  it.each<[readonly string[], string]>([
    [['base.yaml'], 'the head is missing'],
    [['base.yaml', 'head.yaml', '--format', 'jsn'], 'Did you mean `json`?'],
    [['base.yaml', 'head.yaml', '--fail-on', 'error'], '--fail-on'],
  ])('%j', (args, expected) => {
    const { status, stdout, stderr } = diffIn(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(expected)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('shows every flag in its help', () => {
    const { stdout } = diffIn(['--help'], {})
    for (const flag of [
      'format',
      'output',
      'json',
      'base',
      'fail-on',
      'view',
      'semver',
      'overlay',
      'overlay-base',
      'overlay-head',
    ])
      expect(stdout).toContain(`--${flag}`)
    for (const flag of [
      'config',
      'allow-remote',
      'today',
      'approvals',
      'approve',
      'reason',
      'owner',
      'expires',
      'ticket',
    ])
      expect(stdout).toContain(`--${flag}`)
  })
})
