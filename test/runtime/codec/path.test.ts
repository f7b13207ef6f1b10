import { describe, expect, it } from 'vitest'
import { createIssues, isTooDeep, within } from '../../../src/runtime/src/gen1/codec/index.js'

/** A million visits are for one payload: a service that runs for long makes many more in all. */
describe('isTooDeep', () => {
  const nested = within(within(undefined, 'page'), 'tree')

  it('counts the visits of one payload only, wherever in it its schemas are recursive', () => {
    const answers: boolean[] = []
    for (let payload = 0; payload < 3; payload++) {
      createIssues()
      for (let visit = 0; visit < 600_000; visit++) answers.push(isTooDeep(nested))
    }
    expect(answers.some(Boolean)).toBe(false)
  })

  it('ends a payload that is read in too many ways', () => {
    createIssues()
    let visits = 0
    while (!isTooDeep(visits % 2 === 0 ? nested : within(undefined, visits))) visits++
    expect(visits).toBe(1_000_000)
  })

  it('ends a payload that nests too deep', () => {
    createIssues()
    let at = nested
    while (!isTooDeep(at)) at = within(at, 0)
    expect(at.depth).toBe(257)
  })
})
