import { describe, expect, it } from 'vitest'
import { createProblems } from '../../../src/contract/problem.js'
import { openSources } from '../../../src/contract/source/index.js'
import type { Network, NetworkRequest, NetworkResponse } from '../../../src/contract/source/remote/fetch-document.js'
import { isPublicAddress } from '../../../src/contract/source/remote/public-address.js'
import { tempFolder } from '../../support/temp-folder.js'
import { openIn } from './support/open.js'

describe('public addresses', () => {
  it.each([
    ...['1.1.1.1', '8.8.8.8', '93.184.216.34', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.1'],
    ...['192.0.1.1', '198.17.255.255', '198.20.0.1', '223.255.255.255', '2606:4700::1111', '2a00:1450:4001::1'],
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '10.0.0.1',
      '10.255.255.255',
      '100.64.0.1',
      '100.127.255.255',
      '127.0.0.1',
      '127.255.0.1',
    ],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.170', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
    ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.7', '224.0.0.1', '239.255.255.255', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1'],
    ...['64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1'],
    ...['ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '4000::1', '5f00::1'],
    ...['', 'localhost', '1', '0x7f.1', '127.1', '8.8.8.8 ', '08.8.8.8', '[::1]'],
  ])('%j is none', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

interface World {
  /** Answers by URL. */
  readonly pages?: Readonly<Record<string, string | Partial<NetworkResponse>>>
  /** Addresses by host; public ones otherwise. */
  readonly hosts?: Readonly<Record<string, readonly string[]>>
}

/** A network that notes what it is asked for. */
function createWorld({ pages = {}, hosts = {} }: World) {
  const asked: string[] = []
  const network: Network = {
    async lookup(host) {
      asked.push(`lookup ${host}`)
      return hosts[host] ?? ['93.184.216.34']
    },
    async get({ url, address, maxBytes }: NetworkRequest): Promise<NetworkResponse> {
      asked.push(`get ${url.href} at ${address}`)
      const page = pages[url.href] ?? { status: 404 }
      if (typeof page !== 'string') return { status: 200, ...page }
      const body = Buffer.from(page)
      return body.length > maxBytes ? { status: 200 } : { status: 200, body }
    },
  }
  return { asked, network }
}

async function openRemote(world: World, url = 'https://example.com/a.yaml', limits = {}) {
  const { asked, network } = createWorld(world)
  const tried = await openIn(tempFolder(), url, { allowRemote: true, network, limits })
  return { ...tried, asked }
}

describe('remote contracts', () => {
  it('are read from the address that was checked', async () => {
    const { sources, asked } = await openRemote({ pages: { 'https://example.com/a.yaml': 'a: 1\n' } })
    expect(sources?.root).toMatchObject({ id: 'https://example.com/a.yaml', format: 'yaml', value: { a: 1 } })
    expect(asked).toEqual(['lookup example.com', 'get https://example.com/a.yaml at 93.184.216.34'])
  })

  it.each([
    ['http://example.com/a.yaml', 'TK1052', []],
    ['https://user:secret@example.com/a.yaml', 'TK1053', []],
    ['https://127.0.0.1/a', 'TK1050', []],
    ['https://2130706433/a', 'TK1050', []],
    ['https://0x7f.1/a', 'TK1050', []],
    ['https://[::ffff:127.0.0.1]/a', 'TK1050', []],
    ['https://169.254.169.254/latest/meta-data', 'TK1050', []],
    ['https://private.example/a', 'TK1050', ['lookup private.example']],
    ['https://mixed.example/a', 'TK1050', ['lookup mixed.example']],
    ['https://nowhere.example/a', 'TK1051', ['lookup nowhere.example']],
  ])('are refused at %s without being asked for', async (url, code, asked) => {
    const hosts = { 'private.example': ['10.0.0.1'], 'mixed.example': ['8.8.8.8', '::1'], 'nowhere.example': [] }
    const tried = await openRemote({ hosts }, url)
    expect(tried.sources).toBeUndefined()
    expect(tried.diagnostics()).toMatchObject([{ code }])
    expect(tried.diagnostics()[0]?.message).not.toContain('secret')
    expect(tried.asked).toEqual(asked)
  })

  it('are followed through redirects, each checked again', async () => {
    const pages = {
      'https://example.com/a.yaml': { status: 302, location: 'https://other.example/b/c.yaml' },
      'https://other.example/b/c.yaml': { status: 307, location: '../d.yaml' },
      'https://other.example/d.yaml': 'x: {$ref: e.yaml}\n',
    }
    const { sources, asked } = await openRemote({ pages })
    expect(sources?.root.id).toBe('https://example.com/a.yaml')
    expect(asked).toEqual([
      'lookup example.com',
      'get https://example.com/a.yaml at 93.184.216.34',
      'lookup other.example',
      'get https://other.example/b/c.yaml at 93.184.216.34',
      'lookup other.example',
      'get https://other.example/d.yaml at 93.184.216.34',
    ])
    sources?.resolve('e.yaml', { document: sources.root.id, pointer: '/x' })
    expect(sources?.pending()).toEqual(['https://other.example/e.yaml'])
  })

  it.each([
    ['http://example.com/b', 'TK1052'],
    ['https://localhost/b', 'TK1050'],
    ['//10.0.0.1/b', 'TK1050'],
    ['https://u:p@example.com/b', 'TK1053'],
    ['https://[', 'TK1051'],
    ['file:///etc/passwd', 'TK1052'],
  ])('are not followed to %s', async (location, code) => {
    const pages = { 'https://example.com/a.yaml': { status: 301, location } }
    const tried = await openRemote({ pages, hosts: { localhost: ['127.0.0.1'] } })
    expect(tried.diagnostics()).toMatchObject([{ code }])
    expect(tried.asked.filter((line) => line.startsWith('get'))).toHaveLength(1)
  })

  it('are not followed for ever', async () => {
    const pages = { 'https://example.com/a.yaml': { status: 308, location: '/a.yaml' } }
    const tried = await openRemote({ pages })
    expect(tried.problems()).toEqual([
      'https://example.com/a.yaml:1:1-1:1 TK1051 `https://example.com/a.yaml` cannot be fetched: it redirects more than 5 times',
    ])
    expect(tried.asked.filter((line) => line.startsWith('get'))).toHaveLength(6)
  })

  it.each([
    [{ status: 404 }, 'the server answers with status 404'],
    [{ status: 302 }, 'the server answers with status 302'],
    [{ status: 200 }, 'it is larger than 1000 bytes'],
    [{ status: 200, body: Buffer.alloc(1_001) }, 'it is larger than 1000 bytes'],
  ])('are refused when the server answers %j', async (page, reason) => {
    const tried = await openRemote({ pages: { 'https://example.com/a.yaml': page } }, undefined, {
      documentBytes: 1_000,
    })
    expect(tried.diagnostics()).toMatchObject([
      { code: 'TK1051', message: `\`https://example.com/a.yaml\` cannot be fetched: ${reason}` },
    ])
  })

  it('are given up when nobody answers in time, or the network fails', async () => {
    const never = new Promise<never>(() => {})
    const silent: Network = { lookup: () => never, get: () => never }
    const limits = { fetchTime: 1 }
    const tried = await openIn(tempFolder(), 'https://example.com/a', { allowRemote: true, network: silent, limits })
    expect(tried.diagnostics()[0]?.message).toMatch(/no answer within 1 milliseconds$/)
    const broken: Network = {
      lookup: () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })),
      get: () => never,
    }
    const failed = await openIn(tempFolder(), 'https://example.com/a', { allowRemote: true, network: broken })
    expect(failed.diagnostics()[0]?.message).toMatch(/cannot be fetched: ENOTFOUND$/)
  })
})

describe('remote overlays', () => {
  it('say which contract they are for', async () => {
    const overlay = (target: string) =>
      `overlay: 1.0.0\ninfo: {title: t, version: "1"}\nextends: ${target}\nactions: [{target: $, update: {b: 2}}]\n`
    const { network } = createWorld({
      pages: {
        'https://example.com/a.yaml': 'a: 1\n',
        'https://example.com/o/right.yaml': overlay('../a.yaml'),
        'https://example.com/o/wrong.yaml': overlay('https://example.com/c.yaml'),
      },
    })
    const overlays = ['https://example.com/o/right.yaml', 'https://example.com/o/wrong.yaml']
    const tried = await openIn(tempFolder(), 'https://example.com/a.yaml', { allowRemote: true, network, overlays })
    expect(tried.sources?.root.value).toEqual({ a: 1, b: 2 })
    expect(tried.problems()).toEqual([
      'https://example.com/o/wrong.yaml:3:10-3:36 TK1408 this overlay is made for `https://example.com/c.yaml`, not for `https://example.com/a.yaml`',
    ])
  })
})

describe('references to remote documents', () => {
  it('wait for them, and what was reported before is dropped', async () => {
    const { asked, network } = createWorld({
      pages: {
        'https://example.com/b.yaml': 'y: {$ref: c.json#/z}\nlocal: {$ref: file:///etc/passwd}\n',
        'https://example.com/c.json': '{"z": 9007199254740993}',
      },
    })
    const text = 'x: {$ref: https://example.com/b.yaml#/y}\nn: 9007199254740993\nd: {$ref: "#/nope"}\n'
    const cwd = tempFolder({ 'a.yaml': text })
    const problems = createProblems()
    const sources = await openSources('a.yaml', { cwd, allowRemote: true, network }, problems)
    if (!sources) throw new Error('refused')
    const read = () => {
      sources.resolve('#/nope', { document: 'a.yaml', pointer: '/d' })
      sources.resolve('file:///etc/passwd', { document: 'https://example.com/b.yaml', pointer: '/local' })
      return sources.resolve('https://example.com/b.yaml#/y', { document: 'a.yaml', pointer: '/x' })
    }
    const passes: unknown[] = [read(), sources.pending()]
    for (let pass = 0; sources.pending().length > 0 && pass < 5; pass++) {
      await sources.fetchPending()
      passes.push(read(), sources.pending())
    }
    expect(passes).toEqual([
      undefined,
      ['https://example.com/b.yaml'],
      undefined,
      ['https://example.com/c.json'],
      { value: 9007199254740992, at: { document: 'https://example.com/c.json', pointer: '/z' } },
      [],
    ])
    expect(asked.filter((line) => line.startsWith('get'))).toHaveLength(2)
    expect(problems.resolve(sources).map(({ code, span }) => [code, span?.file, span?.line])).toEqual([
      ['TK1011', 'a.yaml', 2],
      ['TK1041', 'a.yaml', 3],
      ['TK1045', 'https://example.com/b.yaml', 2],
      ['TK1011', 'https://example.com/c.json', 1],
    ])
  })

  it('say at the reference why a document cannot be fetched', async () => {
    const { network } = createWorld({ hosts: { 'evil.example': ['169.254.169.254'] } })
    const tried = await openIn(tempFolder({ 'a.yaml': 'x: {$ref: https://evil.example/m}\n' }), 'a.yaml', {
      allowRemote: true,
      network,
    })
    expect(tried.follow('/x')).toBeUndefined()
    expect(tried.problems()).toEqual([])
    await tried.sources?.fetchPending()
    expect(tried.follow('/x')).toBeUndefined()
    expect(tried.problems()).toEqual([
      'a.yaml:1:11-1:33 TK1050 `https://evil.example/m` leads to 169.254.169.254, which is no public address',
    ])
  })
})
