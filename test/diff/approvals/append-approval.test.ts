import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendApproval } from '../../../src/diff/approvals/append-approval.js'
import { readApprovals } from '../../../src/diff/approvals/read-approvals.js'
import { tempFolder } from '../../support/temp-folder.js'
import { findingOf } from './support.js'

const finding = findingOf({ fingerprint: '5c1f0a9be2d34470' })
const said = { reason: 'nobody calls it', owner: 'orders' }
const entry = `- fingerprint: 5c1f0a9be2d34470 # parameter-became-required, GET /orders/parameters/query/state
  reason: nobody calls it
  owner: orders
`
const indented = entry.replace(/^(?=.)/gm, '  ')
const other = '{ fingerprint: aaaaaaaaaaaaaaaa, reason: r, owner: o }'

describe('appendApproval', () => {
  it.each<[string, string, string | undefined]>([
    ['an empty file', '', `approvals:\n${indented}`],
    ['comments only', '# Ours.\n', `# Ours.\napprovals:\n${indented}`],
    ['an empty list', 'approvals: [] # none\n', `approvals: # none\n${indented}`],
    ['a key without a list', 'approvals:\n', `approvals:\n${indented}`],
    ['no newline at the end', `approvals:\n  - ${other}`, `approvals:\n  - ${other}\n${indented}`],
    [
      'comments around and behind',
      `# Ours.\napprovals: # all\n  # first\n  - ${other} # why\n  # last\n`,
      `# Ours.\napprovals: # all\n  # first\n  - ${other} # why\n  # last\n${indented}`,
    ],
    ['a list without indentation', `approvals:\n- ${other}\n`, `approvals:\n- ${other}\n${entry}`],
    [
      'a deeper list',
      `approvals:\n    - ${other}\n`,
      `approvals:\n    - ${other}\n${indented.replace(/^(?=.)/gm, '  ')}`,
    ],
    [
      'Windows line ends',
      `approvals:\r\n  - ${other}\r\n`,
      `approvals:\n  - ${other}\n${indented}`.replaceAll('\n', '\r\n'),
    ],
    ['a flow list', `approvals: [${other}]\n`, undefined],
    ['JSON', `{"approvals": []}`, undefined],
  ])('%s', (_, text, expected) => {
    expect(appendApproval(text, finding, said)).toBe(expected)
  })

  it('writes what is read back, whatever the words', async () => {
    const words = {
      reason: 'no: "quotes", # no comment\n- and lines',
      owner: 'yes',
      expires: '2026-12-31',
      ticket: '42',
    }
    const security = findingOf({ category: 'security', fingerprint: '12345678901234e5', pointer: 'a\n- b: \u202e' })
    const text = appendApproval('', security, words) ?? ''
    expect(text.split('\n')).toHaveLength(8)
    const folder = tempFolder({ 'approvals.yaml': text })
    expect(await readApprovals(join(folder, 'approvals.yaml'), folder)).toEqual({
      approvals: [
        {
          kind: 'fingerprint',
          fingerprint: '12345678901234e5',
          acknowledges: 'security',
          ...words,
          span: expect.anything(),
        },
      ],
      diagnostics: [],
    })
  })
})
