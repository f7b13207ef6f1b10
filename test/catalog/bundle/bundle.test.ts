import { describe, expect, it } from 'vitest'
import { bundleContract, checkBundle, digestOf, openBundle } from '../../../src/catalog/bundle/index.js'
import { loadContract } from '../../../src/contract/index.js'
import { tempFolder } from '../../support/temp-folder.js'
import { bundleOf, shop } from '../support/shop.js'

const root = `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths: {}
components: { schemas: { Order: { $ref: '../../models/order.yaml' } } }
`
const overlay =
  'overlay: 1.0.0\ninfo: { title: O, version: 1.0.0 }\nactions: [{ target: $.info, update: { title: Overlaid } }]\n'
const coordinates = { namespace: 'shop', name: 'orders', version: '1.0.0' }

describe('bundleContract', () => {
  it('names documents from the folder they have in common, the root first, overlays apart', async () => {
    const cwd = tempFolder({
      'deep/api/v1/openapi.yaml': root,
      'deep/models/order.yaml': 'type: object',
      'x/o.yaml': overlay,
      'y/o.yaml': overlay.replace('Overlaid', 'Twice'),
    })
    const overlays = ['x/o.yaml', 'y/o.yaml']
    const loaded = await loadContract('deep/api/v1/openapi.yaml', { cwd, root: '.', overlays, validation: 'never' })
    const { bundle, diagnostics } = bundleContract(loaded)
    expect(diagnostics).toEqual([])
    expect(bundle?.documents.map(({ path }) => path)).toEqual(['api/v1/openapi.yaml', 'models/order.yaml'])
    expect(bundle?.overlays.map(({ path }) => path)).toEqual(['o.yaml', '2-o.yaml'])
    const { contract } = await openBundle(coordinates, bundle ?? bundleOf())
    expect(contract?.title).toBe('Twice')
  })

  it('gives standard input a name', async () => {
    const loaded = await loadContract('-', { stdin: () => shop(), validation: 'never' })
    expect(bundleContract(loaded).bundle?.documents.map(({ path }) => path)).toEqual(['contract.yaml'])
  })

  it('makes the same bundle of a bundle again', async () => {
    const bundle = { documents: [{ path: 'api/a.yaml', text: shop() }], overlays: [{ path: 'o.yaml', text: overlay }] }
    const again = bundleContract(await openBundle(coordinates, bundle))
    expect(again.bundle).toEqual({ ...bundle, documents: [{ path: 'a.yaml', text: shop() }] })
  })

  it('refuses what is on the network', () => {
    const document = { format: 'yaml', sha256: '', bytes: Buffer.of(), mayIdentify: false, value: null } as const
    const id = 'https://example.com/a.yaml'
    const { bundle, diagnostics } = bundleContract({ documents: [{ ...document, id, file: id }] })
    expect(bundle).toBeUndefined()
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'TK5006 `https://example.com/a.yaml` is on the network and cannot be published',
    ])
  })
})

describe('digestOf', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((path) => ({ path, text: path })) as [never, never, never]
  it('is SHA-256 of canonical JSON', () => {
    // printf '{"documents":[{"path":"a","sha256":"'$(printf a | sha256sum | cut -c-64)'"}],"overlays":[]}' | sha256sum
    expect(digestOf({ documents: [a], overlays: [] })).toBe(
      'sha256:35f24ded465e2f04d93914f7681fe3cfb53c37eb5bfe7648c03ded65a1b7ca13',
    )
  })

  it('does not see the order of documents, but which is first, and the order of overlays', () => {
    const digest = digestOf({ documents: [a, b, c], overlays: [a, b] })
    expect(digestOf({ documents: [a, c, b], overlays: [a, b] })).toBe(digest)
    expect(digestOf({ documents: [b, a, c], overlays: [a, b] })).not.toBe(digest)
    expect(digestOf({ documents: [a, b, c], overlays: [b, a] })).not.toBe(digest)
    expect(digestOf({ documents: [a, b, c, a], overlays: [b] })).not.toBe(digest)
  })
})

it('bounds what is sent', () => {
  const limits = { bytes: 3, documents: 2, overlays: 1 }
  const codes = (...texts: readonly string[]) => checkBundle(bundleOf(...texts), 'x', limits).map(({ code }) => code)
  expect([codes(), codes('ab'), codes('ab', 'ä'), codes('', '', '')]).toEqual([['TK5001'], [], ['TK5005'], ['TK5004']])
})
