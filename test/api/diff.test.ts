/** What is compared with what, and that nothing which could not be read passes as unchanged. */
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type DiffContractsOptions, diff } from '../../src/api/diff.js'
import { gitFolder, gitRepository } from '../support/git.js'
import { eventsContract, ordersContract } from '../support/orders-contract.js'
import { tempFolder } from '../support/temp-folder.js'

type Files = Readonly<Record<string, string>>
const base = ordersContract()
const breaking = ordersContract({ state: 'required' })
const id = '5f1c0f0a-6f0e-4b57-9a51-0d0a3c6c2f11'

/** A run in short: what was compared, what came and went, and the problems. */
async function run(directory: string, options: Partial<DiffContractsOptions>): Promise<readonly string[]> {
  const result = await diff({
    base: 'base.yaml',
    heads: ['head.yaml'],
    today: '2026-06-15',
    directory,
    environment: {},
    ...options,
  })
  return [
    result.verdict,
    ...result.reports.map((report) => {
      const found = report.findings.filter(({ level }) => level === 'breaking').map(({ code }) => ` ${code}`)
      return `${report.base.source} > ${report.head.source} ${report.verdict}${found.join('')}`
    }),
    ...result.added.map(({ source, title }) => `+ ${source} ${title}`),
    ...result.removed.map(({ source, title, finding }) => `- ${source} ${title} ${finding.code}`),
    ...result.diagnostics.map(
      ({ code, message, span }) => `${code}${span ? ` ${span.file}:${span.line}` : ''} ${message}`,
    ),
  ]
}

describe('two files', () => {
  it.each<[string, Files, Partial<DiffContractsOptions>, readonly string[]]>([
    ['the same', { 'base.yaml': base, 'head.yaml': base }, {}, ['unchanged', 'base.yaml > head.yaml unchanged']],
    [
      'a break',
      { 'base.yaml': base, 'head.yaml': breaking },
      {},
      ['breaking', 'base.yaml > head.yaml breaking TK3110'],
    ],
    [
      'standard input as base',
      { 'head.yaml': breaking },
      { base: '-', stdin: () => base },
      ['breaking', '<stdin> > head.yaml breaking TK3110'],
    ],
    [
      'standard input as head',
      { 'base.yaml': base },
      { heads: ['-'], stdin: () => base },
      ['unchanged', 'base.yaml > <stdin> unchanged'],
    ],
    [
      'an overlay on both sides',
      {
        'base.yaml': base,
        'head.yaml': base,
        'o.yaml':
          'overlay: 1.0.0\ninfo: { title: O, version: 1.0.0 }\nactions: [{ target: $.info, update: { title: Ours } }]\n',
      },
      { overlays: { base: ['o.yaml'], head: ['o.yaml'] } },
      ['unchanged', 'base.yaml > head.yaml unchanged'],
    ],
    [
      'an overlay on the head',
      {
        'base.yaml': base,
        'head.yaml': base,
        'o.yaml':
          "overlay: 1.0.0\ninfo: { title: O, version: 1.0.0 }\nactions: [{ target: '$..parameters[0]', update: { required: true } }]\n",
      },
      { overlays: { base: [], head: ['o.yaml'] } },
      ['breaking', 'base.yaml > head.yaml breaking TK3110'],
    ],
  ])('%s', async (_, files, options, expected) => {
    expect(await run(tempFolder(files), options)).toEqual(expected)
  })

  it.each<[string, Files, Partial<DiffContractsOptions>, string]>([
    ['no base', { 'head.yaml': base }, {}, 'TK1001 base.yaml:1 there is no file `base.yaml`'],
    ['no head', { 'base.yaml': base }, {}, 'TK1001 head.yaml:1 there is no file `head.yaml`'],
    ['an empty base', { 'base.yaml': '', 'head.yaml': base }, {}, 'TK1004 base.yaml:1 `base.yaml` is empty'],
    ['a broken base', { 'base.yaml': 'openapi: [', 'head.yaml': base }, {}, 'TK1007 base.yaml:1 '],
    [
      'the same bytes under a name that promises JSON',
      { 'base.json': base, 'head.yaml': base },
      { base: 'base.json' },
      'TK1006 base.json:1 ',
    ],
    ['a base that is no contract', { 'base.yaml': 'a: 1', 'head.yaml': base }, {}, 'TK1102 base.yaml:1 '],
    ['a base of bytes', { 'base.yaml': 'o\u0000p\u0000', 'head.yaml': base }, {}, 'TK1005 base.yaml:1 '],
    ['nothing on standard input', { 'head.yaml': base }, { base: '-', stdin: () => '' }, 'TK1004 <stdin>:1 '],
    [
      'two protocols',
      { 'base.yaml': base, 'head.yaml': eventsContract },
      {},
      'TK3901 head.yaml:1 `base.yaml` is written in OpenAPI and `head.yaml` in AsyncAPI',
    ],
    ['standard input twice', {}, { base: '-', heads: ['-'] }, 'TK3900 both sides'],
    ['a catalog', { 'head.yaml': base }, { base: 'catalog:a/b@1' }, 'TK1033 catalog:a/b@1:1 '],
    [
      'a revision outside of git',
      { 'head.yaml': base },
      { base: 'git:main:base.yaml' },
      'TK1030 git:main:base.yaml:1 ',
    ],
    [
      'the network',
      { 'head.yaml': base },
      { base: 'https://example.com/a.yaml' },
      'TK1032 https://example.com/a.yaml:1 ',
    ],
    ['auto for standard input', {}, { base: 'auto', heads: ['-'] }, 'TK3908 what `-` was'],
    [
      'auto outside of git',
      { 'head.yaml': base },
      { base: 'auto' },
      'TK3903 the base cannot be found: `head.yaml` is in no git repository',
    ],
    [
      'approvals that are broken',
      { 'base.yaml': base, 'head.yaml': base, 'ok.yaml': 'approvals: 1' },
      { approvals: 'ok.yaml' },
      'TK3910 ok.yaml:1 ',
    ],
  ])('%s: an error, and never unchanged', async (_, files, options, expected) => {
    const [verdict, ...problems] = await run(tempFolder(files), options)
    expect(verdict).toBe('breaking')
    expect(problems.map((problem) => problem.slice(0, expected.length))).toEqual([expected])
  })

  it('a base that must not be read', async () => {
    const folder = tempFolder({ 'base.yaml': base, 'head.yaml': base })
    chmodSync(join(folder, 'base.yaml'), 0)
    // Permissions do not stop root; the same bytes are the same contract then.
    const expected = process.getuid?.() === 0 ? 'base.yaml > head.yaml unchanged' : 'TK1003 base.yaml:1 '
    expect((await run(folder, {}))[1]).toContain(expected)
  })

  it('compares what both refer to', async () => {
    const whole = base.replace('{ type: string }', "{ $ref: 'models.yaml#/State' }")
    const folder = tempFolder({
      'a/orders.yaml': whole,
      'b/orders.yaml': whole,
      'a/models.yaml': 'State: { type: string }\n',
      'b/models.yaml': 'State: { type: string }\n',
      'c/orders.yaml': whole,
      'c/models.yaml': 'State: { type: string, title: other bytes }\n',
    })
    const between = (one: string, other: string) => ({ base: `${one}/orders.yaml`, heads: [`${other}/orders.yaml`] })
    const same = await diff({ ...between('a', 'b'), directory: folder, today: '2026-06-15' })
    expect(same.verdict).toBe('unchanged')
    expect(same.reports[0]?.base.digest).toBe(same.reports[0]?.head.digest)
    const other = await diff({ ...between('a', 'c'), directory: folder, today: '2026-06-15' })
    expect(other.reports[0]?.base.digest).not.toBe(other.reports[0]?.head.digest)
  })
})

describe('folders and patterns', () => {
  it.each<[string, Files, Partial<DiffContractsOptions>, readonly string[]]>([
    [
      'by path, id and title; what is no contract is passed over',
      {
        'v1/orders.yaml': base,
        'v1/deep/carts.json.yaml': ordersContract({ title: 'Carts', path: '/carts' }),
        'v1/moved.yaml': ordersContract({ title: 'Moved', id, path: '/moved' }),
        'v1/config.yaml': 'a: 1\n',
        'v1/.hidden/x.yaml': base,
        'v1/node_modules/x.yaml': base,
        'v1/notes.md': 'openapi: 3.1.0',
        'v2/orders.yaml': breaking,
        'v2/deep/carts.json.yaml': ordersContract({ title: 'Carts', path: '/carts' }),
        'v2/elsewhere.yaml': ordersContract({ title: 'Renamed', id, path: '/moved' }),
        'v2/chart.yaml': 'a: {{ b }}\n',
        'v2/more.yaml': ordersContract({ title: 'More', path: '/more' }),
      },
      { base: 'v1', heads: ['v2/'] },
      [
        'breaking',
        'v1/deep/carts.json.yaml > v2/deep/carts.json.yaml unchanged',
        'v1/moved.yaml > v2/elsewhere.yaml compatible',
        'v1/orders.yaml > v2/orders.yaml breaking TK3110',
        '+ v2/more.yaml More',
      ],
    ],
    [
      'a contract that is gone',
      { 'v1/a.yaml': base, 'v1/b.yaml': ordersContract({ title: 'Carts', path: '/carts' }), 'v2/a.yaml': base },
      { base: 'v1', heads: ['v2'] },
      ['breaking', 'v1/a.yaml > v2/a.yaml unchanged', '- v1/b.yaml Carts TK3950'],
    ],
    [
      'a contract that is gone, after its sunset',
      {
        'v1/a.yaml': base,
        'v1/b.yaml': `${ordersContract({ title: 'Carts', path: '/carts' })}x-lifecycle: { state: deprecated, sunset: 2026-06-01 }\n`,
        'v2/a.yaml': base,
      },
      { base: 'v1', heads: ['v2'] },
      ['compatible', 'v1/a.yaml > v2/a.yaml unchanged', '- v1/b.yaml Carts TK3950'],
    ],
    [
      'a contract that is gone, when nobody wants to hear of it',
      { 'v1/a.yaml': base, 'v1/b.yaml': ordersContract({ title: 'Carts', path: '/carts' }), 'v2/a.yaml': base },
      { base: 'v1', heads: ['v2'], levels: new Map([['contract-removed', 'off']]) },
      ['unchanged', 'v1/a.yaml > v2/a.yaml unchanged'],
    ],
    [
      'patterns',
      { 'v1/a.yaml': base, 'v1/b.json': '{}', 'v2/x/a.yaml': breaking, 'v2/b.yaml': base },
      { base: 'v1/*.yaml', heads: ['v2/*/*.yaml'] },
      ['breaking', 'v1/a.yaml > v2/x/a.yaml breaking TK3110'],
    ],
    [
      'a folder and a file',
      { 'v1.yaml': base, 'v2/a.yaml': breaking },
      { base: 'v1.yaml', heads: ['v2'] },
      ['breaking', 'v1.yaml > v2/a.yaml breaking TK3110'],
    ],
    [
      'documents of the folder that contracts share',
      {
        'v1/a/a.yaml': base.replace('{ type: string }', "{ $ref: '../common.yaml#/State' }"),
        'v1/common.yaml': 'State: { type: string }\n',
        'v2/a/a.yaml': base.replace('{ type: string }', "{ $ref: '../common.yaml#/State' }"),
        'v2/common.yaml': 'State: { type: string }\n',
      },
      { base: 'v1', heads: ['v2'] },
      ['unchanged', 'v1/a/a.yaml > v2/a/a.yaml unchanged'],
    ],
  ])('%s', async (_, files, options, expected) => {
    expect(await run(tempFolder(files), options)).toEqual(expected)
  })

  it.each<[string, Files, string]>([
    ['a head without contracts', { 'v1/a.yaml': base, 'v2/a.txt': '' }, 'TK3902 there is no contract in `v2`'],
    ['a base without contracts', { 'v1/x.yaml': 'a: 1', 'v2/a.yaml': base }, 'TK3902 there is no contract in `v1`'],
    [
      'a contract that is broken',
      { 'v1/a.yaml': base, 'v2/a.yaml': base, 'v2/b.yaml': 'openapi: [' },
      'TK1007 v2/b.yaml:1',
    ],
    [
      'what was a contract and is broken',
      { 'v1/a.yaml': base, 'v1/b.yaml': base, 'v2/a.yaml': base, 'v2/b.yaml': 'a: [' },
      'TK1007 v2/b.yaml:1',
    ],
    [
      'what becomes a contract and was empty',
      { 'v1/a.yaml': base, 'v1/b.yaml': '', 'v2/a.yaml': base, 'v2/b.yaml': base },
      'TK1004 v1/b.yaml:1',
    ],
    ['a folder that is not there', { 'v2/a.yaml': base }, 'TK1001 v1:1'],
  ])('%s: an error', async (_, files, expected) => {
    const [verdict, ...problems] = await run(tempFolder(files), { base: 'v1', heads: ['v2'] })
    expect(verdict).toBe('breaking')
    expect(problems.map((problem) => problem.slice(0, expected.length))).toEqual([expected])
  })
})

describe('git', () => {
  it('files and folders at a revision, and the same path at one', async () => {
    const repository = gitRepository({
      'api/a.yaml': base,
      'api/b.yaml': ordersContract({ title: 'Carts', path: '/c' }),
    })
    repository.write({ 'api/a.yaml': breaking })
    const { folder } = repository
    const broken = 'git:main:api/a.yaml > api/a.yaml breaking TK3110'
    const whole = ['breaking', broken, 'git:main:api/b.yaml > api/b.yaml unchanged']
    expect(await run(folder, { base: 'main:api/a.yaml', heads: ['api/a.yaml'] })).toEqual(['breaking', broken])
    expect(await run(folder, { base: 'git:main', heads: ['api/a.yaml'] })).toEqual(['breaking', broken])
    expect(await run(folder, { base: 'git:main:api/', heads: ['api'] })).toEqual(whole)
    expect(await run(folder, { base: 'git:main:api', heads: ['api/'] })).toEqual(whole)
    expect(await run(folder, { base: 'git:main', heads: ['.'] })).toEqual(whole)
    expect(await run(folder, { base: 'git:main:api/*.yaml', heads: ['api/*.yaml'] })).toEqual(whole)
    expect(await run(join(folder, 'api'), { base: 'git:main', heads: ['a.yaml', 'b.yaml'] })).toEqual([
      'breaking',
      'git:main:api/a.yaml > a.yaml breaking TK3110',
      'git:main:api/b.yaml > b.yaml unchanged',
    ])
    expect(await run(tempFolder(), { base: 'git:main', heads: [join(folder, 'api/a.yaml')] })).toEqual([
      'breaking',
      `git:main:api/a.yaml > ${join(folder, 'api/a.yaml')} breaking TK3110`,
    ])
  })

  it('auto: where the branch started, for files, folders, worktrees and revisions', async () => {
    const repository = gitRepository({ 'api/a.yaml': base })
    const start = repository.git('rev-parse', '--short=12', 'HEAD')
    repository.git('switch', '-q', '-c', 'feature')
    repository.commit({ 'api/a.yaml': breaking, 'api/new/b.yaml': ordersContract({ title: 'New', path: '/new' }) })
    repository.git('switch', '-q', 'main')
    repository.commit({ 'api/a.yaml': ordersContract({ version: '9.0.0' }) })
    repository.git('switch', '-q', 'feature')
    const { folder } = repository
    const broken = `git:${start}:api/a.yaml > api/a.yaml breaking TK3110`
    expect(await run(folder, { base: 'auto', heads: ['api/a.yaml'] })).toEqual(['breaking', broken])
    expect(await run(folder, { base: 'auto', heads: ['api'] })).toEqual(['breaking', broken, '+ api/new/b.yaml New'])
    expect(await run(folder, { base: 'auto', heads: ['api/new/b.yaml'] })).toEqual([
      'compatible',
      '+ api/new/b.yaml New',
      `TK3906 \`api/new/b.yaml\` is not there at ${start}: everything in it is new`,
    ])
    expect(await run(folder, { base: 'auto', heads: ['api/new'] })).toEqual([
      'compatible',
      '+ api/new/b.yaml New',
      `TK3906 \`api/new\` is not there at ${start}: everything in it is new`,
    ])
    expect(await run(folder, { base: 'auto', heads: ['git:feature:api/a.yaml'] })).toEqual([
      'breaking',
      `git:${start}:api/a.yaml > git:feature:api/a.yaml breaking TK3110`,
    ])
    const tree = gitFolder(join(tempFolder(), 'tree'))
    repository.git('worktree', 'add', '-q', '--detach', tree.folder, 'feature')
    expect(await run(tree.folder, { base: 'auto', heads: ['api/a.yaml'] })).toEqual(['breaking', broken])
  })

  it('auto: a base that is broken is an error', async () => {
    const repository = gitRepository({ 'a.yaml': 'openapi: [' })
    repository.write({ 'a.yaml': base })
    const [verdict, problem] = await run(repository.folder, { base: 'auto', heads: ['a.yaml'] })
    expect(verdict).toBe('breaking')
    expect(problem).toContain('TK1007 git:')
  })

  it('a repository that git refuses is an error in its words', async () => {
    const { folder } = gitRepository({ 'a.yaml': base })
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
    onTestFinished(() => void vi.unstubAllEnvs())
    const [verdict, problem] = await run(folder, { base: 'auto', heads: ['a.yaml'] })
    expect(verdict).toBe('breaking')
    expect(problem).toContain('git refuses the repository of `a.yaml`: detected dubious ownership')
  })

  it('an unknown revision is an error', async () => {
    const { folder } = gitRepository({ 'a.yaml': base })
    const [verdict, problem] = await run(folder, { base: 'git:nope', heads: ['a.yaml'] })
    expect(verdict).toBe('breaking')
    expect(problem).toContain('TK1030 git:nope:a.yaml:1')
  })
})

describe('approvals', () => {
  const files = { 'base.yaml': base, 'head.yaml': breaking }
  const request = { acknowledges: [], reason: 'nobody calls it', owner: 'orders' }

  it('are appended once, read and applied', async () => {
    const folder = tempFolder({ ...files, '.tenantkit/approvals.yaml': '# Ours.\napprovals: []\n' })
    const options = { base: 'base.yaml', heads: ['head.yaml'], today: '2026-06-15', directory: folder }
    const first = await diff(options)
    const fingerprint = first.reports[0]?.findings[0]?.fingerprint ?? ''
    const approve = { ...request, fingerprints: [fingerprint] }
    const approved = await diff({ ...options, approve })
    expect(approved).toMatchObject({ verdict: 'compatible', diagnostics: [], approvals: { unused: [], expired: [] } })
    const path = join(folder, '.tenantkit/approvals.yaml')
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(
      /^# Ours\.\napprovals:\n {2}- fingerprint: [0-9a-f']+ # parameter-became-required, GET \/orders/,
    )
    expect((await diff({ ...options, approve })).verdict).toBe('compatible')
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect((await diff({ ...options, today: '2030-01-01' })).verdict).toBe('compatible')
  })

  it('make a new file, in a new folder', async () => {
    const folder = tempFolder(files)
    const options = {
      base: 'base.yaml',
      heads: ['head.yaml'],
      today: '2026-06-15',
      directory: folder,
      approvals: 'x/ok.yaml',
    }
    const fingerprints = [(await diff(options)).reports[0]?.findings[0]?.fingerprint ?? '']
    const approve = { ...request, fingerprints, expires: '2026-12-31' }
    expect((await diff({ ...options, approve })).verdict).toBe('compatible')
    const late = await diff({ ...options, today: '2027-01-01' })
    expect(late.verdict).toBe('breaking')
    expect(late.approvals.expired).toMatchObject([{ approves: fingerprints[0], expires: '2026-12-31' }])
  })

  it.each<[string, string, string]>([
    ['what is not there', '', 'TK3914'],
    [
      'in a list that cannot be appended to',
      'approvals: [{ fingerprint: aaaaaaaaaaaaaaaa, reason: r, owner: o }]\n',
      'TK3917',
    ],
  ])('%s: an error, and the file as it was', async (_, text, expected) => {
    const folder = tempFolder({ ...files, 'ok.yaml': text })
    const options = {
      base: 'base.yaml',
      heads: ['head.yaml'],
      today: '2026-06-15',
      directory: folder,
      approvals: 'ok.yaml',
    }
    const known = (await diff(options)).reports[0]?.findings[0]?.fingerprint ?? ''
    const fingerprints = [expected === 'TK3914' ? 'ffffffffffffffff' : known]
    const { verdict, diagnostics } = await diff({ ...options, approve: { ...request, fingerprints } })
    expect([verdict, ...diagnostics.map(({ code }) => code)]).toEqual(['breaking', expected])
    expect(readFileSync(join(folder, 'ok.yaml'), 'utf8')).toBe(text)
  })
})

describe('versions', () => {
  it.each<[string, string, DiffContractsOptions['semver'], object, readonly string[]]>([
    ['1.0.0', '1.1.0', 'report', { required: 'major', declared: 'minor', ok: false }, []],
    ['1.0.0', '2.0.0', 'require', { required: 'major', declared: 'major', ok: true }, []],
    ['1.0.0', '1.1.0', 'off', { required: 'major', declared: 'minor', ok: true }, []],
    ['2025-01-01', '2025-02-01', 'report', { required: 'major', ok: true }, []],
    ['2025-01-01', '2025-02-01', 'require', { required: 'major', ok: false }, ['TK3907']],
  ])('%s to %s under %s', async (before, after, semver, expected, problems) => {
    const folder = tempFolder({
      'base.yaml': ordersContract({ version: before }),
      'head.yaml': ordersContract({ version: after, state: 'required' }),
    })
    const options = { base: 'base.yaml', heads: ['head.yaml'], today: '2026-06-15', directory: folder, semver }
    const { reports, diagnostics } = await diff(options)
    expect(reports[0]?.semver).toEqual(expected)
    expect(diagnostics.map(({ code }) => code)).toEqual(problems)
  })

  it('words for people ask for a patch', async () => {
    const folder = tempFolder({ 'base.yaml': base, 'head.yaml': ordersContract({ description: 'All of them.' }) })
    const { reports } = await diff({ base: 'base.yaml', heads: ['head.yaml'], today: '2026-06-15', directory: folder })
    expect(reports[0]?.semver).toEqual({ required: 'patch', declared: 'none', ok: false })
  })
})
