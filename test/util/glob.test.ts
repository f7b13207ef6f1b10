import { describe, expect, it } from 'vitest'
import { createGlob, isGlob } from '../../src/util/glob.js'

describe('createGlob', () => {
  it.each<[pattern: string, matches: readonly string[], others: readonly string[]]>([
    ['', [''], ['a']],
    ['orders.yaml', ['orders.yaml'], ['orders-yaml', 'orders.yaml2', 'x/orders.yaml', '']],
    ['*.yaml', ['a.yaml', '.yaml'], ['a.yml', 'x/a.yaml', 'a.yaml/b']],
    ['a*c*e', ['ace', 'abcde', 'accce'], ['ac/e', 'abd', 'acex']],
    ['?.yaml', ['a.yaml', 'ä.yaml', '😀.yaml'], ['.yaml', 'ab.yaml', '/.yaml']],
    ['**/*.yaml', ['a.yaml', 'x/a.yaml', 'x/y/a.yaml'], ['a.yml', 'x/a.yaml/b']],
    ['x/**', ['x/', 'x/a', 'x/a/b'], ['x', 'y/x/a']],
    ['**', ['', 'a', 'a/b/c'], []],
    ['x/**/z', ['x/z', 'x/y/z', 'x/y/y/z'], ['xz', 'x/yz', 'x/z/y']],
    [
      'POST /orders/{id}/**',
      ['POST /orders/{id}/request/application~1json/properties/sku'],
      ['GET /orders/{id}/request', 'POST /orders/7/request'],
    ],
    ['* /orders/[id]', ['GET /orders/[id]'], ['GET /orders/i', 'GET/x /orders/[id]']],
    ['GET /orders/**/properties/*', ['GET /orders/response/200/properties/card'], ['GET /orders/properties/a/items']],
  ])('%s', (pattern, matches, others) => {
    const glob = createGlob(pattern)
    expect([...matches, ...others].filter(glob)).toEqual(matches)
  })

  it('takes no time for what makes others backtrack', () => {
    expect(createGlob(`${'*a'.repeat(200)}b`)('a'.repeat(5000))).toBe(false)
  })
})

describe('isGlob', () => {
  it.each([
    ['contracts/*.yaml', true],
    ['contracts/?.yaml', true],
    ['contracts/orders.yaml', false],
    ['contracts/{a}[b].yaml', false],
  ])('%s: %s', (text, expected) => {
    expect(isGlob(text)).toBe(expected)
  })
})
