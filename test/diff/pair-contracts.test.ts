import { describe, expect, it } from 'vitest'
import { type ContractTraits, pairContracts } from '../../src/diff/pair-contracts.js'

/** `orders.yaml id=7 title=Orders version=1.4.0 sha=a has=/orders,/items protocol=asyncapi` */
function contract(text: string): ContractTraits {
  const [path = '', ...traits] = text.split(' ')
  const given = new Map(traits.map((trait) => trait.split('=') as [string, string]))
  const apiId = given.get('id')
  return {
    path,
    protocol: given.get('protocol') ?? 'openapi',
    ...(apiId !== undefined && { apiId }),
    title: given.get('title') ?? '',
    version: given.get('version') ?? '1.0.0',
    landmarks: new Set(given.get('has')?.split(',')),
    sha256: given.get('sha') ?? `bytes of ${text} ${path}`,
  }
}

function pairsOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const { kept, added, removed } = pairContracts(before.map(contract), after.map(contract))
  return [
    ...kept.map((pair) => `${pair.before.path} > ${pair.after.path}`),
    ...added.map(({ path }) => `+ ${path}`),
    ...removed.map(({ path }) => `- ${path}`),
  ]
}

describe('pairContracts', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['nothing', [], [], []],
    ['by path', ['a.yaml', 'x/b.yaml'], ['a.yaml', 'x/b.yaml'], ['a.yaml > a.yaml', 'x/b.yaml > x/b.yaml']],
    ['added and removed', ['a.yaml'], ['b.yaml'], ['+ b.yaml', '- a.yaml']],
    ['by id before path', ['a.yaml id=1', 'b.yaml'], ['b.yaml id=1'], ['a.yaml > b.yaml', '- b.yaml']],
    ['an id that is new', ['a.yaml'], ['a.yaml id=1'], ['a.yaml > a.yaml']],
    ['by path before title', ['a.yaml title=T', 'b.yaml title=U'], ['a.yaml title=U'], ['a.yaml > a.yaml', '- b.yaml']],
    ['by title', ['a.yaml title=T'], ['v2/b.yaml title=T version=2.0.0'], ['a.yaml > v2/b.yaml']],
    [
      'one id in two protocols',
      ['a.yaml id=1', 'b.yaml id=1 protocol=asyncapi'],
      ['a.yaml id=1 protocol=asyncapi'],
      ['b.yaml > a.yaml', '- a.yaml'],
    ],
    ['another protocol at the same path', ['a.yaml'], ['a.yaml protocol=asyncapi'], ['+ a.yaml', '- a.yaml']],
    [
      'two versions side by side',
      ['orders.v1.yaml id=1 version=1.4.0', 'orders.yaml id=1 version=2.0.0'],
      ['orders.v1.yaml id=1 version=1.5.0', 'orders.yaml id=1 version=2.1.0'],
      ['orders.v1.yaml > orders.v1.yaml', 'orders.yaml > orders.yaml'],
    ],
    [
      'the old version moved aside unchanged, the new one in its place',
      ['orders.yaml id=1 version=1.4.0 sha=a'],
      ['orders.v1.yaml id=1 version=1.4.0 sha=a', 'orders.yaml id=1 version=2.0.0'],
      ['orders.yaml > orders.v1.yaml', '+ orders.yaml'],
    ],
    [
      'all moved into folders: by major version',
      ['one.yaml id=1 version=1.4.0', 'two.yaml id=1 version=2.0.0'],
      ['v2/a.yaml id=1 version=2.1.0', 'v1/a.yaml id=1 version=1.4.1'],
      ['two.yaml > v2/a.yaml', 'one.yaml > v1/a.yaml'],
    ],
    [
      'by content',
      ['a.yaml has=/orders,/items,/carts', 'b.yaml has=/users,/roles'],
      ['x.yaml has=/users,/roles,/grants', 'y.yaml has=/orders,/items,/carts,/coupons', 'z.yaml has=/orders,/health'],
      ['b.yaml > x.yaml', 'a.yaml > y.yaml', '+ z.yaml'],
    ],
    [
      'too little in common',
      ['a.yaml has=/orders,/items,/carts'],
      ['b.yaml has=/orders,/health'],
      ['+ b.yaml', '- a.yaml'],
    ],
    ['the same bytes elsewhere', ['a.yaml sha=a'], ['b.yaml sha=a'], ['a.yaml > b.yaml']],
  ])('%s', (_, before, after, expected) => {
    expect(pairsOf(before, after)).toEqual(expected)
  })

  it('pairs every contract of a folder with itself', () => {
    const folder = ['a.yaml id=1', 'b.yaml id=1', 'c.yaml title=T', 'd.yaml title=T', 'e.yaml has=/x']
    expect(pairsOf(folder, folder)).toEqual(folder.map((text) => `${text.split(' ')[0]} > ${text.split(' ')[0]}`))
  })
})
