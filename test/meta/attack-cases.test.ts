/**
 * The page of attack cases is written from a run (`npm run attacks`), which takes its time. What can be told without one:
 * each case has a test or a reason, never both, and stands on the page as what it is.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attackGroups } from '../tools/attack-list.js'
import { pending } from '../tools/attack-pending.js'
import { testedNumbers } from '../tools/attack-tests.js'

const root = resolve(import.meta.dirname, '../..')
const numbers = attackGroups.flatMap(({ cases }) => Object.keys(cases))

describe('attack cases', () => {
  it('are numbered from 1 to 120', () => {
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => `T${index + 1}`))
  })

  it('each have a test with their number, or a reason in test/tools/attack-pending.ts', () => {
    const tested = testedNumbers(root)
    expect(numbers.filter((number) => tested.has(number) === number in pending)).toEqual([])
  })

  it('stand on their page; `npm run attacks` writes it', () => {
    const page = readFileSync(resolve(root, 'docs/attack-cases.md'), 'utf8')
    const [all = ''] = page.split('\n## The catalog\n')
    const rows = all.split('\n').filter((line) => /^\| T\d/.test(line))
    expect(rows.map((row) => row.split(' ', 2)[1])).toEqual(numbers)
    expect(page.split('\n').filter((line) => line.includes('✖') && line.startsWith('|'))).toEqual([])
    // A case that got its first test since the page was written stands there as one without.
    const listed = rows.filter((row) => row.includes('| not yet: ')).map((row) => row.split(' ', 2)[1])
    expect(listed).toEqual(expect.arrayContaining(Object.keys(pending)))
  })
})
