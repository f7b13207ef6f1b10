import { describe, expect, it } from 'vitest'
import { open, parse, valueOf } from './support/open.js'

const yaml = (text: string) => open({ 'a.yaml': text })

describe('scalars of YAML', () => {
  it.each([
    ['null', null],
    ['Null', null],
    ['~', null],
    ['', null],
    ['true', true],
    ['FALSE', false],
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['tRUE', 'tRUE'],
    ['nUll', 'nUll'],
    ['12', 12],
    ['-12', -12],
    ['+12', 12],
    ['007', 7],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b11', '0b11'],
    ['1_000', '1_000'],
    ['12:30:45', '12:30:45'],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1.', 1],
    ['1e3', 1000],
    ['1.2.3', '1.2.3'],
    ['-', ['']],
    ['2026-01-01', '2026-01-01'],
    ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z'],
    ['"12"', '12'],
    ["'it''s'", "it's"],
    ['"\\x41\\u00e4\\n"', 'Aä\n'],
    ['!!str 12', '12'],
    ['! 12', '12'],
    ['!!int 12', 12],
    ['!!float 12', 12],
    ['!!bool true', true],
    ['!!null ~', null],
    ['!<tag:yaml.org,2002:str> 12', '12'],
    ['|\n  a\n  b\n', 'a\nb\n'],
    ['>-\n  a\n  b\n', 'a b'],
    ['a\n  b', 'a b'],
  ])('reads %j', async (text, value) => {
    const expected = text === '-' ? [null] : value
    expect(await valueOf(`k: ${text === '-' ? '\n- ' : text}`)).toEqual({ k: expected })
  })

  it('obeys a %TAG directive', async () => {
    expect(await valueOf('%TAG !y! tag:yaml.org,2002:\n---\nk: !y!str 12\n')).toEqual({ k: '12' })
    expect((await parse('%TAG !! tag:example.com,2026:\n---\nk: !!str 12\n')).problems()).toEqual([
      '<stdin>:3:4-3:9 TK1020 the YAML tag `!!str` is not supported',
    ])
  })

  it.each([
    ['!!js/function "x"', '1:4-1:17', 'TK1020 the YAML tag `!!js/function` is not supported'],
    ['!!binary aGk=', '1:4-1:12', 'TK1020 the YAML tag `!!binary` is not supported'],
    ['!!set {a, b}', '1:4-1:9', 'TK1020 the YAML tag `!!set` is not supported'],
    ['!mine [1]', '1:4-1:9', 'TK1020 the YAML tag `!mine` is not supported'],
    ['!!int x', '1:4-1:9', 'TK1024 `x` does not fit its tag `!!int`'],
    ['!!bool yes', '1:4-1:10', 'TK1024 `yes` does not fit its tag `!!bool`'],
    ['!!map [1]', '1:4-1:9', 'TK1024 `a list` does not fit its tag `!!map`'],
    ['.inf', '1:4-1:8', 'TK1012 `.inf` is no number that JSON can express'],
    ['-.INF', '1:4-1:9', 'TK1012 `-.INF` is no number that JSON can express'],
    ['.nan', '1:4-1:8', 'TK1012 `.nan` is no number that JSON can express'],
    ['1e400', '1:4-1:9', 'TK1012 `1e400` is no number that JSON can express'],
  ])('refuses %j', async (text, place, problem) => {
    const tried = await yaml(`k: ${text}\n`)
    expect(tried.problems()).toEqual([`a.yaml:${place} ${problem}`])
    expect(tried.sources).toBeUndefined()
  })

  it('warns of integers that lose digits', async () => {
    const { problems, sources } = await yaml('a: 9007199254740993\nb: 9007199254740992\nc: 0xFFFFFFFFFFFFFFFF\n')
    expect(problems()).toEqual([
      'a.yaml:1:4-1:20 TK1011 the integer 9007199254740993 becomes 9007199254740992, because a JavaScript number cannot hold it',
      'a.yaml:3:4-3:22 TK1011 the integer 0xFFFFFFFFFFFFFFFF becomes 18446744073709552000, because a JavaScript number cannot hold it',
    ])
    expect(sources?.root.value).toEqual({ a: 9007199254740992, b: 9007199254740992, c: 18446744073709552000 })
  })
})

describe('keys of YAML', () => {
  it('are the text that they are written as', async () => {
    expect(await valueOf('200: a\n1.0: b\ntrue: c\nnull: d\n0x1F: e\n2026-01-01: f\n"": g\n')).toEqual({
      '200': 'a',
      '1.0': 'b',
      true: 'c',
      null: 'd',
      '0x1F': 'e',
      '2026-01-01': 'f',
      '': 'g',
    })
  })

  it('are data even when they are hostile', async () => {
    const { sources } = await yaml('__proto__: {polluted: 1}\nconstructor: 2\n<<: {__proto__: {polluted: 2}, x: 1}\n')
    expect(Object.keys(sources?.root.value ?? {})).toEqual(['__proto__', 'constructor', 'x'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('must not stand twice', async () => {
    const { problems } = await yaml('a:\n  b: {b: 1}\n  c: [b, b]\n  "b": 2\nd: 1\nd: 2\n')
    expect(problems()).toEqual([
      'a.yaml:4:3-4:6 TK1010 the key `b` stands twice in the same object -> a.yaml:2:3-2:4',
      'a.yaml:6:1-6:2 TK1010 the key `d` stands twice in the same object -> a.yaml:5:1-5:2',
    ])
  })

  it('must not stand twice as an alias either', async () => {
    expect((await yaml('x: &a one\n*a : 1\none: 2\n')).problems()).toEqual([
      'a.yaml:3:1-3:4 TK1010 the key `one` stands twice in the same object',
    ])
    expect((await yaml('x: &a one\none: 2\n*a : 1\n')).problems()).toEqual([
      'a.yaml:3:1-3:3 TK1010 the key `one` stands twice in the same object -> a.yaml:2:1-2:4',
    ])
  })

  it.each([
    ['? [a, b]\n: c\n', '1:3-1:4', 'a list'],
    ['? {a: b}\n: c\n', '1:3-1:4', 'an object'],
    ['x: &a [1]\n*a : c\n', '2:1-2:3', 'an alias of an object or a list'],
  ])('cannot be %j', async (text, place, kind) => {
    expect((await yaml(text)).problems()).toEqual([
      `a.yaml:${place} TK1021 a key of this object is ${kind}; only a scalar can be one`,
    ])
  })

  it('may be aliases of scalars', async () => {
    expect(await valueOf('x: &a one\n*a : two\n&b three: *b\n')).toEqual({ x: 'one', one: 'two', three: 'three' })
  })
})

describe('a document full of mistakes', () => {
  it('tells of a hundred', async () => {
    const repeated = Array.from({ length: 20_000 }, () => 'a: 1').join('\n')
    expect((await yaml(repeated)).problems()).toHaveLength(100)
    expect((await parse(`{${Array.from({ length: 20_000 }, () => '"a": 1').join(',')}}`)).problems()).toHaveLength(100)
  })
})

describe('merge keys', () => {
  it('take over what the object does not say itself, the nearest first', async () => {
    const text = [
      'base: &base {a: 1, b: 1, c: 1}',
      'more: &more {b: 2, c: 2, d: 2}',
      'one: {b: 0, <<: *base}',
      'two: {<<: *base, b: 0}',
      'list: {<<: [*more, *base]}',
      'inline: {<<: {x: 1}, y: 2}',
      'text: {"<<": 1}',
    ].join('\n')
    expect(await valueOf(text)).toMatchObject({
      one: { a: 1, b: 0, c: 1 },
      two: { a: 1, b: 0, c: 1 },
      list: { a: 1, b: 2, c: 2, d: 2 },
      inline: { x: 1, y: 2 },
      text: { '<<': 1 },
    })
  })

  it.each(['1', '[1]', '[{a: 1}, x]', '~'])('refuse %j', async (value) => {
    const { diagnostics } = await yaml(`k:\n  <<: ${value}\n`)
    expect(diagnostics().map(({ code, span }) => [code, span?.line, span?.column])).toEqual([['TK1022', 2, 7]])
  })
})

describe('aliases', () => {
  it('share what they stand for', async () => {
    const { sources } = await yaml('a: &a {b: [1]}\nc: *a\nd: *a\n')
    const { c, d } = sources?.root.value as unknown as Record<string, object>
    expect(c).toEqual({ b: [1] })
    expect(c).toBe(d)
  })

  it.each([
    ['a: *b\n', '1:4-1:6', 'b'],
    ['a: &a [1, *a]\n', '1:11-1:13', 'a'],
    ['a: *b\nb: &b 1\n', '1:4-1:6', 'b'],
  ])('need a complete anchor before them: %j', async (text, place, anchor) => {
    expect((await yaml(text)).problems()).toEqual([
      `a.yaml:${place} TK1019 there is no anchor \`${anchor}\` that is complete before this alias`,
    ])
  })

  it('may be used 100 times', async () => {
    const text = (uses: number) => `a: &a {x: 1}\nb: [${Array.from({ length: uses }, () => '*a').join(', ')}]\n`
    expect((await parse(text(100))).problems()).toEqual([])
    expect((await parse(text(101))).problems()).toEqual([
      '<stdin>:2:405-2:407 TK1017 the anchor `a` is used more than 100 times',
    ])
  })

  it.each([9, 100, 1_000])('end a bomb of %i levels at once', async (levels) => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level <= levels; level++) {
      lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`)
    }
    const [problem] = (await parse(lines.join('\n'))).diagnostics()
    expect([problem?.code, problem?.span?.line]).toEqual(['TK1018', 6])
  })

  it('count their levels', async () => {
    const lines = [
      'a0: &a0 [x]',
      ...Array.from({ length: 60 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}]`),
    ]
    expect((await parse(lines.join('\n'), { limits: { depth: 62 } })).problems()).toEqual([])
    expect((await parse(lines.join('\n'), { limits: { depth: 50 } })).diagnostics()).toMatchObject([
      { code: 'TK1015', span: { line: 50 } },
    ])
  })

  it('count as copies', async () => {
    const text = 'a: &a [1, 2, 3]\nb: [*a, *a]\n'
    expect((await parse(text, { limits: { nodes: 16 } })).problems()).toEqual([])
    expect((await parse(text, { limits: { nodes: 14 } })).diagnostics()).toMatchObject([{ code: 'TK1016' }])
  })
})

describe('brackets too far to the left', () => {
  it('are warned of, and nothing moves by them', async () => {
    const text = 'a:\n  required: [\n    one,\n    two\n  ]\n  b: {c: [\n  ], d:\n\n  }\n  e: "after"\n'
    const { sources, problems } = await yaml(text)
    expect(sources?.root.value).toEqual({ a: { required: ['one', 'two'], b: { c: [], d: null }, e: 'after' } })
    expect(problems()).toEqual([
      'a.yaml:5:3-5:4 TK1025 the closing `]` stands too far to the left for YAML',
      'a.yaml:7:3-7:4 TK1025 the closing `]` stands too far to the left for YAML',
      'a.yaml:9:3-9:4 TK1025 the closing `}` stands too far to the left for YAML',
    ])
    expect(sources?.span({ document: 'a.yaml', pointer: '/a/required' })).toMatchObject({
      line: 2,
      endLine: 5,
      endColumn: 4,
    })
    expect(sources?.span({ document: 'a.yaml', pointer: '/a/e' })).toMatchObject({ line: 10, column: 6 })
  })

  it('are a mistake behind a comment', async () => {
    expect((await yaml('a: [\n  1 # one\n]\n')).diagnostics()).toMatchObject([{ code: 'TK1007', span: { line: 3 } }])
    expect((await yaml('a: [\n  1\n]\n')).diagnostics()).toMatchObject([{ code: 'TK1025', span: { line: 3 } }])
  })
})

describe('what is no YAML document', () => {
  it.each([
    ['a: [1\nb: 2\n', 2, 1, 'TK1007'],
    ['a: "x\n', 2, 1, 'TK1007'],
    ['a: 1\n\tb: 2\n', 2, 1, 'TK1007'],
    ['a: 1\n b: 2\n', 2, 3, 'TK1007'],
    ['a: \u0000\n', 1, 4, 'TK1007'],
    ['a: 1\n---\nb: 2\n', 2, 1, 'TK1008'],
    ['--- {a: 1}\n--- {b: "---"}\n', 2, 1, 'TK1008'],
    ['just text\n', 1, 1, 'TK1009'],
    ['~\n', 1, 1, 'TK1009'],
    ['# nothing\n', 1, 1, 'TK1004'],
    ['---\n', 1, 1, 'TK1004'],
    ['', 1, 1, 'TK1004'],
    [' \n\n', 1, 1, 'TK1004'],
  ])('refuses %j', async (text, line, column, code) => {
    const tried = await yaml(text)
    expect(tried.diagnostics().map(({ code, span }) => [code, span?.line, span?.column])).toEqual([
      [code, line, column],
    ])
    expect(tried.sources).toBeUndefined()
  })

  it('says what the parser says', async () => {
    expect((await yaml('a: [1\nb: 2\n')).problems()).toEqual([
      'a.yaml:2:1-2:2 TK1007 this is not YAML: deficient indentation',
    ])
  })

  it('allows one document with its marks', async () => {
    expect(await valueOf('%YAML 1.2\n---\na: 1\n...\n')).toEqual({ a: 1 })
  })

  it.each([
    ['flow', (levels: number) => '['.repeat(levels) + ']'.repeat(levels)],
    ['block', (levels: number) => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['explicit', (levels: number) => '- '.repeat(levels)],
  ])('refuses depth without an overflow: %s', async (_name, nested) => {
    for (const levels of [4_000, 100_000]) {
      if (levels > 4_000 && nested(10).includes('\n')) continue
      const { diagnostics } = await yaml(`a: \n ${nested(levels).replaceAll('\n', '\n ')}`)
      expect(diagnostics()).toMatchObject([{ code: 'TK1015', span: { file: 'a.yaml' } }])
    }
    expect((await yaml(`a:\n ${nested(900).replaceAll('\n', '\n ')}`)).problems()).toEqual([])
  })

  it('refuses too many values', async () => {
    expect((await parse('a: [1, 2, 3]\n', { limits: { nodes: 5 } })).diagnostics()).toMatchObject([
      { code: 'TK1016', span: { line: 1, column: 11 } },
    ])
  })
})
