import { describe, expect, it } from 'vitest'
import { echoesIn } from '../../../src/runtime/src/server/echoes.js'
import { codecOf, compileCodecs, issuesOf } from './support/compile-codecs.js'

const mask = (strategy: string, more: object = {}): object => ({
  'x-data-classification': { sensitivity: 'confidential', masking: { strategy, ...more } },
})
const person = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    email: { type: 'string', 'x-data-classification': { category: 'contact.email', masking: 'partial' } },
    card: { type: 'string', 'x-data-classification': { category: 'payment-card', masking: 'partial' } },
    account: { type: 'string', ...mask('tokenize') },
    notes: { type: 'array', items: { type: 'string', ...mask('full') } },
    labels: { type: 'object', additionalProperties: { type: 'string', ...mask('full', { replacement: 'hidden' }) } },
    friend: { $ref: '#/components/schemas/It' },
    contact: {
      oneOf: [
        { type: 'object', required: ['street'], properties: { street: { type: 'string', ...mask('full') } } },
        { type: 'object', required: ['phone'], properties: { phone: { type: 'string' } } },
      ],
    },
    secret: { type: 'string', writeOnly: true, ...mask('full') },
    age: { type: ['integer', 'null'], ...mask('full') },
    file: {},
  },
}
const { input, output } = await codecOf(person)
const fields = (value: unknown): readonly string[] => {
  expect(issuesOf(input, value)).toEqual([])
  return echoesIn(input, value).map(({ expected }) => expected)
}
const of = (...names: readonly string[]): readonly string[] => names.map((name) => `the value of ${name}, not its mask`)

describe('T78 a mask that is written back', () => {
  it.each<[string, object, readonly string[]]>([
    ['as a property', { email: 'j****@example.com', card: '****1111' }, ['It.email', 'It.card']],
    ['among items', { notes: ['a', '****'] }, ['It.notes[]']],
    ['in a map', { labels: { a: 'b', c: 'hidden' } }, ['It.labels.*']],
    ['deeper down', { friend: { friend: { card: '****1111' } } }, ['It.card']],
    ['in an alternative', { contact: { street: '****' } }, ['It.contact.street']],
    ['a token, of whatever tenant', { account: `tok_k1.${'a'.repeat(32)}` }, ['It.account']],
    ['beside a file', { file: new Blob(['x']), card: '****1111' }, ['It.card']],
  ])('%s', (_name, value, places) => {
    expect(fields(value)).toEqual(of(...places))
  })

  it.each<[string, object]>([
    ['what the field itself never turns into', { name: '****', email: '****1111', card: 'j****@example.com' }],
    ['real values', { email: 'jane@example.com', card: '4111111111111111', notes: ['four stars ****'] }],
    ['the alternative without a class', { contact: { phone: '****' } }],
    ['null and absence: they may be meant', { age: null }],
    ['what is only ever written: nobody has seen its mask', { secret: '****' }],
  ])('but not %s', (_name, value) => {
    expect(fields(value)).toEqual([])
  })

  it('where what only goes out is missing, as it may be, also in alternatives', async () => {
    const branch = (name: string) => ({
      type: 'object',
      required: ['id', name],
      properties: { id: { type: 'string', readOnly: true }, [name]: { type: 'string', ...mask('full') } },
    })
    const { input: codec } = await codecOf({ oneOf: [branch('a'), branch('b')] })
    expect(issuesOf(codec, { b: '****' })).toEqual([])
    expect(echoesIn(codec, { b: '****' }).map(({ expected }) => expected)).toEqual(of('It.b'))
    expect(echoesIn(codec, { b: 'text' })).toEqual([])
    const both = await codecOf(branch('a'))
    expect(echoesIn(both.input, { id: '****', a: '****' }).map(({ expected }) => expected)).toEqual(of('It.a'))
  })

  it('names the place of the contract, not the value, and stops after ten', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `p${index}`)
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string', ...mask('full') }]))
    const many = await codecOf({ type: 'object', properties })
    const found = echoesIn(many.input, Object.fromEntries(names.map((name) => [name, '****'])))
    expect(found).toHaveLength(10)
    expect(found[0]).toEqual({ path: '/body', keyword: 'masked', expected: 'the value of It.p0, not its mask' })
  })

  it('costs nothing where nothing is hidden, and only what comes in is asked', async () => {
    const plain = await codecOf({ type: 'object', properties: { a: { type: 'string' } } })
    expect([plain.input.echo, output.echo, plain.output.echo]).toEqual([undefined, undefined, undefined])
  })

  it('a class that a container or the place of the body brings counts, too', async () => {
    const { input: all } = await compileCodecs({
      It: { type: 'object', 'x-data-classification': 'confidential', properties: { a: { type: 'string' } } },
    })
    const codec = all.get('It')
    expect(codec && echoesIn(codec, { a: '****' })).toHaveLength(1)
  })
})
