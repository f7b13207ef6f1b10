/** Every rule shows what it finds: the example of its page is run here, in both directions of time. */
import { describe, expect, it } from 'vitest'
import { diffRules } from '../../../src/diff/index.js'
import { findingLines } from '../support/diff-texts.js'

describe.each(diffRules)('$name', ({ example, name }) => {
  it('finds what its page says', async () => {
    expect(await findingLines(example.before, example.after)).toEqual(example.finds)
    expect(example.finds.some((line) => line.includes(`${name} `) || line.includes(`${name}:`))).toBe(true)
  })

  it('has nothing to say about a version compared with itself', async () => {
    expect(await findingLines(example.before, example.before)).toEqual([])
    expect(await findingLines(example.after, example.after)).toEqual([])
  })
})
