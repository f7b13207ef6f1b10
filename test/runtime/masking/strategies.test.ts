import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MaskRule } from '../../../src/runtime/src/codec/index.js'
import { maskValue } from '../../../src/runtime/src/masking/index.js'

const rule = (more: Partial<MaskRule> = {}): MaskRule => ({
  sensitivity: 'confidential',
  strategy: 'full',
  field: 'Order.email',
  ...more,
})

function masked(value: unknown, more: Partial<MaskRule> = {}): unknown {
  const text = maskValue(value, rule(more), undefined)
  return text === undefined ? 'left out' : JSON.parse(text)
}

describe('T69 the length and the type of a hidden value say nothing', () => {
  test.each([
    ['a', '****'],
    ['', '****'],
    ['a very long secret indeed', '****'],
    ['😀😀😀😀', '****'],
    ['\ud800', '****'],
    [12345, null],
    [true, null],
    [{ a: 1 }, null],
    [['a', 'b'], null],
    [null, null],
  ])('%j', (value, shown) => {
    expect(masked(value)).toBe(shown)
    expect(masked(value, { strategy: 'partial' })).toBe(
      typeof value === 'string' && value.length > 8 ? '****deed' : shown,
    )
  })

  test('another character, or another text', () => {
    expect(masked('secret', { maskChar: '•' })).toBe('••••')
    expect(masked('secret', { replacement: 'hidden' })).toBe('hidden')
  })
})

describe('T70 a reveal that would show half or more shows nothing', () => {
  test.each([
    ['e-mail', 'jane.doe@example.com', { category: 'contact.email' }, 'j****@****.com'],
    ['e-mail by format', 'jane.doe@example.com', { format: 'email' }, 'j****@****.com'],
    ['e-mail with a short domain', 'somebody.with.a.long.name@a.io', { category: 'contact.email' }, 's****@a.io'],
    ['e-mail without a dot', 'somebody.long@localhost', { category: 'contact.email' }, 's****@localhost'],
    ['short e-mail', 'a@b.io', { category: 'contact.email' }, '****'],
    ['no e-mail', 'not an address', { category: 'contact.email' }, '****'],
    ['two at signs', 'a@b@example.com', { category: 'contact.email' }, '****'],
    ['card', '4111 1111 1111 1111', { category: 'payment-card' }, '****1111'],
    ['card, keep', '4111111111111111', { category: 'payment-card.pan', keep: 16 }, '****1111'],
    ['no card', '4111', { category: 'payment-card' }, '****'],
    ['card in words', 'four one one one', { category: 'payment-card' }, '****'],
    ['IBAN', 'DE89 3704 0044 0532 0130 00', { category: 'financial.iban' }, 'DE****3000'],
    ['no IBAN', 'DE89', { category: 'financial.iban' }, '****'],
    ['phone', '+49 30 1234567', { category: 'contact.phone' }, '****67'],
    ['no phone', '110', { category: 'contact.phone' }, '****'],
    ['anything', 'customer-number-4711', {}, '****4711'],
    ['anything short', '47114711', {}, '****'],
    ['keep', 'customer', { keep: 2 }, '****er'],
    ['keep nothing', 'customer', { keep: 0 }, '****'],
    ['pairs are not torn', 'abcdefghi😀', { keep: 1 }, '****😀'],
  ])('%s', (_name, value, more, shown) => {
    expect(masked(value, { strategy: 'partial', ...more })).toBe(shown)
  })

  test('whatever the text, less than half of it comes out', () => {
    const categories = fc.constantFrom(undefined, 'contact.email', 'payment-card', 'financial.iban', 'contact.phone')
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.emailAddress(),
      fc.stringMatching(/^[0-9 ]{5,25}$/),
      fc.stringMatching(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{5,30}$/),
    )
    fc.assert(
      fc.property(texts, categories, fc.option(fc.nat(20), { nil: undefined }), (text, category, keep) => {
        const shown = masked(text, {
          strategy: 'partial',
          ...(category !== undefined && { category }),
          ...(keep !== undefined && { keep }),
        }) as string
        const revealed = Array.from(shown.replaceAll('****', '')).length
        expect(revealed === 0 || revealed * 2 < Array.from(text).length).toBe(true)
        expect(shown).toContain('****')
      }),
      { seed: 7 },
    )
  })
})

describe('regex', () => {
  test.each([
    ['replaces what it finds', 'customer 4711 of us', { pattern: '[a-z0-9]{3,}' }, '**** **** of us'],
    ['finds nothing, hides all', 'nothing here', { pattern: '\\d' }, '****'],
    ['hides too little, hides all', 'customer 1 of many', { pattern: '\\d' }, '****'],
    ['no pattern', 'text', {}, '****'],
    ['invalid pattern', 'text', { pattern: '(' }, '****'],
    ['a text that is too long', 'a'.repeat(10_001), { pattern: 'a' }, '****'],
    ['brings nothing back', 'secret', { pattern: '(.+)', replacement: '$1$&' }, '$1$&'],
  ])('%s', (_name, value, more, shown) => {
    expect(masked(value, { strategy: 'regex', ...more })).toBe(shown)
  })
})

test('remove leaves the property out', () => {
  expect(masked('secret', { strategy: 'remove' })).toBe('left out')
})

test.each(['hash', 'tokenize', 'encrypt'] as const)('%s without keys hides everything', (strategy) => {
  expect(masked('secret', { strategy })).toBe('****')
  expect(masked(7, { strategy })).toBe(null)
})
