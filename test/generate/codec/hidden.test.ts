import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ephemeralKeys, type TenantKeys } from '../../../src/runtime/src/index.js'
import {
  type Clearance,
  createMaskKeys,
  createView,
  type Sensitivity,
  type Sink,
} from '../../../src/runtime/src/masking/index.js'
import { seededRandom } from '../../../src/runtime/src/testing/index.js'
import { compileCodecs, issuesOf } from './support/compile-codecs.js'

/**
 * Every classified value of a random payload is unlike any other, in letters that nothing else is made of; whoever is not
 * cleared must not find four of them in a row, in whatever sink. The classes are worked out here by the rules of
 * inheritance as they are written down, not by the code that the generator follows.
 */
const seeds = (process.env['CODEC_SEEDS'] ?? '1,2,3').split(',').map(Number)
const order: readonly Sensitivity[] = ['public', 'internal', 'confidential', 'restricted']

type Json = Readonly<Record<string, unknown>>

/** A schema that is still to be made, and what it says of itself. */
type Node = {
  readonly kind: 'text' | 'number' | 'object' | 'array' | 'map' | 'union' | 'ref'
  readonly says: Sensitivity | undefined
  /** Says why it may be less than what contains it; without that it is never less. */
  readonly lowers: boolean
  readonly strategy: string
  readonly parts: readonly Node[]
}

const said = fc.option(fc.constantFrom(...order), { nil: undefined, freq: 2 })
const strategy = fc.constantFrom('full', 'partial', 'regex', 'hash', 'tokenize', 'encrypt', 'remove')

const node: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => {
  const of = (kind: Node['kind'], parts: fc.Arbitrary<readonly Node[]>): fc.Arbitrary<Node> =>
    fc.record({ kind: fc.constant(kind), says: said, lowers: fc.boolean(), strategy, parts })
  const none = fc.constant<readonly Node[]>([])
  const one = fc.tuple(tie('node'))
  const some = fc.array(tie('node'), { minLength: 1, maxLength: 4 })
  return {
    node: fc.oneof(
      { depthSize: 'small' },
      { weight: 4, arbitrary: of('text', none) },
      { weight: 2, arbitrary: of('number', none) },
      { weight: 4, arbitrary: of('object', some) },
      { weight: 2, arbitrary: of('array', one) },
      { weight: 2, arbitrary: of('map', one) },
      { weight: 2, arbitrary: of('union', some) },
      {
        weight: 1,
        arbitrary: fc.constant<Node>({ kind: 'ref', says: undefined, lowers: false, strategy: 'full', parts: [] }),
      },
    ),
  }
}).node

const root: fc.Arbitrary<Node> = fc.record({
  kind: fc.constant('object'),
  says: said,
  lowers: fc.constant(false),
  strategy,
  parts: fc.array(node, { minLength: 2, maxLength: 5 }),
})

/** The same without words that the contract would not bear: less than the container's, and no reason. */
function settled(given: Node, inherited?: Sensitivity): Node {
  const { says, lowers } = given
  const isLess = says !== undefined && inherited !== undefined && order.indexOf(says) < order.indexOf(inherited)
  const own = isLess && !lowers ? inherited : says
  return { ...given, says: own, parts: given.parts.map((part) => settled(part, own ?? inherited)) }
}

function schemaOf({ kind, says, lowers, strategy, parts }: Node): Json {
  const masking = strategy === 'regex' ? { strategy, pattern: '.' } : { strategy }
  const own =
    says === undefined
      ? {}
      : { 'x-data-classification': { sensitivity: says, masking, ...(lowers && { override: { reason: 'a test' } }) } }
  const [first] = parts
  const item = first ? schemaOf(first) : {}
  switch (kind) {
    case 'text':
      return { type: 'string', ...own }
    case 'number':
      return { type: 'integer', ...own }
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(parts.map((part, at) => [`p${at}`, schemaOf(part)])),
        ...own,
      }
    case 'array':
      return { type: 'array', items: item, ...own }
    case 'map':
      return { type: 'object', additionalProperties: item, ...own }
    case 'union':
      return { oneOf: parts.map((part, at) => branch(part, at)), ...own }
    case 'ref':
      return { $ref: '#/components/schemas/Shared' }
  }
}

function branch(part: Node, at: number): Json {
  return {
    type: 'object',
    required: [`u${at}`],
    properties: { [`u${at}`]: schemaOf(part) },
    additionalProperties: false,
  }
}

/** What the reference leads to: it speaks for one of its values. */
const shared: Node = {
  kind: 'object',
  says: undefined,
  lowers: false,
  strategy: 'full',
  parts: [
    { kind: 'text', says: undefined, lowers: false, strategy: 'full', parts: [] },
    { kind: 'text', says: 'confidential', lowers: false, strategy: 'full', parts: [] },
  ],
}

interface Canary {
  readonly text: string
  readonly level: Sensitivity | undefined
  readonly strategy: string
}

interface Held {
  readonly level: Sensitivity
  /** Of what stands beyond a reference: a default that its own word replaces. */
  readonly weak: boolean
}

function createPayloads(random: (below: number) => number) {
  // So many letters that no four of them come twice by chance.
  const word = (): string => Array.from({ length: 16 }, () => String.fromCodePoint(0x4e00 + random(8192))).join('')
  const canaries: Canary[] = []
  const note = (text: string, held: Held | undefined, strategy: string): string => {
    canaries.push({ text, level: held?.level, strategy })
    return text
  }

  const valueOf = (given: Node, inherited: Held | undefined, strategies: string): unknown => {
    const { says, parts } = given
    const held: Held | undefined = says === undefined ? inherited : { level: says, weak: false }
    const strategy = says === undefined ? strategies : given.strategy
    const [first] = parts
    switch (given.kind) {
      case 'text':
        return note(word(), held, strategy)
      case 'number':
        return Number(note(`${1 + random(9)}${String(random(1e9)).padStart(9, '0')}`, held, strategy))
      case 'object':
        return Object.fromEntries(parts.map((part, at) => [`p${at}`, valueOf(part, held, strategy)]))
      case 'array':
        return Array.from({ length: random(3) }, () => first && valueOf(first, held, strategy))
      case 'map':
        return Object.fromEntries(
          Array.from({ length: random(3) }, () => [
            note(word(), held, 'full'),
            first && valueOf(first, held, strategy),
          ]),
        )
      case 'union': {
        const at = random(parts.length)
        const part = parts[at]
        return { [`u${at}`]: part && valueOf(part, held, strategy) }
      }
      case 'ref':
        return valueOf(shared, held && { ...held, weak: true }, strategy)
    }
  }
  return {
    make(given: Node): { readonly value: unknown; readonly canaries: readonly Canary[] } {
      canaries.length = 0
      const value = valueOf(given, undefined, 'full')
      return { value, canaries: [...canaries] }
    },
  }
}

const clearances: readonly Clearance[] = order.map((max) => ({ max, reveal: [] }))
const sinks: readonly Sink[] = ['response', 'log', 'trace', 'metric', 'audit', 'event', 'error', 'idempotency-store']
const keys = createMaskKeys({ keys: ephemeralKeys().keysOf('acme') as TenantKeys, tenant: 'acme' })

/** Pieces of a hidden value; a partial mask may show four characters, and digits come in ciphertexts and other numbers. */
function pieces({ text, strategy }: Canary): readonly string[] {
  const length = /^\d/.test(text) ? 7 : strategy === 'partial' ? 5 : 4
  return Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length))
}

describe.each(seeds)('random schemas, seed %i', (seed) => {
  const nodes = fc.sample(root, { seed, numRuns: 40 }).map((one) => settled(one))
  const named = Object.fromEntries(nodes.map((one, index) => [`S${index}`, schemaOf(one)]))
  const policy = { 'x-data-policy': { default: { max: 'public' }, clearances: { all: { max: 'restricted' } } } }
  const compiled = compileCodecs({ ...named, Shared: schemaOf(shared) }, { root: policy })
  const bytes = seededRandom(String(seed))
  const random = (below: number): number => Buffer.from(bytes.bytes(4)).readUInt32LE() % below
  const payloads = createPayloads(random)

  it('T66 T68 T74 no four characters of a hidden value get into any sink, and what is shown is there', async () => {
    const { output } = await compiled
    let hidden = 0
    let shown = 0
    for (const [index, given] of nodes.entries()) {
      const codec = output.get(`S${index}`)
      if (!codec) throw new Error('no codec')
      for (let round = 0; round < 3; round++) {
        const { value, canaries } = payloads.make(given)
        expect(issuesOf(codec, value)).toEqual([])
        for (const sink of sinks) {
          for (const clearance of clearances) {
            for (const maskKeys of [keys, undefined]) {
              const view = createView({ tenant: 'acme', clearance, sink, keys: maskKeys })
              const text = codec.write(value, view)
              const limit = sink === 'response' || clearance.max === 'public' ? clearance.max : 'internal'
              for (const canary of canaries) {
                const isHidden = canary.level !== undefined && order.indexOf(canary.level) > order.indexOf(limit)
                if (isHidden) {
                  hidden++
                  const leaked = pieces(canary).filter((piece) => text.includes(piece))
                  expect({ schema: named[`S${index}`], value, sink, clearance, text, leaked }).toMatchObject({
                    leaked: [],
                  })
                } else if (text.includes(canary.text)) shown++
              }
              if (limit === 'restricted') {
                expect(canaries.filter((canary) => !text.includes(canary.text))).toEqual([])
              }
            }
          }
        }
      }
    }
    expect(hidden).toBeGreaterThan(1000)
    expect(shown).toBeGreaterThan(1000)
  }, 30_000)

  it('T73 T74 what is refused is named without its value, and without names that the caller chose', async () => {
    const { input } = await compiled
    let refused = 0
    for (const [index, given] of nodes.entries()) {
      const codec = input.get(`S${index}`)
      const { value, canaries } = payloads.make(given)
      for (const broken of [[value], { p0: value, p1: value, u0: value }, JSON.stringify(value), spoiled(value)]) {
        const issues = codec ? issuesOf(codec, broken) : []
        refused += issues.length
        const text = JSON.stringify(issues)
        expect(canaries.flatMap(pieces).filter((piece) => text.includes(piece))).toEqual([])
      }
    }
    expect(refused).toBeGreaterThan(50)
  })
})

/** Each scalar in a list of its own: of no declared type any more, at the same place. */
function spoiled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoiled)
  if (typeof value !== 'object' || value === null) return [value]
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spoiled(part)]))
}
