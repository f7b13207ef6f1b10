import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.js'
import { tempFolder } from '../support/temp-folder.js'

const minimal = 'contracts:\n  - path: orders.yaml\n    out: generated\n'

describe('readConfig', () => {
  it.each([
    ['tenantkit.config.yaml', minimal],
    ['tenantkit.config.json', JSON.stringify({ contracts: [{ path: 'orders.yaml', out: 'generated' }] })],
    ['tenantkit.config.mjs', "export default { contracts: [{ path: 'orders.yaml', out: 'generated' }] }"],
    [
      'tenantkit.config.ts',
      "const contracts: { path: string, out: string }[] = [{ path: 'orders.yaml', out: 'generated' }]\nexport default { contracts }",
    ],
  ])('reads %s, fills in the defaults and resolves paths against its folder', async (name, text) => {
    const folder = tempFolder({ [name]: text })
    expect(await readConfig(folder)).toEqual({
      config: {
        file: join(folder, name),
        directory: folder,
        contracts: [
          {
            reference: join(folder, 'orders.yaml'),
            out: join(folder, 'generated'),
            targets: ['types', 'client'],
            overlays: [],
          },
        ],
        diff: { levels: new Map() },
        validation: 'auto',
        allowRemote: false,
      },
      diagnostics: [],
      spanOf: expect.any(Function),
    })
  })

  it('reads how changes are judged, and needs no contracts for that', async () => {
    const levels = '{ request-property-became-required: warning, TK3012: off }'
    const text = `diff: { failOn: warning, view: strict, levels: ${levels}, approvals: ok.yaml, semver: require, grace: 30 }`
    const folder = tempFolder({ 'tenantkit.config.yaml': text })
    const { config, spanOf } = await readConfig(folder)
    expect(config).toMatchObject({ contracts: [] })
    expect(config?.diff).toEqual({
      failOn: 'warning',
      view: 'strict',
      levels: new Map([
        ['request-property-became-required', 'warning'],
        ['TK3012', 'off'],
      ]),
      approvals: join(folder, 'ok.yaml'),
      semver: 'require',
      grace: 30,
    })
    expect(spanOf?.(['diff', 'levels', 'TK3012'], 'key')).toMatchObject({ line: 1, column: 93 })
  })

  it('leaves references that are no paths as they are', async () => {
    const folder = tempFolder({ 'tenantkit.config.yaml': minimal.replace('orders.yaml', 'git:main:orders.yaml') })
    expect((await readConfig(folder)).config?.contracts[0]?.reference).toBe('git:main:orders.yaml')
  })

  it.each([
    ['contrcts: []', ['TK6003 an object with `contracts`', 'TK6004 `contrcts`']],
    ['contracts: {}', ['TK6003 a list']],
    ['contracts: [{path: a, out: b, targets: [client, sever]}]', ['TK6003 one of']],
    ['contracts: [{path: a}]', ['TK6003 an object with `out`']],
    ['contracts: [{path: a, out: b, overlay: c}]', ['TK6004 `contracts.0.overlay`']],
    ['contracts: [{path: "", out: b}]', ['TK6003 a text that is not empty']],
    ['contracts: [{path: a, out: x}, {path: b, out: ./x}]', ['TK6008 `a` and `b`']],
    ['contracts: [', ['TK1007 ']],
    ['diff: { failOn: error }', ['TK6003 one of `breaking`']],
    ['diff: { levels: [a] }', ['TK6003 `diff.levels` in']],
    ['diff: { levels: { TK3012: error } }', ['TK6003 `diff.levels.TK3012`']],
    ['diff: { grace: -1 }', ['TK6003 a whole number, 0 or more']],
    ['diff: { grace: soon }', ['TK6003 a whole number']],
    ['diff: { failon: breaking }', ['TK6004 `diff.failon`']],
    ['diff: { approvals: "" }', ['TK6003 a text that is not empty']],
    ['{}', ['TK6003 an object with `contracts`']],
  ])('refuses %j', async (text, expected) => {
    const { config, diagnostics } = await readConfig(tempFolder({ 'tenantkit.config.yaml': text }))
    expect(config).toBeUndefined()
    const shown = diagnostics.map(({ code, message }) => `${code} ${message}`).sort()
    expect(shown).toHaveLength(expected.length)
    for (const [index, part] of expected.entries()) {
      const [code, ...words] = part.split(' ')
      expect(shown[index]).toContain(code)
      expect(shown[index]).toContain(words.join(' '))
    }
  })

  it('offers the near miss', async () => {
    const text = 'contracts: [{path: a, out: b, overlay: [c], targets: [sever]}]'
    const { diagnostics } = await readConfig(tempFolder({ 'tenantkit.config.yaml': text }))
    expect(diagnostics.map(({ help }) => help)).toEqual(['Did you mean `overlays`?', 'Did you mean `server`?'])
  })

  it('points at the mistake', async () => {
    const text = 'contracts:\n  - path: a\n    out: b\n    overlay: c\n    targets: [sever]\n'
    const { diagnostics } = await readConfig(tempFolder({ 'tenantkit.config.yaml': text }))
    expect(diagnostics.map(({ span }) => [span?.line, span?.column, span?.endColumn])).toEqual([
      [4, 5, 12],
      [5, 15, 20],
    ])
  })

  it('says so when there is none', async () => {
    expect((await readConfig(tempFolder())).diagnostics.map(({ code }) => code)).toEqual(['TK6001'])
  })
})
