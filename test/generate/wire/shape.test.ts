import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../src/contract/model/index.js'
import { eventData } from '../../../src/generate/view/wire/event-data.js'
import { type Shape, shapeOf, shapeOfForm } from '../../../src/generate/view/wire/shape.js'
import { schemaOf } from '../support/hand-made.js'

const text = schemaOf('/text', { types: ['string'] })
const integer = schemaOf('/integer', { types: ['integer'] })
const size = schemaOf('/size', { types: ['object'], properties: new Map([['gt', integer]]) })
const loop = schemaOf('/loop', { types: ['object'], properties: new Map([['next', schemaOf('/r', { ref: 'loop' })]]) })
const schemas = new Map([
  ['text', text],
  ['size', size],
  ['loop', loop],
  ['itself', schemaOf('/itself', { ref: 'itself' })],
])
const ref = (id: string): Schema => schemaOf('/ref', { ref: id })

const shapes: readonly (readonly [what: string, given: Schema | undefined, want: Shape])[] = [
  ['nothing', undefined, { kind: 'scalar', types: ['any'] }],
  ['no type', schemaOf('/a', {}), { kind: 'scalar', types: ['any'] }],
  ['a text', text, { kind: 'scalar', types: ['string'] }],
  ['a reference', ref('text'), { kind: 'scalar', types: ['string'] }],
  ['a reference to nothing', ref('gone'), { kind: 'scalar', types: ['any'] }],
  ['a reference to itself', ref('itself'), { kind: 'scalar', types: ['any'] }],
  [
    'several types',
    schemaOf('/a', { types: ['integer', 'null', 'string'] }),
    { kind: 'scalar', types: ['integer', 'null', 'string'] },
  ],
  [
    'values',
    schemaOf('/a', { enum: [1, 'a', null, true] }),
    { kind: 'scalar', types: ['boolean', 'null', 'number', 'string'] },
  ],
  [
    'what is both',
    schemaOf('/a', { allOf: [schemaOf('/b', { types: ['number', 'string'] }), integer] }),
    { kind: 'scalar', types: ['integer'] },
  ],
  ['either', schemaOf('/a', { anyOf: [integer, ref('text')] }), { kind: 'scalar', types: ['integer', 'string'] }],
  ['either or anything', schemaOf('/a', { oneOf: [integer, schemaOf('/b', {})] }), { kind: 'scalar', types: ['any'] }],
  ['an array', schemaOf('/a', { types: ['array'], items: integer }), { kind: 'array', items: ['integer'] }],
  ['an array of anything', schemaOf('/a', { types: ['array'] }), { kind: 'array', items: ['any'] }],
  ['items without a type', schemaOf('/a', { items: text }), { kind: 'array', items: ['string'] }],
  [
    'one or many',
    schemaOf('/a', { oneOf: [text, schemaOf('/b', { types: ['array'], items: text })] }),
    { kind: 'array', items: ['string'] },
  ],
  [
    'an array of objects',
    schemaOf('/a', { types: ['array'], items: ref('size') }),
    {
      kind: 'array',
      items: [],
      of: { kind: 'object', properties: new Map([['gt', { kind: 'scalar', types: ['integer'] }]]) },
    },
  ],
  [
    'an object or a number',
    schemaOf('/a', { anyOf: [ref('size'), integer] }),
    { kind: 'object', properties: new Map([['gt', { kind: 'scalar', types: ['integer'] }]]), or: ['integer'] },
  ],
  [
    'an object in parts',
    schemaOf('/a', {
      allOf: [ref('size'), schemaOf('/b', { properties: new Map([['a', text]]), additionalProperties: integer })],
    }),
    {
      kind: 'object',
      properties: new Map([
        ['gt', { kind: 'scalar', types: ['integer'] }],
        ['a', { kind: 'scalar', types: ['string'] }],
      ]),
      rest: { kind: 'scalar', types: ['integer'] },
    },
  ],
]

describe('the shape of', () => {
  it.each(shapes)('%s', (_, given, want) => {
    expect(shapeOf(given, schemas)).toEqual(want)
  })

  it('what contains itself ends', () => {
    let depth = 0
    for (
      let at: Shape | undefined = shapeOf(ref('loop'), schemas);
      at?.kind === 'object';
      at = at.properties.get('next')
    )
      depth++
    expect(depth).toBe(9)
  })

  it('2,000 levels of combination', () => {
    let deep = text
    for (let level = 0; level < 2_000; level++) deep = schemaOf('/deep', { allOf: [deep] })
    expect(shapeOf(deep, schemas)).toEqual({ kind: 'scalar', types: ['string'] })
  })
})

describe('the shape of a form', () => {
  const file = schemaOf('/file', { types: ['string'], format: 'binary' })
  const form = schemaOf('/form', {
    types: ['object'],
    properties: new Map([
      ['file', file],
      ['files', schemaOf('/files', { types: ['array'], items: file })],
      ['size', ref('size')],
      ['sizes', schemaOf('/sizes', { types: ['array'], items: ref('size') })],
      ['note', text],
      ['raw', schemaOf('/raw', {})],
    ]),
  })
  const encoding = new Map([['raw', { contentType: 'image/png', headers: [], at: form.at }]])

  it('of several parts', () => {
    expect(shapeOfForm(form, encoding, 'multipart', schemas)).toEqual({
      kind: 'object',
      properties: new Map<string, Shape>([
        ['file', { kind: 'binary' }],
        ['files', { kind: 'array', items: [], of: { kind: 'binary' } }],
        ['size', { kind: 'json' }],
        ['sizes', { kind: 'array', items: [], of: { kind: 'json' } }],
        ['note', { kind: 'scalar', types: ['string'] }],
        ['raw', { kind: 'binary' }],
      ]),
    })
  })

  it('in one line', () => {
    const shape = shapeOfForm(form, new Map(), 'form', schemas)
    expect(shape.kind === 'object' && [...shape.properties.values()].map(({ kind }) => kind)).toEqual([
      'scalar',
      'array',
      'object',
      'array',
      'scalar',
      'scalar',
    ])
  })

  it('without a schema takes any text', () => {
    expect(shapeOfForm(undefined, new Map(), 'form', schemas)).toEqual({
      kind: 'object',
      properties: new Map(),
      rest: { kind: 'scalar', types: ['any'] },
    })
  })
})

describe('the data of events', () => {
  const event = (data: Schema): Schema =>
    schemaOf('/event', { types: ['object'], properties: new Map([['data', data]]) })

  it.each([
    ['nothing said', undefined, { kind: 'json' }],
    ['a schema of the data', ref('size'), { schema: ref('size'), kind: 'json' }],
    ['text', text, { schema: text, kind: 'text' }],
    ['an event with text', event(text), { schema: text, kind: 'text' }],
    [
      'an event with content',
      event(schemaOf('/data', { types: ['string'], contentSchema: integer })),
      { schema: integer, kind: 'json' },
    ],
    ['an event with an object', event(size), { schema: size, kind: 'json' }],
  ] as const)('%s', (_, item, want) => {
    expect(eventData(item, schemas)).toEqual(want)
  })

  it('events of several kinds', () => {
    const either = schemaOf('/either', { oneOf: [event(size), event(integer)] })
    expect(eventData(either, schemas)).toEqual({
      kind: 'json',
      schema: schemaOf('/size/anyOf', { anyOf: [size, integer] }),
    })
  })
})
