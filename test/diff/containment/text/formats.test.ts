/**
 * Formats are what ajv-formats takes them for: what is proved with them is judged by it. Samples, samples with one edit, and random
 * texts from the characters that matter.
 */
import formatsModule from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats, samples } from '../../../../src/diff/containment/text/format/formats.js'
import { createTextSolver } from '../../../../src/diff/containment/text/index.js'
import { anything } from './support.js'

type Judge = (text: string) => boolean

const judges = new Map<string, Judge>()
for (const name of [...formats.keys()]) judges.set(name, judgeOf(name))

function judgeOf(name: string): Judge {
  const format = (formatsModule as unknown as { get(name: string): unknown }).get(name)
  if (format instanceof RegExp) return (text) => format.test(text)
  if (typeof format === 'function') return format as Judge
  const { validate } = format as { validate: RegExp | Judge }
  return validate instanceof RegExp ? (text) => validate.test(text) : validate
}

const solver = createTextSolver({ states: 2000 })

const edgeCases: Readonly<Record<string, readonly string[]>> = {
  date: [
    '2024-02-29',
    '2023-02-29',
    '1900-02-29',
    '2000-02-29',
    '0000-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
  ],
  time: [
    ...[
      '23:59:60Z',
      '22:59:60Z',
      '23:59:61Z',
      '00:59:60+01:00',
      '22:59:60-01:00',
      '23:59:60.5Z',
      '24:00:00Z',
      '12:00Z',
    ],
    ...['12:00:00z', '12:00:00', '12:00:00+0100', '12:00:00+01', '12:00:00+24:00', '12:00:00+01:60', '24:59:30+01:00'],
    ...['23:60:00Z', '12:00:00.Z', '12:00:00.123456789Z', '1:00:00Z', '05:29:60+05:30', '00:29:60+00:30', '12:00:00 Z'],
  ],
  uri: [
    ...[
      'http://a:80',
      'http://a:',
      'http://a:b',
      'http://[::1]:80/',
      'http://[::1',
      'a:',
      'a:/',
      'a://',
      'a:a:a',
      '1:a',
      'A:a',
    ],
    ...['http://a/%zz', 'http://a/%20', 'http://a b', 'http://ä', 'urn:isbn:1', 'a:?b', 'a:/?b#c', 'a:a#b#c', 'a:"'],
    ...['http://[v1.a:b]', 'http://[1:2:3:4:5:6:7::]', 'http://[::1.2.3.004]', 'http://u:p@h', 'http://u@p@h', ''],
  ],
  'uri-reference': [
    '',
    '/',
    '//',
    '//a',
    '#',
    '?',
    'a:b',
    '"',
    '/"',
    '//"',
    '%2',
    '%20',
    '\\',
    ' ',
    'a b',
    '[',
    '//[::]',
  ],
  'uri-template': [
    '',
    '{a}',
    '{a',
    'a}',
    '{+a}',
    '{a:1}',
    '{a:0}',
    '{a*}',
    '{a,b}',
    '{}',
    '%20',
    '%2',
    ' ',
    '<',
    'ü',
    '{a,}',
  ],
  url: [
    ...[
      'http://10.0.0.1',
      'http://11.0.0.1',
      'http://192.168.1.1',
      'http://172.16.0.1',
      'http://172.15.0.1',
      'http://a',
    ],
    ...['http://a.b', 'http://a.bc', 'http://a.bc:1', 'http://a.bc:12', 'http://a-.bc', 'http://-a.bc', 'HTTPS://a.bc'],
    ...[
      'httpſ://a.bc',
      'ftp://a.bc/d e',
      'http://x@10.0.0.1',
      'http://ü.üü',
      'http://😀.bc',
      'http://a.bc?d',
      'http://224.0.0.1',
    ],
  ],
  email: [
    'a@b',
    'a@b.c',
    'a@b.c.',
    '.a@b.c',
    'a..b@c.d',
    'a@-b.c',
    'a@b-.c',
    "!#$%&'*+/=?^_`{|}~-@a.b",
    '"a"@b.c',
    'ü@b.c',
    'A@B.C',
  ],
  hostname: [
    ...['a', 'a.', 'a..b', '-a', 'a-', 'a-b', '1', '', '.', 'A.B', 'ä', 'a_b', 'a'.repeat(63), 'a'.repeat(64)],
    ...[253, 254, 255].flatMap((length) =>
      ['', '.'].map((end) => 'a.'.repeat(200).slice(0, length - 1) + (end || 'a')),
    ),
  ],
  ipv4: ['1.2.3.4', '01.2.3.4', '256.1.1.1', '1.2.3', '1.2.3.4.5', '255.255.255.255', '0.0.0.0', '1.2.3.4 '],
  ipv6: [
    ...[
      '::',
      '::1',
      '1::',
      '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7::',
      '::2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7:8:9',
      '1::2::3',
      ':1',
    ],
    ...[
      '::1.2.3.4',
      '1:2:3:4:5:6:1.2.3.4',
      '1:2:3:4:5::1.2.3.4',
      '1:2:3:4:5:6::1.2.3.4',
      '::01.2.3.4',
      'G::',
      '12345::',
      ':::',
    ],
  ],
  regex: [
    '',
    'a',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '*',
    '+a',
    'a**',
    'a{2,1}',
    '\\',
    'a\\Z',
    '\\Z',
    '(?<=a)',
    '(?i)a',
    '(?<a>b)\\k<a>',
  ],
  uuid: [
    '123E4567-E89B-42D3-A456-426614174000',
    'URN:uuid:123e4567-e89b-42d3-a456-426614174000',
    '123e4567e89b42d3a456426614174000',
  ],
  'json-pointer': ['', '/', '//', '/~0', '/~', '/~2', 'a', '/a/~1b', '/\ud800'],
  'json-pointer-uri-fragment': ['', '#', '#/', '#/%20', '#/%2', '#/~1', '#/~', '#a'],
  'relative-json-pointer': ['', '0', '01', '1/', '1#', '1#/', '-1', '10/a~0'],
  byte: ['', 'a', 'YQ==', 'YQ=', 'YWI=', 'YWJj', 'a\n', '\na', 'a\nYQ==', 'a\u2028', 'YQ==YQ==', 'YW Jj', 'a-_='],
  duration: [
    'P',
    'PT',
    'P1',
    'P1D',
    'P1DT',
    'P1Y1D',
    'P1W',
    'P1W1D',
    'PT1S',
    'PT1H1S',
    'P1H',
    'PT1D',
    'p1d',
    'P1Y2M3DT4H5M6S',
  ],
}
for (const name of ['iso-time', 'date-time', 'iso-date-time']) {
  const dates = name.endsWith('date-time')
    ? ['2024-02-29T', '2024-02-29 ', '2024-02-29t', '2024-02-29\n', '2023-02-29T', '']
    : ['']
  Object.assign(edgeCases, { [name]: dates.flatMap((date) => (edgeCases['time'] ?? []).map((time) => date + time)) })
}

describe('agreement with the validator', () => {
  test('all its formats for texts are known', () => {
    const numbers = ['int32', 'int64', 'float', 'double', 'password', 'binary']
    expect([...judges.keys()].sort()).toEqual(
      [
        ...['byte', 'date', 'date-time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'iso-date-time', 'iso-time'],
        ...[
          'json-pointer',
          'json-pointer-uri-fragment',
          'regex',
          'relative-json-pointer',
          'time',
          'uri',
          'uri-reference',
        ],
        ...['uri-template', 'url', 'uuid'],
      ].sort(),
    )
    expect(numbers.filter((name) => solver.isKnownFormat(name))).toEqual([])
  })

  test.each([...judges])('%s', (name, judge) => {
    const cases = [...(samples.get(name) ?? []), ...(edgeCases[name] ?? [])]
    const characters = [...new Set(Array.from(cases.join('')))]
    const edited = fc
      .tuple(
        fc.constantFrom(...cases),
        fc.array(fc.tuple(fc.nat(40), fc.nat(1), fc.constantFrom('', ...characters)), { maxLength: 3 }),
      )
      .map(([text, edits]) =>
        edits.reduce((one, [at, drop, add]) => one.slice(0, at) + add + one.slice(at + drop), text),
      )
    expect(cases.filter((text) => solver.hasFormat(name, text) !== judge(text))).toEqual([])
    fc.assert(
      fc.property(fc.oneof(edited, fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 })), (text) => {
        expect([text, solver.hasFormat(name, text)]).toEqual([text, judge(text)])
      }),
      { numRuns: 400 },
    )
  })

  test.each([...judges])('%s: what is found has it, or has it not', (name, judge) => {
    for (const minLength of [0, 1, 3, 10, 20]) {
      const inside = solver.several({ ...anything, formats: [name], minLength }, 12).values
      const outside = solver.several({ ...anything, notFormats: [name], minLength }, 12).values
      expect([...inside.filter((text) => !judge(text)), ...outside.filter(judge)]).toEqual([])
      if (minLength <= 1) expect([inside.length, outside.length]).toEqual([12, 12])
    }
  })

  test.each([...samples])('%s: its samples have it', (name, texts) => {
    expect(texts.filter((text) => judges.get(name)?.(text) === false)).toEqual([])
  })
})

/** Rows are included in the columns named. */
const included: Readonly<Record<string, readonly string[]>> = {
  date: ['hostname', 'regex', 'uri-reference', 'uri-template'],
  time: ['iso-time', 'regex', 'uri-reference', 'uri-template'],
  'iso-time': ['regex', 'uri-reference', 'uri-template'],
  'date-time': ['iso-date-time', 'regex'],
  'iso-date-time': ['regex'],
  // Not in `hostname`: a count may have more digits than a label.
  duration: ['regex', 'uri-reference', 'uri-template'],
  uri: ['uri-reference'],
  hostname: ['regex', 'uri-reference', 'uri-template'],
  ipv4: ['hostname', 'regex', 'uri-reference', 'uri-template'],
  ipv6: ['regex', 'uri-reference', 'uri-template'],
  uuid: ['regex', 'uri-reference', 'uri-template'],
  'json-pointer-uri-fragment': ['uri-reference'],
}

describe('one format inside another', () => {
  test.each([...judges.keys()])('%s', (inner) => {
    const unknown: string[] = []
    const inside = [...judges.keys()].filter((outer) => {
      const solved = solver.solve({ ...anything, formats: [inner], notFormats: [outer] })
      if (solved.kind === 'unknown') unknown.push(outer)
      if (solved.kind === 'found') {
        expect([outer, solved.value, judges.get(inner)?.(solved.value), judges.get(outer)?.(solved.value)]).toEqual([
          ...[outer, solved.value, true, false],
        ])
      }
      return solved.kind === 'empty'
    })
    expect({ inside, unknown }).toEqual({ inside: [...(included[inner] ?? []), inner].sort(byList), unknown: [] })
  })
})

function byList(left: string, right: string): number {
  const names = [...judges.keys()]
  return names.indexOf(left) - names.indexOf(right)
}

test('formats that are annotations', () => {
  for (const name of [
    'password',
    'binary',
    'float',
    'int32',
    'iri',
    'idn-email',
    'unheard-of',
    '__proto__',
    'constructor',
  ]) {
    expect([name, solver.isKnownFormat(name), solver.hasFormat(name, 'a')]).toEqual([name, false, undefined])
    expect(solver.solve({ ...anything, notFormats: [name] })).toEqual({ kind: 'empty' })
    expect(solver.solve({ ...anything, formats: [name], patterns: ['^ab$'] })).toEqual({ kind: 'found', value: 'ab' })
  }
})
