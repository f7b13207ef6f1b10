import { describe, expect, it } from 'vitest'
import { type LoadOptions, loadContract, peekContract, readRaw, sameDocuments } from '../../../src/contract/index.js'
import type { BundleText, CatalogFailure } from '../../../src/contract/source/index.js'
import { tempFolder } from '../../support/temp-folder.js'
import { openIn } from './support/open.js'

const reference = 'catalog:shop/orders@1.0.0'
const root = (ref: string) => `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths: {}
components: { schemas: { Order: { $ref: '${ref}' } } }
`
const bundle = (
  files: Readonly<Record<string, string>>,
  overlays: Readonly<Record<string, string>> = {},
): BundleText => {
  const list = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([path, text]) => ({ path, text }))
  return { documents: list(files), overlays: list(overlays) }
}
const retitled =
  'overlay: 1.0.0\ninfo: { title: O, version: 1.0.0 }\nactions: [{ target: $.info, update: { title: Overlaid } }]\n'

async function problemsOf(answer: BundleText | CatalogFailure, argument = reference): Promise<readonly string[]> {
  const asked: string[] = []
  const catalog = async (coordinates: string) => {
    asked.push(coordinates)
    return answer
  }
  const cwd = tempFolder({ 'secret.yaml': 'type: string' })
  const { diagnostics } = await loadContract(argument, { cwd, catalog, validation: 'never' })
  expect(asked.every((coordinates) => argument === `catalog:${coordinates}`)).toBe(true)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors.map(({ code, message, span }) => `${span?.file}:${span?.line}:${span?.column} ${code} ${message}`)
}

describe('a contract of a catalog', () => {
  it('is read from memory, with what it refers to', async () => {
    const files = bundle({ 'api/openapi.yaml': root('../models/order.yaml'), 'models/order.yaml': 'type: object' })
    const { contract, documents, diagnostics } = await loadContract(reference, { catalog: async () => files })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(contract?.title).toBe('Orders')
    expect(documents.map(({ id, file }) => [id, file])).toEqual([
      ['api/openapi.yaml', reference],
      ['models/order.yaml', `${reference}#models/order.yaml`],
    ])
  })

  it('has its own overlays applied before those of the caller', async () => {
    const files = bundle({ 'a.yaml': root('#/components/schemas/B') }, { 'o.yaml': retitled })
    const peeked = await peekContract(reference, { catalog: async () => files })
    expect(peeked).toMatchObject({ kind: 'contract', title: 'Overlaid' })
    const cwd = tempFolder({ 'mine.yaml': retitled.replace('Overlaid', 'Mine') })
    const mine = await peekContract(reference, { cwd, overlays: ['mine.yaml'], catalog: async () => files })
    expect(mine).toMatchObject({ title: 'Mine' })
  })

  it('is the same as its bytes elsewhere only without overlays', async () => {
    const text = root('#/components/schemas/Order')
    const cwd = tempFolder({ 'a.yaml': text })
    const { documents } = await loadContract('a.yaml', { cwd, validation: 'never' })
    const plain = { catalog: async () => bundle({ 'x.yaml': text }) }
    const overlaid = { catalog: async () => bundle({ 'x.yaml': text }, { 'o.yaml': retitled }) }
    const isSame = async (options: LoadOptions) => {
      const raw = await readRaw(reference, options)
      return raw && sameDocuments(raw, documents)
    }
    expect(await isSame(plain)).toBe(true)
    expect(await isSame(overlaid)).toBe(false)
  })

  it.each(['../secret.yaml', '../../etc/passwd', 'models/../../secret.yaml'])('keeps %s in the jail', async (ref) => {
    expect(await problemsOf(bundle({ 'a.yaml': root(ref) }))).toEqual([
      expect.stringMatching(/^catalog:shop\/orders@1\.0\.0:4:\d+ TK1044 /),
    ])
  })

  it.each([
    ['missing.yaml', 'TK1049'],
    ['/etc/passwd', 'TK1045'],
    ['file:///etc/passwd', 'TK1045'],
    ['https://example.com/a.yaml', 'TK1032'],
  ])('does not follow %s', async (ref, code) => {
    const [problem, ...others] = await problemsOf(bundle({ 'a.yaml': root(ref) }))
    expect(others).toEqual([])
    expect(problem).toContain(` ${code} `)
  })

  it.each([
    '../x.yaml',
    '/x.yaml',
    'a\\x.yaml',
    'a\0.yaml',
    './x.yaml',
    'a//x.yaml',
    'C:/x.yaml',
    'overlay:x',
    '',
    'a/',
  ])('refuses a bundle with a file named %j', async (path) => {
    const problems = await problemsOf(bundle({ 'a.yaml': root('#/x'), [path]: '{}' }))
    expect(problems).toEqual([`${reference}:1:1 TK5002 the path of file 2 of \`${reference}\` is refused`])
  })

  it('takes `__proto__` for a name like any other', async () => {
    const files: BundleText = {
      documents: [
        { path: 'a.yaml', text: root('__proto__') },
        { path: '__proto__', text: 'type: object' },
      ],
      overlays: [],
    }
    expect(await problemsOf(files)).toEqual([])
    expect((await problemsOf(bundle({ 'a.yaml': root('constructor') })))[0]).toContain('TK1049')
  })

  it.each([
    [{ kind: 'missing' } as const, `TK1036 \`${reference}\` is not in the catalog`],
    [
      { kind: 'refused', reason: 'it does not answer' } as const,
      `TK1037 \`${reference}\` cannot be read from the catalog: it does not answer`,
    ],
    [bundle({}), `TK5001 \`${reference}\` has no documents`],
    [
      {
        documents: [
          { path: 'a', text: '' },
          { path: 'a', text: '' },
        ],
        overlays: [],
      },
      `TK5003 \`${reference}\` has two files named \`a\``,
    ],
    [
      bundle(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`f${index}`, '']))),
      `TK5004 \`${reference}\` has more than 1000 documents or 50 overlays`,
    ],
    [bundle({ a: ' '.repeat(33 * 1024 * 1024) }), `TK5005 \`${reference}\` has more than 33554432 bytes`],
  ])('says why there is none: %#', async (answer, problem) => {
    expect(await problemsOf(answer)).toEqual([`${reference}:1:1 ${problem}`])
  })

  it.each([
    'catalog:shop/orders',
    'catalog:../x@1',
    'catalog:shop/orders@',
    'catalog:Shop/orders@1',
    'catalog:a/b@1\n',
  ])('refuses %j without asking', async (argument) => {
    const [problem] = await problemsOf({ kind: 'missing' }, argument)
    expect(problem).toBe(`${argument}:1:1 TK1035 \`${argument}\` does not name one version of a contract`)
  })

  it('needs a catalog', async () => {
    expect((await openIn(tempFolder(), reference)).problems()).toEqual([
      `${reference}:1:1-1:1 TK1033 \`${reference}\` names a contract of a catalog, and no catalog is configured`,
    ])
  })
})
