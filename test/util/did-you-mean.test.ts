import { describe, expect, it } from 'vitest'
import { didYouMean } from '../../src/util/did-you-mean.js'

describe('didYouMean', () => {
  it.each([
    ['tenat', ['tenant', 'shared', 'public'], 'tenant'],
    ['teannt', ['tenant', 'shared'], 'tenant'],
    ['Tenant', ['tenant'], 'tenant'],
    ['confidental', ['public', 'internal', 'confidential', 'restricted'], 'confidential'],
    ['xyz', ['tenant', 'shared'], undefined],
    ['tenant', ['tenant'], undefined],
    ['', ['a'], 'a'],
    ['ab', ['ba', 'ac'], 'ac'],
  ])('%j among %j gives %j', (given, candidates, expected) => {
    expect(didYouMean(given, candidates)).toBe(expected)
  })

  it('does not depend on the order of the candidates', () => {
    expect(didYouMean('ab', ['ac', 'ad'])).toBe(didYouMean('ab', ['ad', 'ac']))
  })
})
