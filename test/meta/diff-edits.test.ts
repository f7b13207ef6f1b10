/** The list of edits that others name is answered by rules that there are; see `docs/diff-edits.md`. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diffRules } from '../../src/diff/index.js'

const page = readFileSync(resolve(import.meta.dirname, '../../docs/diff-edits.md'), 'utf8')
const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (.*?) \| (.*?) \|$/gm)].map(
  ([, edit = '', told = '', note = '']) => ({
    edit,
    told: told.trim(),
    note: note.trim(),
  }),
)

describe('edits that others name', () => {
  it('are told by rules that there are, or waived with a reason', () => {
    const known = new Set(diffRules.map(({ name }) => name))
    for (const { edit, told, note } of rows) {
      const names = [...told.matchAll(/\[([a-z-]+)\]\(rules\/\1\.md\)/g)].map(([, name = '']) => name)
      if (told === 'waived') expect({ edit, note }).not.toEqual({ edit, note: '' })
      else
        expect({ edit, unknown: names.filter((name) => !known.has(name)), some: names.length > 0 }).toEqual({
          edit,
          unknown: [],
          some: true,
        })
    }
    expect(new Set(rows.map(({ edit }) => edit)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(509)
  })

  // The list itself belongs to others and stands beside the project, where it is there at all.
  const list = resolve(import.meta.dirname, '../../../shared/diff-edits.tsv')
  it.skipIf(!existsSync(list))('are all there', () => {
    const [, ...lines] = readFileSync(list, 'utf8').trimEnd().split('\n')
    const wanted = lines.map((line) => line.split('\t')[1])
    expect(wanted.filter((edit) => !rows.some((row) => row.edit === edit))).toEqual([])
  })
})
