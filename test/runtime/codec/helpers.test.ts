import { describe, expect, test } from 'vitest'
import type { MaskRule, View } from '../../../src/runtime/src/codec/index.js'
import {
  anything,
  countOf,
  createIssues,
  equals,
  isLonger,
  isMultiple,
  isShorter,
  isUnique,
  merge,
  own,
  record,
  refuse,
  text,
  within,
} from '../../../src/runtime/src/gen1/codec/index.js'
import { createView } from '../../../src/runtime/src/masking/index.js'

describe('issues', () => {
  test('say where, which keyword and what was expected, up to the limit', () => {
    const issues = createIssues(2)
    const at = within(within(undefined, 'a/b~c'), 3)
    refuse(issues, at, 'type', 'string')
    expect(issues.full).toBe(false)
    refuse(issues, undefined, 'type', 'object')
    refuse(issues, at, 'type', 'number')
    expect(issues.full).toBe(true)
    expect(issues.list).toEqual([
      { path: '/a~1b~0c/3', keyword: 'type', expected: 'string' },
      { path: '', keyword: 'type', expected: 'object' },
    ])
  })

  test('20 by default', () => {
    const issues = createIssues()
    for (let index = 0; index < 50; index++) refuse(issues, undefined, 'type', 'string')
    expect(issues.list.length).toBe(20)
  })
})

describe('records', () => {
  class Row {
    readonly id = 1
    get inherited(): string {
      return 'no'
    }
  }

  test.each([
    ['a plain object', { a: 1 }, { a: 1 }],
    ['without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
    ['an instance, by its own properties', new Row(), { id: 1 }],
    ['an array', [], undefined],
    ['null', null, undefined],
    ['a date', new Date(0), undefined],
    ['a map', new Map(), undefined],
    ['bytes', new Uint8Array(1), undefined],
    ['a promise', Promise.resolve(), undefined],
    ['an error', new Error('x'), undefined],
    [
      'what serialises itself',
      new (class {
        toJSON() {
          return {}
        }
      })(),
      undefined,
    ],
  ])('%s', (_name, value, seen) => {
    const found = record(value)
    expect(found && { ...found }).toEqual(seen)
  })

  test('nothing inherited is taken for data', () => {
    expect(own({}, 'constructor')).toBe(undefined)
    expect(own(JSON.parse('{"constructor": 1}'), 'constructor')).toBe(1)
    expect(record(new Row())?.['inherited']).toBe(undefined)
    expect(countOf({ a: 1, b: undefined })).toBe(1)
  })
})

describe('lengths count code points', () => {
  test.each([
    ['', 0],
    ['a', 1],
    ['😀', 1],
    ['😀a😀', 3],
    ['e\u0301', 2],
    ['\ud800', 1],
    ['\ud800a', 2],
    ['\udc00\ud800', 2],
  ])('%j', (value, length) => {
    expect([isLonger(value, length), isShorter(value, length)]).toEqual([false, false])
    expect(isShorter(value, length + 1)).toBe(true)
    if (length > 0) expect(isLonger(value, length - 1)).toBe(true)
  })
})

test.each([
  [0.3, 0.1, true],
  [0.35, 0.1, false],
  [19.99, 0.01, true],
  [4.35, 0.01, true],
  [1e308, 0.123456789, false],
  [1e-7, 1e-8, true],
  [0, 0.1, true],
  [-4.5, 1.5, true],
  [9007199254740993, 3, false],
  [7, 2, false],
])('%d as a multiple of %d: %s', (value, divisor, verdict) => {
  expect(isMultiple(value, divisor)).toBe(verdict)
})

test.each([
  [1, 1.0, true],
  [0, false, false],
  ['1', 1, false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: undefined }, {}, true],
  [JSON.parse('{"__proto__": 1}'), {}, false],
  [[1, [2]], [1, [2]], true],
  [[], {}, false],
  [null, {}, false],
])('%j equals %j: %s', (left, right, verdict) => {
  expect(equals(left, right)).toBe(verdict)
  expect(isUnique([left, right])).toBe(!verdict)
})

test('uniqueness of many items takes no more time than reading them', () => {
  const items = Array.from({ length: 100_000 }, (_, index) => ({ index, text: String(index) }))
  expect(isUnique(items)).toBe(true)
  expect(isUnique([...items, { text: '7', index: 7 }])).toBe(false)
})

describe('T64 what nobody describes', () => {
  test('is written by its own properties, without functions, and never serialises itself', () => {
    let called = 0
    const toJSON = (): string => `${++called}`
    expect(anything({ a: [1, undefined, 'x'], b: undefined, toJSON })).toBe('{"a":[1,null,"x"]}')
    expect(called).toBe(0)
    expect(anything(JSON.parse('{"__proto__": {"x": 1}, "constructor": "c"}'))).toBe(
      '{"__proto__":{"x":1},"constructor":"c"}',
    )
  })

  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  test.each([
    ['a date', new Date(0)],
    ['a big integer', 1n],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a map', new Map()],
    ['a symbol', Symbol('x')],
    ['a function', () => 1],
    ['undefined', undefined],
    [
      'what serialises itself',
      {
        deep: new (class {
          toJSON() {
            return 'x'
          }
        })(),
      },
    ],
    ['a cycle', cycle],
  ])('%s is refused', (_name, value) => {
    expect(() => anything(value)).toThrow('(TK7401)')
  })
})

test.each([
  ['plain', '"plain"'],
  ['quote " and \\', '"quote \\" and \\\\"'],
  ['line\nend', '"line\\nend"'],
  ['\u0000\u001f\u007f\u2028', '"\\u0000\\u001f\u007f\u2028"'],
  ['😀', '"😀"'],
  ['\ud800', '"\\ud800"'],
  [`${'x'.repeat(60)}"`, `"${'x'.repeat(60)}\\""`],
])('%j as JSON', (value, json) => {
  expect(text(value)).toBe(json)
  expect(text(value)).toBe(JSON.stringify(value))
})

describe('merge', () => {
  const hiddenRule: MaskRule = { sensitivity: 'restricted', strategy: 'full', field: 'A.b' }
  const removedRule: MaskRule = { ...hiddenRule, strategy: 'remove' }
  const view: View = createView({ tenant: undefined, clearance: { max: 'public', reveal: [] }, sink: 'response' })
  const value = { a: 1, b: 'secret', c: { x: 1, y: [1, 2] } }

  test('writes what any declares', () => {
    const texts = ['{"a":1,"c":{"x":1}}', '{"c":{"y":[1,2]}}']
    expect(
      merge(
        value,
        view,
        texts.map((one) => () => one),
      ),
    ).toBe('{"a":1,"c":{"x":1,"y":[1,2]}}')
  })

  test('T67 a value that one of them masks stays masked, in either order', () => {
    const shown = () => '{"b":"secret"}'
    const masks = (_: unknown, as: View) => `{"b":${as.mask('secret', hiddenRule)}}`
    expect(merge(value, view, [shown, masks])).toBe('{"b":"****"}')
    expect(merge(value, view, [masks, shown])).toBe('{"b":"****"}')
  })

  test('T67 a value that one of them removes stays removed, in either order and at any depth', () => {
    const shown = () => '{"b":"secret"}'
    const removes = (_: unknown, as: View) => `{"b":${as.mask('secret', removedRule)}}`
    const nested = (_: unknown, as: View) => merge(value, as, [removes, shown])
    expect(merge(value, view, [shown, removes])).toBe('{}')
    expect(merge(value, view, [removes, shown])).toBe('{}')
    expect(merge(value, view, [shown, nested])).toBe('{}')
    expect(merge(value, view, [nested, nested])).toBe('{}')
  })

  test('a masked object is not shown through its parts', () => {
    expect(merge(value, view, [() => '{"c":null}', () => '{"c":{"x":1}}'])).toBe('{"c":null}')
    expect(merge({ l: [1] }, view, [() => '{"l":[1]}', () => '{"l":null}'])).toBe('{"l":null}')
  })
})
