import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiffArguments, diffSettings } from '../../../src/api/diff/settings.js'
import { tempFolder } from '../../support/temp-folder.js'

async function settle(given: Partial<DiffArguments>, config?: string) {
  const directory = tempFolder(config === undefined ? {} : { 'tenantkit.config.yaml': config })
  const overlays = { both: [], base: [], head: [] }
  const words = ['base.yaml', 'head.yaml']
  const settled = await diffSettings({ directory, words, overlays, allowRemote: false, today: '2026-06-15', ...given })
  return { ...settled, directory }
}

describe('diffSettings', () => {
  it('has a default for everything', async () => {
    const { settings, directory } = await settle({})
    expect(settings).toEqual({
      options: {
        base: 'base.yaml',
        heads: ['head.yaml'],
        directory,
        today: '2026-06-15',
        root: undefined,
        overlays: { base: [], head: [] },
        allowRemote: false,
        semver: 'report',
        catalog: expect.anything() as unknown,
      },
      failOn: 'breaking',
      semver: 'report',
    })
  })

  const config =
    'allowRemote: true\ndiff: { failOn: none, view: strict, semver: require, grace: 30, approvals: ok.yaml, levels: { TK3110: info } }\n'

  it('takes from the configuration what the command line leaves open', async () => {
    const { settings, directory } = await settle({}, config)
    expect(settings).toMatchObject({
      options: {
        view: 'strict',
        semver: 'require',
        grace: 30,
        allowRemote: true,
        approvals: join(directory, 'ok.yaml'),
        levels: new Map([['TK3110', 'info']]),
      },
      failOn: 'none',
      semver: 'require',
    })
  })

  it('gives the command line the last word', async () => {
    const { settings } = await settle({ failOn: 'info', view: 'exchange', semver: 'off' }, config)
    expect(settings).toMatchObject({
      options: { view: 'exchange', semver: 'off' },
      failOn: 'info',
      semver: 'off',
    })
  })

  it('overlays for one side come after those for both', async () => {
    const { settings } = await settle({ overlays: { both: ['a'], base: ['b'], head: ['c'] } })
    expect(settings?.options.overlays).toEqual({ base: ['a', 'b'], head: ['a', 'c'] })
  })

  it.each<[string, Partial<DiffArguments>, string, readonly string[]]>([
    ['two words', { words: ['a', 'b'] }, 'a', ['b']],
    ['auto and several', { words: ['auto', 'b', 'c'] }, 'auto', ['b', 'c']],
    ['a flag', { base: 'git:main', words: ['b', 'c'] }, 'git:main', ['b', 'c']],
    ['auto alone', { words: ['auto'] }, 'auto', ['api/orders.yaml']],
    ['a flag alone', { base: 'auto', words: [] }, 'auto', ['api/orders.yaml']],
  ])('base and heads: %s', async (_, given, base, heads) => {
    const contracts =
      '{ path: api/orders.yaml, out: x }, { path: api/orders.yaml, out: y }, { path: "git:a:b", out: z }'
    const { settings } = await settle(given, `contracts: [${contracts}]\n`)
    expect(settings?.options).toMatchObject({ base, heads })
  })

  const approving = { approve: ['5c1f0a9be2d34470'] }

  it('collects what an approval says', async () => {
    const { settings } = await settle({ ...approving, acknowledge: ['security'], reason: 'r', owner: 'o', ticket: 't' })
    expect(settings?.options.approve).toEqual({
      fingerprints: ['5c1f0a9be2d34470'],
      acknowledges: ['security'],
      reason: 'r',
      owner: 'o',
      ticket: 't',
    })
  })

  it.each<[string, Partial<DiffArguments>, string]>([
    ['no base', { words: [] }, 'TK6005 the base is missing'],
    ['no head', { words: ['a'] }, 'TK6005 the head is missing'],
    ['auto without any', { words: ['auto'] }, 'TK6005 the head is missing'],
    ['several heads', { words: ['a', 'b', 'c'] }, 'TK6005 several heads go with the base `auto`'],
    ['a day that is none', { today: '2026-02-30' }, 'TK6005 --today must be a day'],
    ['a reason for nothing', { reason: 'r' }, 'TK6005 --reason goes with --approve'],
    ['an acknowledgement of nothing', { acknowledge: ['security'] }, 'TK6005 --acknowledge goes with --approve'],
    ['an approval without a word', approving, 'TK3915 `--approve` asks for `--reason` and `--owner`'],
    [
      'an approval without an owner',
      { ...approving, reason: 'r', owner: ' ' },
      'TK3915 `--approve` asks for `--owner`',
    ],
    ['an approval that is over', { ...approving, reason: 'r', owner: 'o', expires: '2026-06-14' }, 'TK6005 --expires'],
    ['approvals that are not there', { approvals: 'nope.yaml' }, 'TK1001 there is no file `nope.yaml`'],
    ['a configuration that is not there', { config: 'nope.yaml' }, 'TK6001'],
  ])('refuses %s', async (_, given, expected) => {
    const { settings, diagnostics } = await settle(given)
    expect(settings).toBeUndefined()
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`.slice(0, expected.length))).toEqual([expected])
  })

  it('points at a level for a rule that does not exist', async () => {
    const { diagnostics } = await settle({}, 'diff:\n  levels:\n    paramter-became-required: info\n')
    expect(diagnostics).toMatchObject([
      { code: 'TK3919', span: { line: 3, column: 5 }, help: 'Did you mean `parameter-became-required`?' },
    ])
  })
})
