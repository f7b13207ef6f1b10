/**
 * What a client writes, a server reads as the same value: for every style, as far as it can carry a value. What it cannot
 * carry (a delimiter inside an item where it cannot be encoded) is left out of the values here and refused elsewhere.
 */
import fc from 'fast-check'
import { describe, test } from 'vitest'
import {
  decodeCookies,
  decodeHeader,
  decodePathParameter,
  decodeQuery,
  encodeCookies,
  encodeHeader,
  encodePathParameter,
  encodeQuery,
  type ParameterStyle,
  type WireIssue,
  type WireParameter,
  type WireShape,
} from '../../../src/runtime/src/wire/index.js'

interface Sample {
  readonly shape: WireShape
  readonly value: unknown
}

const scalars = (text: fc.Arbitrary<string>): fc.Arbitrary<Sample> =>
  fc.oneof(
    text.map((value): Sample => ({ shape: { kind: 'scalar', types: ['string'] }, value })),
    fc.maxSafeInteger().map((value): Sample => ({ shape: { kind: 'scalar', types: ['integer'] }, value: value + 0 })),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value): Sample => ({ shape: { kind: 'scalar', types: ['number'] }, value: value + 0 })),
    fc.boolean().map((value): Sample => ({ shape: { kind: 'scalar', types: ['boolean'] }, value })),
  )
const lists = (text: fc.Arbitrary<string>): fc.Arbitrary<Sample> =>
  fc.array(text, { minLength: 1 }).map((value): Sample => ({ shape: { kind: 'array', items: ['string'] }, value }))
const objects = (text: fc.Arbitrary<string>): fc.Arbitrary<Sample> =>
  fc.dictionary(text, text, { minKeys: 1, noNullPrototype: true }).map(
    (value): Sample => ({
      shape: { kind: 'object', properties: {}, rest: { kind: 'scalar', types: ['string'] } },
      value,
    }),
  )
const any = (text: fc.Arbitrary<string>): fc.Arbitrary<Sample> =>
  fc.oneof(
    scalars(text),
    lists(text),
    objects(text),
    fc
      .jsonValue()
      .map((value): Sample => ({ shape: { kind: 'json' }, value: JSON.parse(JSON.stringify(value)) as unknown })),
  )

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('%,;=&+.|/ \t')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})
const filled = text.filter((each) => each !== '')
const without = (pattern: RegExp): fc.Arbitrary<string> => filled.map((each) => each.replace(pattern, '') || 'x')

/** -0 is written as 0, as in JSON. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const explodes = [true, false] as const

describe.each(['simple', 'label', 'matrix'] as const)('path, %s', (style) => {
  test.each(explodes)('explode %s', (explode) => {
    fc.assert(
      fc.property(any(filled), ({ shape, value }) => {
        const parameter: WireParameter = { name: 'p', in: 'path', style, explode, shape }
        const issues: WireIssue[] = []
        return (
          same(decodePathParameter(parameter, encodePathParameter(parameter, value), issues), value) &&
          issues.length === 0
        )
      }),
    )
  })
})

const queryStyles: readonly (readonly [ParameterStyle, fc.Arbitrary<Sample>])[] = [
  ['form', any(text)],
  ['spaceDelimited', any(without(/ /g))],
  ['pipeDelimited', any(without(/\|/g))],
  ['tabDelimited', any(without(/\t/g))],
  ['deepObject', any(without(/[[\]]/g))],
]
describe.each(queryStyles)('query, %s', (style, samples) => {
  test.each(explodes)('explode %s', (explode) => {
    fc.assert(
      fc.property(samples, ({ shape, value }) => {
        const parameter: WireParameter = { name: 'p', in: 'query', style, explode, shape }
        const issues: WireIssue[] = []
        const { p } = decodeQuery([parameter], encodeQuery([parameter], { p: value }), issues)
        return same(p, value) && issues.length === 0
      }),
    )
  })
})

test('query, reserved characters allowed', () => {
  const unescaped = without(/%/g)
  fc.assert(
    fc.property(any(unescaped), fc.boolean(), ({ shape, value }, explode) => {
      const parameter: WireParameter = { name: 'p', in: 'query', allowReserved: true, explode, shape }
      const { p } = decodeQuery([parameter], encodeQuery([parameter], { p: value }), [])
      return shape.kind === 'json' || same(p, value)
    }),
  )
})

test('headers', () => {
  const latin = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ019-_."äÿ')), minLength: 1 })
  fc.assert(
    fc.property(fc.oneof(scalars(latin), lists(latin), objects(latin)), fc.boolean(), ({ shape, value }, explode) => {
      const header: WireParameter = { name: 'p', in: 'header', explode, shape }
      return same(decodeHeader(header, [encodeHeader(header, value) ?? ''], []), value)
    }),
  )
})

test('cookies', () => {
  fc.assert(
    fc.property(fc.oneof(scalars(filled), lists(filled)), fc.boolean(), ({ shape, value }, explode) => {
      const parameter: WireParameter = { name: 'p', in: 'cookie', explode, shape }
      return same(decodeCookies([parameter], [encodeCookies([parameter], { p: value }) ?? ''], [])['p'], value)
    }),
  )
})

test('whatever comes, decoders answer with a value or an issue and never throw', () => {
  const shapes = fc.constantFrom<WireShape>(
    { kind: 'scalar', types: ['integer', 'null'] },
    { kind: 'array', items: ['boolean'] },
    { kind: 'object', properties: { a: { kind: 'json' } } },
    { kind: 'json' },
  )
  const styles = fc.constantFrom<ParameterStyle>('form', 'simple', 'label', 'matrix', 'deepObject', 'pipeDelimited')
  const noise = fc.string({ unit: fc.constantFrom(...Array.from('p[]=&%41;,.|a{}"')) })
  fc.assert(
    fc.property(noise, shapes, styles, fc.boolean(), (raw, shape, style, explode) => {
      const parameter = { name: 'p', style, explode, shape }
      const issues: WireIssue[] = []
      const path = decodePathParameter({ ...parameter, in: 'path' }, raw, issues)
      decodeQuery([{ ...parameter, in: 'query' }], raw, issues)
      return path !== undefined || issues.length > 0
    }),
  )
})
