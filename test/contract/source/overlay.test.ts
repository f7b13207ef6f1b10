import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../src/util/own.js'
import { at, open, type Tried } from './support/open.js'

const contract = [
  'openapi: 3.1.0', // 1
  'info: {title: Orders, version: "1"}', // 2
  'tags: [one, two, three]', // 3
  'paths:', // 4
  '  /orders:', // 5
  '    get:', // 6
  '      summary: List', // 7
  '      parameters:', // 8
  '        - {name: a, in: query}', // 9
  '        - {name: b, in: header}', // 10
  '        - {name: c, in: query}', // 11
  '  /users:', // 12
  '    get: {summary: Users}', // 13
  '',
].join('\n')

/** Applies an overlay with these actions, each a line of YAML from line 3 on. */
function apply(actions: readonly string[], text = contract): Promise<Tried> {
  const overlay = [
    '{overlay: 1.1.0, info: {title: t, version: "1"}, actions: [',
    ...actions.map((action) => `${action},`),
    ']}',
    '',
  ]
  return open({ 'a.yaml': text, 'o.yaml': `# an overlay\n${overlay.join('\n')}` }, { overlays: ['o.yaml'] })
}

async function applied(actions: readonly string[], pointer: string, text = contract): Promise<JsonValue | undefined> {
  const tried = await apply(actions, text)
  expect(tried.problems()).toEqual([])
  return at(tried.sources?.root.value, pointer)
}

/** Where the value and the key at a pointer of the contract come from. */
function origin({ sources }: Tried, pointer: string): string {
  const spans = (['value', 'key'] as const).map((part) => sources?.span({ document: sources.root.id, pointer }, part))
  return spans.map((span) => `${span?.file}:${span?.line}:${span?.column}`).join(' ')
}

describe('update', () => {
  it('merges objects all the way down', async () => {
    const update = '{target: $, update: {info: {title: New, x: {y: 1}}, paths: {/orders: {get: {summary: All}}}}}'
    expect(await applied([update], '/info')).toEqual({ title: 'New', version: '1', x: { y: 1 } })
    expect(await applied([update], '/paths/~1orders/get/summary')).toBe('All')
    expect(await applied([update], '/paths/~1orders/get/parameters/2/name')).toBe('c')
  })

  it('appends to arrays, at the target and below', async () => {
    expect(await applied(['{target: $.tags, update: four}'], '/tags')).toEqual(['one', 'two', 'three', 'four'])
    expect(await applied(['{target: $.tags, update: {a: 1}}'], '/tags/3')).toEqual({ a: 1 })
    expect(await applied(['{target: $.tags, update: [four, [five]]}'], '/tags')).toEqual([
      'one',
      'two',
      'three',
      'four',
      ['five'],
    ])
    expect(await applied(['{target: $, update: {tags: [four]}}'], '/tags/3')).toBe('four')
  })

  it('replaces primitive values', async () => {
    expect(await applied(['{target: $.info.title, update: 5}'], '/info/title')).toBe(5)
    expect(await applied(['{target: \'$.tags[?@ == "two"]\', update: ~}'], '/tags')).toEqual(['one', null, 'three'])
  })

  it('changes every target', async () => {
    const tried = await apply(['{target: "$.paths.*.get", update: {x-tenant-scope: tenant}}'])
    expect(at(tried.sources?.root.value, '/paths/~1orders/get/x-tenant-scope')).toBe('tenant')
    expect(at(tried.sources?.root.value, '/paths/~1users/get/x-tenant-scope')).toBe('tenant')
  })

  it('applies actions to the result of those before', async () => {
    const actions = [
      '{target: $.info, update: {x: {}}}',
      '{target: $.info.x, update: {y: 1}}',
      '{target: $.info.x.y, update: 2}',
    ]
    expect(await applied(actions, '/info/x')).toEqual({ y: 2 })
  })

  it('keeps hostile names as data', async () => {
    const tried = await apply(['{target: $.info, update: {__proto__: {polluted: 1}, constructor: 1}}'])
    expect(Object.keys(at(tried.sources?.root.value, '/info') ?? {})).toEqual([
      'title',
      'version',
      '__proto__',
      'constructor',
    ])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('changes one place of what aliases share', async () => {
    const text = 'a: &a {x: {y: 1}}\nb: *a\nc: *a\n'
    const tried = await apply(['{target: $.b.x, update: {z: 2}}'], text)
    expect(tried.sources?.root.value).toEqual({ a: { x: { y: 1 } }, b: { x: { y: 1, z: 2 } }, c: { x: { y: 1 } } })
  })

  it('does not let targets share what it adds', async () => {
    const actions = [
      '{target: "$.paths.*.get", update: {x: {list: [1]}}}',
      '{target: \'$.paths["/users"].get.x.list\', update: 2}',
    ]
    expect(await applied(actions, '/paths/~1orders/get/x/list')).toEqual([1])
    expect(await applied(actions, '/paths/~1users/get/x/list')).toEqual([1, 2])
  })

  it.each([
    ['{target: $.info, update: 1}', '3:26-3:27', 'a primitive value cannot be merged into an object at `/info`'],
    ['{target: $.info, update: [1]}', '3:26-3:29', 'an array cannot be merged into an object at `/info`'],
    [
      '{target: $.info.title, update: {}}',
      '3:32-3:34',
      'an object cannot be merged into a primitive value at `/info/title`',
    ],
    ['{target: $, update: {tags: {a: 1}}}', '3:28-3:34', 'an object cannot be merged into an array at `/tags`'],
    ['{target: $, update: {tags: 1}}', '3:28-3:29', 'a primitive value cannot be merged into an array at `/tags`'],
  ])('refuses %s', async (action, place, problem) => {
    const tried = await apply([action])
    expect(tried.problems()).toEqual([`o.yaml:${place} TK1409 ${problem}`])
    expect(at(tried.sources?.root.value, '/tags')).toEqual(['one', 'two', 'three'])
  })
})

describe('remove', () => {
  it('takes members and items away', async () => {
    expect(await applied(['{target: $.info.title, remove: true}'], '/info')).toEqual({ version: '1' })
    expect(await applied(['{target: "$.tags[0, 2]", remove: true}'], '/tags')).toEqual(['two'])
    expect(
      await applied(['{target: "$..parameters[?@.in == \'query\']", remove: true}'], '/paths/~1orders/get/parameters'),
    ).toEqual([{ name: 'b', in: 'header' }])
  })

  it('takes away what lies in one another', async () => {
    const tried = await apply(['{target: "$..*", remove: true}'])
    expect(tried.sources?.root.value).toEqual({})
  })

  it('wins over update, and does nothing when it is false', async () => {
    expect(await applied(['{target: $.info.title, remove: true, update: x}'], '/info/title')).toBeUndefined()
    expect(await applied(['{target: $.info.title, remove: false, update: x}'], '/info/title')).toBe('x')
  })

  it('works on very long lists', async () => {
    const text = JSON.stringify({ list: Array.from({ length: 200_000 }, (_, index) => index) })
    expect(await applied(['{target: "$..list[0]", remove: true}'], '/list/0', text)).toBe(1)
  })

  it('makes room for what comes anew', async () => {
    const actions = ['{target: $.tags, remove: true}', '{target: $, update: {tags: {a: 1}}}']
    expect(await applied(actions, '/tags')).toEqual({ a: 1 })
  })

  it('leaves a document', async () => {
    expect((await apply(['{target: $, remove: true}'])).problems()).toEqual([
      'o.yaml:3:10-3:11 TK1414 the overlay removes the whole document',
    ])
  })
})

describe('copy', () => {
  it('merges what stands elsewhere', async () => {
    const tried = await apply(['{target: "$.paths[\'/users\'].get", copy: "$.paths[\'/orders\'].get"}'])
    expect(tried.problems()).toEqual([])
    expect(at(tried.sources?.root.value, '/paths/~1users/get/parameters/1/name')).toBe('b')
    expect(at(tried.sources?.root.value, '/paths/~1users/get/summary')).toBe('List')
    expect(origin(tried, '/paths/~1users/get/parameters/1/name')).toBe('a.yaml:10:18 a.yaml:10:12')
  })

  it('does not tie the copies together', async () => {
    const actions = [
      '{target: "$.paths[\'/users\'].get", copy: "$.paths[\'/orders\'].get"}',
      '{target: "$.paths[\'/users\'].get.parameters[0]", update: {x: 1}}',
      '{target: "$.paths[\'/orders\'].get.parameters[0]", update: {y: 2}}',
    ]
    expect(await applied(actions, '/paths/~1users/get/parameters/0')).toEqual({ name: 'a', in: 'query', x: 1 })
    expect(await applied(actions, '/paths/~1orders/get/parameters/0')).toEqual({ name: 'a', in: 'query', y: 2 })
  })

  it.each([
    ['$.nope', 0],
    ['$.tags.*', 3],
  ])('needs exactly one source, not %s', async (path, count) => {
    expect((await apply([`{target: $.info, copy: ${path}}`])).diagnostics()).toMatchObject([
      {
        code: 'TK1411',
        message: `\`${path}\` selects ${count} nodes, and \`copy\` needs exactly one`,
        span: { line: 3, column: 24 },
      },
    ])
  })

  it('is no part of 1.0', async () => {
    const overlay = 'overlay: 1.0.1\ninfo: {title: t, version: "1"}\nactions: [{target: $.info, copy: $.tags}]\n'
    expect((await open({ 'a.yaml': contract, 'o.yaml': overlay }, { overlays: ['o.yaml'] })).problems()).toEqual([
      'o.yaml:3:28-3:32 TK1412 `copy` is not part of Overlay 1.0.0',
    ])
  })

  it('cannot double the document for ever', async () => {
    const grow = Array.from(
      { length: 40 },
      (_, index) => `{target: $.info, update: {c${index}: {}}}, {target: $.info.c${index}, copy: $}`,
    )
    const [problem] = (await apply(grow)).diagnostics()
    expect(problem).toMatchObject({ code: 'TK1016', span: { file: 'o.yaml' } })
  })

  it('cannot nest the document without end', async () => {
    const nested = '{a: '.repeat(16) + '1' + '}'.repeat(16)
    const deepen = `{target: "$.paths['/orders'].get.parameters[0]", update: ${nested}}`
    const overlay = `{overlay: 1.1.0, info: {title: t, version: "1"}, actions: [${deepen}]}`
    const options = { overlays: ['o.yaml'], limits: { depth: 20 } }
    expect((await open({ 'a.yaml': contract, 'o.yaml': overlay }, options)).problems()).toEqual([
      `o.yaml:1:60-1:${60 + deepen.length} TK1015 the document is nested deeper than 20 levels`,
    ])
  })
})

describe('where things come from', () => {
  it('is the overlay for what it adds or replaces, the contract for the rest', async () => {
    const tried = await apply([
      '{target: $.info, update: {x: {y: [1]}, title: New}}',
      '{target: $.info.version, update: "2"}',
      '{target: $.tags, update: [four]}',
      '{target: $.tags, update: five}',
    ])
    expect(
      Object.fromEntries(
        [
          '/info',
          '/info/x',
          '/info/x/y/0',
          '/info/title',
          '/info/version',
          '/tags',
          '/tags/2',
          '/tags/3',
          '/tags/4',
        ].map((pointer) => [pointer, origin(tried, pointer)]),
      ),
    ).toEqual({
      '/info': 'a.yaml:2:7 a.yaml:2:1',
      '/info/x': 'o.yaml:3:30 o.yaml:3:27',
      '/info/x/y/0': 'o.yaml:3:35 o.yaml:3:35',
      '/info/title': 'o.yaml:3:47 a.yaml:2:8',
      '/info/version': 'o.yaml:4:34 a.yaml:2:23',
      '/tags': 'a.yaml:3:7 a.yaml:3:1',
      '/tags/2': 'a.yaml:3:18 a.yaml:3:18',
      '/tags/3': 'o.yaml:5:27 o.yaml:5:27',
      '/tags/4': 'o.yaml:6:26 o.yaml:6:18',
    })
  })

  it('follows the items that move up', async () => {
    const tried = await apply([
      '{target: "$..parameters[0]", remove: true}',
      '{target: "$..parameters", update: {name: d}}',
      '{target: "$..parameters[?@.name == \'c\']", update: {x: 1}}',
      '{target: "$..parameters[0]", remove: true}',
    ])
    const parameters = '/paths/~1orders/get/parameters'
    expect(at(tried.sources?.root.value, parameters)).toEqual([{ name: 'c', in: 'query', x: 1 }, { name: 'd' }])
    expect(origin(tried, `${parameters}/0/name`)).toBe('a.yaml:11:18 a.yaml:11:12')
    expect(origin(tried, `${parameters}/0/x`)).toBe('o.yaml:5:55 o.yaml:5:52')
    expect(origin(tried, `${parameters}/1/name`)).toBe('o.yaml:4:42 o.yaml:4:36')
  })

  it('is the contract again for what is removed and comes back by a copy', async () => {
    const tried = await apply([
      '{target: $.info, update: {x: 1}}',
      '{target: $.info.x, remove: true}',
      '{target: $.info, update: {y: {}}}',
      '{target: $.info.y, copy: "$.paths"}',
    ])
    expect(origin(tried, '/info/y/~1users/get')).toBe('a.yaml:13:10 a.yaml:13:5')
  })

  it('is shown at the pointer that was asked for', async () => {
    const tried = await apply(['{target: $.info, update: {x: {$ref: "#/nope"}}}'])
    tried.follow('/info/x')
    expect(tried.diagnostics()).toMatchObject([
      { code: 'TK1041', span: { file: 'o.yaml', line: 3, column: 37, pointer: '/info/x/$ref' } },
    ])
  })
})

describe('several overlays', () => {
  it('are applied in order and stand among the documents', async () => {
    const overlay = (value: string) =>
      `overlay: 1.0.0\ninfo: {title: t, version: "1"}\nextends: ../a.yaml\nactions: [{target: $.info, update: ${value}}]\n`
    const files = { 'a.yaml': contract, 'o/1.yaml': overlay('{x: {a: 1}}'), 'o/2.yaml': overlay('{x: {b: 2}}') }
    const { sources, problems } = await open(files, { overlays: ['o/1.yaml', 'o/2.yaml'] })
    expect(problems()).toEqual([])
    expect(at(sources?.root.value, '/info/x')).toEqual({ a: 1, b: 2 })
    expect(sources?.documents().map(({ id, file }) => [id, file])).toEqual([
      ['a.yaml', 'a.yaml'],
      ['overlay:o/1.yaml', 'o/1.yaml'],
      ['overlay:o/2.yaml', 'o/2.yaml'],
    ])
    expect(sources?.root.bytes.toString()).toBe(contract)
  })

  it('report those that cannot be read', async () => {
    const { problems } = await open({ 'a.yaml': contract }, { overlays: ['nope.yaml', 'https://example.com/o.yaml'] })
    expect(problems()).toEqual([
      'https://example.com/o.yaml:1:1-1:1 TK1032 `https://example.com/o.yaml` is on the network, which is not allowed',
      'nope.yaml:1:1-1:1 TK1001 there is no file `nope.yaml`',
    ])
  })
})

describe('mistakes in an overlay', () => {
  it.each([
    ['[]', ['1:1-1:3 TK1404 `document` of an overlay must be an object']],
    ['a: 1', ['1:1-1:5 TK1403 the overlay has no `overlay` here']],
    ['overlay: 2.0.0', ['1:10-1:15 TK1402 `"2.0.0"` is not a version of Overlay that is understood']],
    ['overlay: 1.0', ['1:10-1:13 TK1402 `1` is not a version of Overlay that is understood']],
    ['overlay: 1.0.0\ninfo: {title: t, version: "1"}', ['1:1-2:31 TK1403 the overlay has no `actions` here']],
    [
      'overlay: 1.0.0\ninfo: {title: t, version: "1"}\nactions: []',
      ['3:10-3:12 TK1404 `actions` of an overlay must be a list with at least one action'],
    ],
    [
      'overlay: 1.0.0\ninfo: {title: 1}\nextends: 1\nactions: [{target: $.info, update: {}}]',
      [
        '2:1-2:5 TK1403 the overlay has no `version` here',
        '2:15-2:16 TK1404 `title` of an overlay must be a string',
        '3:10-3:11 TK1404 `extends` of an overlay must be a URI reference',
      ],
    ],
    ['overlay: 1.0.0\nactions: [{target: $.info, update: {}}]', ['1:1-2:40 TK1403 the overlay has no `info` here']],
    [
      'overlay: 1.0.0\ninfo: []\nactions: [{target: $.info, update: {}}]',
      ['2:7-2:9 TK1404 `info` of an overlay must be an object'],
    ],
    [
      'overlay: 1.0.0\ninfo: {title: t, version: "1"}\naction: 1\nx-more: 1\nactions: [{target: $.info, update: {}}]',
      ['3:1-3:7 TK1405 `action` has no meaning in an overlay here'],
    ],
  ])('are reported: %j', async (overlay, problems) => {
    const tried = await open({ 'a.yaml': contract, 'o.yaml': overlay }, { overlays: ['o.yaml'] })
    expect(tried.problems()).toEqual(problems.map((problem) => `o.yaml:${problem}`))
  })

  it.each([
    ['1', ['3:1-3:2 TK1404 `actions` of an overlay must be a list of objects']],
    ['{update: {}}', ['3:1-3:13 TK1403 the overlay has no `target` here']],
    ['{target: 1, update: {}}', ['3:10-3:11 TK1404 `target` of an overlay must be a JSONPath expression']],
    ['{target: $.info, remove: yes}', ['3:26-3:29 TK1404 `remove` of an overlay must be `true` or `false`']],
    [
      '{target: $.info, update: {}, copy: $.info}',
      ['3:36-3:42 TK1404 `copy` of an overlay must be left out where `update` is given'],
    ],
    [
      '{target: $.info}',
      ['3:1-3:17 TK1413 the overlay action says neither `update` nor `copy` nor `remove`, so it has no effect'],
    ],
    [
      '{target: $.paths./orders, remove: true}',
      ["3:10-3:25 TK1406 `$.paths./orders` is not JSONPath: expected a name; write others as `['...']` at character 9"],
    ],
    ['{target: $.nope, update: {}}', ['3:10-3:16 TK1401 the overlay action has no effect: `$.nope` selects nothing']],
    [
      '{target: $.*, update: {}}',
      ['3:10-3:13 TK1410 `$.*` selects a primitive value and an object; one action changes one kind'],
    ],
  ])('are reported in an action: %s', async (action, problems) => {
    expect((await apply([action])).problems()).toEqual(problems.map((problem) => `o.yaml:${problem}`))
  })

  it('include one for another contract', async () => {
    const overlay =
      'overlay: 1.0.0\ninfo: {title: t, version: "1"}\nextends: b.yaml\nactions: [{target: $.info, update: {}}]\n'
    expect((await open({ 'a.yaml': contract, 'o.yaml': overlay }, { overlays: ['o.yaml'] })).problems()).toEqual([
      'o.yaml:3:10-3:16 TK1408 this overlay is made for `b.yaml`, not for `a.yaml`',
    ])
    const remote = overlay.replace('b.yaml', 'https://example.com/apis/orders.yaml')
    expect((await open({ 'a.yaml': contract, 'o.yaml': remote }, { overlays: ['o.yaml'] })).problems()).toEqual([])
  })

  it('include one that searches for ever', async () => {
    const tried = await open(
      {
        'a.yaml': contract,
        'o.yaml':
          'overlay: 1.0.0\ninfo: {title: t, version: "1"}\nactions: [{target: "$..[?count($..*) > 0]", remove: true}]\n',
      },
      { overlays: ['o.yaml'], limits: { querySteps: 500 } },
    )
    expect(tried.problems()).toEqual([
      'o.yaml:3:20-3:43 TK1407 `$..[?count($..*) > 0]` takes too many steps on this contract',
    ])
  })
})
