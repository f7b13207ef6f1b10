import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.js'
import { open, openIn } from './support/open.js'

/** Follows one reference, written at `/x` of a document with some more in it. */
async function follow(ref: string, rest = '') {
  const tried = await open({ 'a.yaml': `x: {$ref: ${JSON.stringify(ref)}}\n${rest}`, 'models/b.yaml': 'y: [{z: 1}]\n' })
  const found = tried.follow('/x')
  return found ?? tried.problems().map((problem) => problem.replace(/^a\.yaml:1:11-1:\d+ /, ''))
}

describe('pointers', () => {
  const rest = [
    'a/b: {c~d: {"": {e f: 1}}}',
    'list: [zero, [one]]',
    'percent%25: 1',
    'ä: 2',
    '~1: 3',
    'constructor: {}',
    '',
  ].join('\n')

  it.each([
    ['', '#'],
    ['#', '#'],
    ['#/', ['TK1041 `#/` leads nowhere: `a.yaml` has no `/`']],
    ['#/a~1b/c~0d', '#/a~1b/c~0d'],
    ['#/a~1b/c~0d//e%20f', '#/a~1b/c~0d//e f'],
    ['#/a%7e1b', '#/a~1b'],
    ['#/~01', '#/~01'],
    ['#/list/1/0', '#/list/1/0'],
    ['#/list/01', ['TK1041 `#/list/01` leads nowhere: `a.yaml` has no `/list/01`']],
    ['#/list/2', ['TK1041 `#/list/2` leads nowhere: `a.yaml` has no `/list/2`']],
    ['#/list/-', ['TK1041 `#/list/-` leads nowhere: `a.yaml` has no `/list/-`']],
    ['#/list/-1', ['TK1041 `#/list/-1` leads nowhere: `a.yaml` has no `/list/-1`']],
    ['#/list/length', ['TK1041 `#/list/length` leads nowhere: `a.yaml` has no `/list/length`']],
    ['#/list/0/length', ['TK1041 `#/list/0/length` leads nowhere: `a.yaml` has no `/list/0/length`']],
    ['#/percent%2525', '#/percent%25'],
    ['#/%C3%A4', '#/ä'],
    ['#/ä', '#/ä'],
    ['#/constructor', '#/constructor'],
    ['#/constructor/name', ['TK1041 `#/constructor/name` leads nowhere: `a.yaml` has no `/constructor/name`']],
    ['#/__proto__/toString', ['TK1041 `#/__proto__/toString` leads nowhere: `a.yaml` has no `/__proto__`']],
    ['#/toString', ['TK1041 `#/toString` leads nowhere: `a.yaml` has no `/toString`']],
    ['#/%E0%A4%A', ['TK1040 `#/%E0%A4%A` is no reference: a `%` in it starts no valid escape']],
    ['#name', ['TK1041 `#name` leads nowhere: `a.yaml` has no `$anchor: name`']],
  ])('%j', async (ref, expected) => {
    expect(await follow(ref, rest)).toEqual(typeof expected === 'string' ? `a.yaml${expected}` : expected)
  })

  it('offer the near miss', async () => {
    const tried = await open({
      'a.yaml': 'x: {$ref: "#/components/schemas/Odrer"}\ncomponents: {schemas: {Order: {}, User: {}}}\n',
    })
    tried.follow('/x')
    expect(tried.diagnostics()).toMatchObject([
      {
        code: 'TK1041',
        help: 'Did you mean `#/components/schemas/Order`?',
        span: { line: 1, column: 11, endColumn: 39 },
      },
    ])
  })
})

describe('other documents', () => {
  it.each([
    ['models/b.yaml', 'models/b.yaml#'],
    ['models/b.yaml#/y/0', 'models/b.yaml#/y/0'],
    ['./models/../models/b.yaml#/y', 'models/b.yaml#/y'],
    ['models/%62.yaml', 'models/b.yaml#'],
    ['a.yaml#/x', ['TK1042 `a.yaml#/x` leads in a circle: the references name only one another']],
    ['models', ['TK1049 the document that `models` names cannot be read: it is a folder, not a file']],
    ['nope.yaml#/y', ['TK1049 the document that `nope.yaml` names cannot be read: there is no such file']],
    ['../a.yaml', ['TK1044 `../a.yaml` leads out of `.`']],
    ['models/../../etc/passwd', ['TK1044 `models/../../etc/passwd` leads out of `.`']],
    ['..', ['TK1044 `..` leads out of `.`']],
    ['/etc/passwd', ['TK1045 `/etc/passwd` is an absolute path']],
    ['file:///etc/passwd', ['TK1045 `file:///etc/passwd` is an absolute path']],
    ['FILE:/etc/passwd', ['TK1045 `FILE:/etc/passwd` is an absolute path']],
    ['C:/secret.yaml', ['TK1045 `C:/secret.yaml` is an absolute path']],
    ['//host/share/a.yaml', ['TK1046 `//host/share/a.yaml` names a file share or has a backslash in its path']],
    ['\\\\host\\share', ['TK1046 `\\\\host\\share` names a file share or has a backslash in its path']],
    ['..\\..\\a.yaml', ['TK1046 `..\\..\\a.yaml` names a file share or has a backslash in its path']],
    ['%2e%2e/a.yaml', ['TK1048 `%2e%2e/a.yaml` hides a dot, a slash or a control character in a percent-escape']],
    ['models%2Fb.yaml', ['TK1048 `models%2Fb.yaml` hides a dot, a slash or a control character in a percent-escape']],
    ['a.yaml%00.json', ['TK1048 `a.yaml%00.json` hides a dot, a slash or a control character in a percent-escape']],
    ['%5c%5chost', ['TK1048 `%5c%5chost` hides a dot, a slash or a control character in a percent-escape']],
    ['a\u0000.yaml', ['TK1048 `a\u0000.yaml` hides a dot, a slash or a control character in a percent-escape']],
    ['models/b.yaml?x=1', ['TK1040 `models/b.yaml?x=1` is no reference: a file has no query']],
    ['data:text/plain,x', ['TK1047 `data:text/plain,x` has the scheme `data`, which is never followed']],
    ['ftp://example.com/a', ['TK1047 `ftp://example.com/a` has the scheme `ftp`, which is never followed']],
    ['https://example.com/a#/b', ['TK1032 `https://example.com/a` is on the network, which is not allowed']],
    ['https://u:p@example.com/a', ['TK1032 `https://…@example.com/a` is on the network, which is not allowed']],
    ['http://169.254.169.254/x', ['TK1052 `http://169.254.169.254/x` uses http, which is never followed']],
  ])('%j', async (ref, expected) => {
    expect(await follow(ref)).toEqual(expected)
  })

  it('may not be reached through links that lead out', async () => {
    const outside = tempFolder({ 'secret.yaml': 'a: 1\n' })
    const cwd = tempFolder({
      'a.yaml':
        'x: {$ref: link.yaml}\ny: {$ref: folder/secret.yaml}\nz: {$ref: inner.yaml}\nd: {$ref: dangling.yaml}\n',
      'b.yaml': 'b: 1\n',
    })
    symlinkSync(join(outside, 'secret.yaml'), join(cwd, 'link.yaml'))
    symlinkSync(outside, join(cwd, 'folder'))
    symlinkSync('b.yaml', join(cwd, 'inner.yaml'))
    symlinkSync('/nowhere/at/all', join(cwd, 'dangling.yaml'))
    const tried = await openIn(cwd, 'a.yaml')
    expect(['/x', '/y', '/z', '/d'].map((pointer) => tried.follow(pointer))).toEqual([
      undefined,
      undefined,
      'b.yaml#',
      undefined,
    ])
    expect(tried.problems()).toEqual([
      'a.yaml:1:11-1:20 TK1044 `link.yaml` leads out of `.`',
      'a.yaml:2:11-2:29 TK1044 `folder/secret.yaml` leads out of `.`',
      'a.yaml:4:11-4:24 TK1049 the document that `dangling.yaml` names cannot be read: there is no such file',
    ])
  })

  it('may be unreadable in other ways', async () => {
    const cwd = tempFolder({ 'a.yaml': `x: {$ref: loop.yaml}\ny: {$ref: ${'n'.repeat(300)}}\nz: {$ref: a.yaml/b}\n` })
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'))
    const tried = await openIn(cwd, 'a.yaml')
    for (const pointer of ['/x', '/y', '/z']) expect(tried.follow(pointer)).toBeUndefined()
    expect(tried.diagnostics().map(({ code, message }) => [code, message.replace(/^.* cannot be read: /, '')])).toEqual(
      [
        ['TK1049', 'its symbolic links lead in a circle'],
        ['TK1049', 'the name is too long'],
        ['TK1049', 'there is no such file'],
      ],
    )
  })

  it('report their own mistakes once, where they are', async () => {
    const tried = await open({ 'a.yaml': 'x: {$ref: b.yaml#/q}\ny: {$ref: b.yaml}\n', 'b.yaml': 'q: [1\n' })
    expect([tried.follow('/x'), tried.follow('/y'), tried.follow('/x')]).toEqual([undefined, undefined, undefined])
    expect(tried.diagnostics().map(({ code, span }) => [code, span?.file, span?.line])).toEqual([
      ['TK1007', 'b.yaml', 2],
    ])
  })

  it('keep the warnings of what can be read', async () => {
    const tried = await open({ 'a.yaml': 'x: {$ref: b.json}\n', 'b.json': '{"a": 9007199254740993}' })
    expect(tried.follow('/x')).toBe('b.json#')
    expect(tried.diagnostics().map(({ code, span }) => [code, span?.file])).toEqual([['TK1011', 'b.json']])
  })

  it('are not read before a reference leads to them', async () => {
    const { sources, problems } = await open({ 'a.yaml': 'x: {$ref: b.yaml}\n', 'b.yaml': '[' })
    expect(sources?.documents().map(({ id }) => id)).toEqual(['a.yaml'])
    expect(problems()).toEqual([])
  })

  it('resolve their own references from where they are', async () => {
    const tried = await open({
      'a.yaml': 'x: {$ref: deep/b.yaml#/y}\n',
      'deep/b.yaml': 'y: {$ref: ../c.yaml#/z}\n',
      'c.yaml': 'z: {$ref: "deep/b.yaml#/w"}\n',
    })
    expect(tried.follow('/x')).toBeUndefined()
    expect(tried.problems()).toEqual([
      'c.yaml:1:11-1:27 TK1041 `deep/b.yaml#/w` leads nowhere: `deep/b.yaml` has no `/w`',
    ])
  })
})

describe('chains', () => {
  it('are followed to their end, or one step', async () => {
    const tried = await open({ 'a.yaml': 'x: {$ref: "#/y"}\ny: {$ref: "#/z", title: kept}\nz: {type: string}\n' })
    expect(tried.follow('/x')).toBe('a.yaml#/z')
    expect(tried.follow('/x', 'step')).toBe('a.yaml#/y')
  })

  it('lead through references on the way', async () => {
    const tried = await open({
      'a.yaml': 'x: {$ref: "#/y/properties/name"}\ny: {$ref: "b.yaml#/Pet"}\n',
      'b.yaml': 'Pet: {properties: {$ref: "#/Names"}}\nNames: {name: {type: string}}\n',
    })
    expect(tried.follow('/x')).toBe('b.yaml#/Names/name')
  })

  it('must end', async () => {
    const tried = await open({ 'a.yaml': 'p: {$ref: "#/x"}\nx: {$ref: "#/y"}\ny: {$ref: "#/z"}\nz: {$ref: "#/x"}\n' })
    for (const pointer of ['/p', '/x', '/y', '/z', '/p']) expect(tried.follow(pointer)).toBeUndefined()
    expect(tried.problems()).toEqual([
      'a.yaml:2:11-2:16 TK1042 `#/y` leads in a circle: the references name only one another -> a.yaml:3:11-3:16 -> a.yaml:4:11-4:16',
    ])
  })

  it('must not grow on their way for ever', async () => {
    const tried = await open({ 'a.yaml': 'x: {$ref: "#/x/y"}\n' }, { limits: { referenceDepth: 50 } })
    expect(tried.follow('/x')).toBeUndefined()
    expect(tried.problems()).toEqual(['a.yaml:1:11-1:18 TK1043 `#/x/y` leads through more than 50 references'])
  })

  it('may be 10,000 long, each of them asked for', async () => {
    const lines = Array.from({ length: 10_001 }, (_, index) => `r${index}: {$ref: "#/r${index + 1}"}`)
    const text = [...lines, 'r10001: {end: true}', ''].join('\n')
    const tried = await open({ 'a.yaml': text })
    for (let index = 1; index <= 10_000; index++) expect(tried.follow(`/r${index}`)).toBe('a.yaml#/r10001')
    const longer = await open({ 'a.yaml': text })
    expect(longer.follow('/r0')).toBeUndefined()
    expect(longer.diagnostics()).toMatchObject([{ code: 'TK1043', span: { line: 1, column: 12 } }])
  })
})

describe('names', () => {
  it('lead to anchors, of other documents too', async () => {
    const tried = await open({
      'a.yaml':
        'x: {$ref: "#here"}\ny: {$ref: "b.json#there"}\nz: {$ref: "#old"}\nw: {deep: [{$anchor: here}, {$id: "#old"}]}\n',
      'b.json': '{"q": {"$dynamicAnchor": "there"}}',
    })
    expect(['/x', '/y', '/z'].map((pointer) => tried.follow(pointer))).toEqual([
      'a.yaml#/w/deep/0',
      'b.json#/q',
      'a.yaml#/w/deep/1',
    ])
  })

  it('are not taken from the names of properties', async () => {
    const tried = await open({ 'a.yaml': 'x: {$ref: "#string"}\ny: {properties: {$anchor: {type: string}}}\n' })
    expect(tried.follow('/x')).toBeUndefined()
  })

  it('may be the identity of a schema or of the document', async () => {
    const tried = await open({
      'a.yaml': [
        '$self: https://example.com/apis/orders',
        'x: {$ref: "https://example.com/schemas/money#/type"}',
        'y: {$ref: "https://example.com/apis/orders#/z"}',
        'z: {$id: "https://example.com/schemas/money", type: [string]}',
        'w: {$ref: "https://example.com/schemas/other"}',
        '',
      ].join('\n'),
    })
    expect([tried.follow('/x'), tried.follow('/y'), tried.follow('/w')]).toEqual([
      'a.yaml#/z/type',
      'a.yaml#/z',
      undefined,
    ])
    expect(tried.diagnostics()).toMatchObject([{ code: 'TK1032', span: { line: 5 } }])
  })
})

describe('problems', () => {
  it('are reported once for each place, at the reference or at what holds it', async () => {
    const { sources, problems } = await open({ 'a.yaml': 'x: {$ref: "#/q"}\nmapping: {cat: "#/q"}\n' })
    for (const pointer of ['/x', '/x', '/mapping/cat']) sources?.resolve('#/q', { document: 'a.yaml', pointer })
    expect(problems()).toEqual([
      'a.yaml:1:11-1:16 TK1041 `#/q` leads nowhere: `a.yaml` has no `/q`',
      'a.yaml:2:16-2:21 TK1041 `#/q` leads nowhere: `a.yaml` has no `/q`',
    ])
  })
})
