import { describe, expect, it } from 'vitest'
import { open } from './support/open.js'

/** Where the value and the key at a pointer stand: `line:column-line:column`. */
async function spansOf(file: string, text: string, pointers: readonly string[]): Promise<Record<string, string>> {
  const { sources } = await open({ [file]: text })
  if (!sources) throw new Error('the document is broken')
  const places = pointers.flatMap((pointer) =>
    (['value', 'key'] as const).map((part) => ({ at: { document: sources.root.id, pointer }, part })),
  )
  const spans = sources.spans(places).map((span, index) => {
    expect(span).toMatchObject({ file, pointer: places[index]?.at.pointer })
    return `${span.line}:${span.column}-${span.endLine}:${span.endColumn}`
  })
  return Object.fromEntries(pointers.map((pointer, index) => [pointer, `${spans[2 * index]} ${spans[2 * index + 1]}`]))
}

describe('spans in JSON', () => {
  it('are those of values and keys', async () => {
    const text = '{\n  "a/b": [1, "x\\"]", {"~": null}],\r\n  "ä😀": {"t": true},\n  "e": {}\n}\n'
    const pointers = ['', '/a~1b', '/a~1b/0', '/a~1b/1', '/a~1b/2', '/a~1b/2/~0', '/ä😀', '/ä😀/t', '/e']
    expect(await spansOf('a.json', text, pointers)).toEqual({
      '': '1:1-5:2 1:1-5:2',
      '/a~1b': '2:10-2:34 2:3-2:8',
      '/a~1b/0': '2:11-2:12 2:11-2:12',
      '/a~1b/1': '2:14-2:20 2:14-2:20',
      '/a~1b/2': '2:22-2:33 2:22-2:33',
      '/a~1b/2/~0': '2:28-2:32 2:23-2:26',
      '/ä😀': '3:10-3:21 3:3-3:8',
      '/ä😀/t': '3:16-3:20 3:11-3:14',
      '/e': '4:8-4:10 4:3-4:6',
    })
  })

  it('are those of the nearest ancestor where there is no such node', async () => {
    expect(await spansOf('a.json', '{"a": {"b": 1}}', ['/a/x/y', '/a/b/c', '/z', '/a/b'])).toEqual({
      '/a/x/y': '1:7-1:15 1:7-1:15',
      '/a/b/c': '1:13-1:14 1:13-1:14',
      '/z': '1:1-1:16 1:1-1:16',
      '/a/b': '1:13-1:14 1:8-1:11',
    })
  })

  it('are whole for a container in which all that is wanted is found early', async () => {
    const text = '{"a": {"b": [1, 2], "c": "}"}, "d": {}} \n\t'
    expect(await spansOf('a.json', text, ['', '/a/b/0'])).toEqual({
      '': '1:1-1:40 1:1-1:40',
      '/a/b/0': '1:14-1:15 1:14-1:15',
    })
    expect(await spansOf('a.json', text, ['/a', '/a/b/0'])).toEqual({
      '/a': '1:7-1:30 1:2-1:5',
      '/a/b/0': '1:14-1:15 1:14-1:15',
    })
  })

  it('are found in a minified document and behind a byte order mark', async () => {
    expect(await spansOf('a.json', '\ufeff{"a":[{"b":1},{"b":[[2]]}]}', ['/a/1/b/0/0', '/a/0/b'])).toEqual({
      '/a/1/b/0/0': '1:22-1:23 1:22-1:23',
      '/a/0/b': '1:12-1:13 1:8-1:11',
    })
  })
})

describe('spans in YAML', () => {
  it('are those of block and flow nodes', async () => {
    const text = [
      '# a comment',
      'a:',
      '  - one',
      '  - b: "two" # more',
      "    c: 'x'",
      'd: {e: [1, 2 ], "f": , g}',
      'h: |',
      '  text',
      '  more',
      'i: &anchor !!str 5',
      'j:',
      'k: [l: m]',
      '',
    ].join('\n')
    const pointers = [
      '',
      '/a',
      '/a/0',
      '/a/1',
      '/a/1/b',
      '/a/1/c',
      '/d',
      '/d/e',
      '/d/e/1',
      '/d/f',
      '/d/g',
      '/h',
      '/i',
      '/j',
    ]
    expect(await spansOf('a.yaml', text, [...pointers, '/k/0', '/k/0/l'])).toEqual({
      '': '2:1-12:10 2:1-12:10',
      '/a': '3:3-5:11 2:1-2:2',
      '/a/0': '3:5-3:8 3:5-3:8',
      '/a/1': '4:5-5:11 4:5-5:11',
      '/a/1/b': '4:8-4:13 4:5-4:6',
      '/a/1/c': '5:8-5:11 5:5-5:6',
      '/d': '6:4-6:26 6:1-6:2',
      '/d/e': '6:8-6:15 6:5-6:6',
      '/d/e/1': '6:12-6:13 6:12-6:13',
      '/d/f': '6:21-6:21 6:17-6:20',
      '/d/g': '6:25-6:25 6:24-6:25',
      '/h': '7:4-9:7 7:1-7:2',
      '/i': '10:4-10:19 10:1-10:2',
      '/j': '11:3-11:3 11:1-11:2',
      '/k/0': '12:5-12:9 12:5-12:9',
      '/k/0/l': '12:8-12:9 12:5-12:6',
    })
  })

  it('lead through aliases and merges', async () => {
    const text = [
      'base: &base {x: 1, y: 2}',
      'over: &over {<<: *base, y: 3}',
      'use: *over',
      'list: {<<: [*over, {z: 4}], w: 5}',
    ].join('\n')
    expect(
      await spansOf('a.yaml', text, ['/use', '/use/y', '/use/x', '/list/z', '/list/y', '/list/x', '/list/w']),
    ).toEqual({
      '/use': '3:6-3:11 3:1-3:4',
      '/use/y': '2:28-2:29 2:25-2:26',
      '/use/x': '1:17-1:18 1:14-1:15',
      '/list/z': '4:24-4:25 4:21-4:22',
      '/list/y': '2:28-2:29 2:25-2:26',
      '/list/x': '1:17-1:18 1:14-1:15',
      '/list/w': '4:32-4:33 4:29-4:30',
    })
  })

  it('count UTF-16 code units, and lines of either ending', async () => {
    expect(await spansOf('a.yaml', 'ä: 1\r\n"😀😀": {b: 2}\r\n', ['/ä', '/😀😀/b'])).toEqual({
      '/ä': '1:4-1:5 1:1-1:2',
      '/😀😀/b': '2:13-2:14 2:10-2:11',
    })
  })
})

describe('spans of documents that are not there', () => {
  it('fall back to the contract', async () => {
    const { sources } = await open({ 'a.yaml': 'a: 1\n' })
    expect(sources?.span({ document: 'other.yaml', pointer: '/a' })).toMatchObject({ file: 'a.yaml', line: 1 })
  })

  it('belong to each document of a contract', async () => {
    const { sources, follow } = await open({ 'a.yaml': 'x: {$ref: b.json#/y}\n', 'b.json': '{\n "y": {"z": 1}}' })
    expect(follow('/x')).toBe('b.json#/y')
    expect(sources?.span({ document: 'b.json', pointer: '/y' }, 'key')).toEqual({
      file: 'b.json',
      line: 2,
      column: 2,
      endLine: 2,
      endColumn: 5,
      pointer: '/y',
    })
  })
})
