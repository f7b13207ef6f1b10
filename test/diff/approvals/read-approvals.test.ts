import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readApprovals } from '../../../src/diff/approvals/read-approvals.js'
import { tempFolder } from '../../support/temp-folder.js'

async function read(text: string) {
  const folder = tempFolder({ 'approvals.yaml': text })
  return readApprovals(join(folder, 'approvals.yaml'), folder)
}

const said = 'reason: nobody calls it, owner: orders'

describe('readApprovals', () => {
  it('reads entries of both kinds, with their places', async () => {
    const text = `# Ours.
approvals:
  - fingerprint: 5c1f0a9be2d34470
    acknowledges: governance
    reason: nobody calls it
    owner: orders
    expires: 2026-12-31
    ticket: 4711
  - { rule: parameter-became-required, pointer: 'GET /orders/**', contract: 'api/*', ${said} }
`
    expect(await read(text)).toEqual({
      approvals: [
        {
          kind: 'fingerprint',
          fingerprint: '5c1f0a9be2d34470',
          acknowledges: 'governance',
          reason: 'nobody calls it',
          owner: 'orders',
          expires: '2026-12-31',
          ticket: '4711',
          span: expect.objectContaining({ file: 'approvals.yaml', line: 3, column: 5, pointer: '/approvals/0' }),
        },
        {
          kind: 'rule',
          rule: 'parameter-became-required',
          pointer: 'GET /orders/**',
          category: 'structural',
          contract: 'api/*',
          reason: 'nobody calls it',
          owner: 'orders',
          span: expect.objectContaining({ line: 9, column: 5, pointer: '/approvals/1' }),
        },
      ],
      diagnostics: [],
    })
  })

  it.each(['', '\n', '# Nothing yet.\n', 'approvals:\n', 'approvals: []\n'])('%j has no entries', async (text) => {
    expect(await read(text)).toEqual({ approvals: [], diagnostics: [] })
  })

  it.each<[string, readonly string[]]>([
    [`approvals: [{ fingerprint: 5C1F, ${said} }]`, ['1:28 TK3910 `approvals.0.fingerprint`']],
    [`approvals: [{ fingerprint: 1234567890123456, ${said} }]`, ['1:28 TK3910 `approvals.0.fingerprint`']],
    [`approvals: [{ rule: paramter-became-required, pointer: '**', ${said} }]`, ['1:21 TK3910 `approvals.0.rule`']],
    [`approvals: [{ rule: parameter-became-required, ${said} }]`, ['1:13 TK3910 `approvals.0`']],
    [`approvals: [{ ${said} }]`, ['1:13 TK3910 `approvals.0`']],
    ['approvals:\n  - fingerprint: 5c1f0a9be2d34470\n    owner: orders', ['2:5 TK3910 `approvals.0`']],
    [`approvals: [{ fingerprint: 5c1f0a9be2d34470, expires: soon, ${said} }]`, ['1:55 TK3910 `approvals.0.expires`']],
    [
      `approvals: [{ fingerprint: 5c1f0a9be2d34470, expires: 2026-02-30, ${said} }]`,
      ['1:55 TK3910 `approvals.0.expires`'],
    ],
    [
      `approvals: [{ fingerprint: 5c1f0a9be2d34470, expire: 2026-02-20, ${said} }]`,
      ['1:46 TK3911 `approvals.0.expire`'],
    ],
    [`approvals: [{ fingerprint: 5c1f0a9be2d34470, pointer: '**', ${said} }]`, ['1:46 TK3911 `approvals.0.pointer`']],
    [`approvals: [{ fingerprint: 5c1f0a9be2d34470, contract: '**', ${said} }]`, ['1:46 TK3911 `approvals.0.contract`']],
    [`approvals: { a: { ${said} } }`, ['1:12 TK3910 `approvals`']],
    ['exceptions: []', ['1:1 TK3911 `exceptions`', '1:1 TK3910 the document']],
    ['approvals: [', ['1:13 TK1007 this is not YAML']],
  ])('refuses %s', async (text, expected) => {
    const { approvals, diagnostics } = await read(text)
    expect(approvals).toEqual([])
    const shown = diagnostics.map(({ code, message, span }) => `${span?.line}:${span?.column} ${code} ${message}`)
    expect(shown.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected)
  })

  it('offers what was meant', async () => {
    const { diagnostics } = await read(`approvals: [{ rule: paramter-became-required, pointer: '**', ${said} }]`)
    expect(diagnostics.map(({ help }) => help)).toEqual(['Did you mean `parameter-became-required`?'])
  })

  it('says when there is no such file', async () => {
    const folder = tempFolder()
    const { diagnostics } = await readApprovals(join(folder, 'approvals.yaml'), folder)
    expect(diagnostics.map(({ code }) => code)).toEqual(['TK1001'])
  })
})
