// What has been noted while a document was measured only saves looking again: places are the same without any note, and
// lines and columns those of the text. Documents are written with any white space and are large enough to be noted.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytePositions } from '../../../src/contract/source/json/byte-positions.js'
import type { JsonLayout } from '../../../src/contract/source/json/layout.js'
import { locateJson } from '../../../src/contract/source/json/locate-json.js'
import { measureJson } from '../../../src/contract/source/json/measure-json.js'
import { textPositions } from '../../../src/contract/source/positions.js'
import { createWanted, want } from '../../../src/contract/source/wanted.js'
import { child } from '../../../src/util/json-pointer.js'

const text = fc.oneof(
  fc.constantFrom('', '}', ']{[', '"', '\\', '\\"', '\n', 'ä', '€', '😀', 'x'.repeat(400), '"}'.repeat(300)),
  fc.string({ unit: 'binary' }),
)
/** V8 12.8 and later reads escaped keys wrongly once it knows a key with a backslash (nodejs/node#63785). */
const isSound = (): boolean => {
  JSON.parse('{"h":[],"\\\\":0}')
  return Object.keys(JSON.parse('{"h":1,"\\"":2}') as object).includes('"')
}
const key = isSound() ? text : text.filter((one) => JSON.stringify(one) === `"${one}"`)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'large' },
    fc.constantFrom(null, true, -1.5e3, [], {}, [[]], { a: {} }),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))
const gaps = fc.array(fc.constantFrom('', '', ' ', '\n', '\r\n', '\t', '\n      '), { minLength: 1, maxLength: 20 })

/** JSON of a value with the gaps, in turn, wherever white space may stand. */
function write(value: unknown, gaps: readonly string[]): string {
  let next = 0
  const gap = () => gaps[next++ % gaps.length]
  const list = (open: string, items: readonly (() => string)[], close: string) =>
    items.length === 0 ? `${open}${gap()}${close}` : `${open}${items.map((item) => item()).join(',')}${close}`
  const node = (value: unknown): string => `${gap()}${bare(value)}${gap()}`
  const bare = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    if (Array.isArray(value)) {
      return list(
        '[',
        value.map((item: unknown) => () => node(item)),
        ']',
      )
    }
    const members = Object.entries(value)
    return list(
      '{',
      members.map(
        ([key, member]) =>
          () =>
            `${gap()}${JSON.stringify(key)}${gap()}:${node(member)}`,
      ),
      '}',
    )
  }
  return node(value)
}

function pointersOf(value: unknown, pointer = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  const members = Object.entries(value)
  return [pointer, ...members.flatMap(([key, member]) => pointersOf(member, child(pointer, key)))]
}

function placesOf(bytes: Buffer, layout: JsonLayout, pointers: readonly string[]) {
  const root = createWanted()
  const wanted = pointers.map((pointer) => want(root, pointer))
  locateJson(bytes, layout, root)
  return wanted.map(({ place }) => place)
}

it('notes change no place', () => {
  fc.assert(
    fc.property(value, gaps, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (value, gaps, picks) => {
      const bytes = Buffer.from(write(value, gaps))
      expect(JSON.parse(bytes.toString())).toEqual(value)
      const all = pointersOf(value)
      const { layout } = measureJson(bytes, { depth: 100, nodes: 1_000_000 })
      const nothing = { ...layout, starts: new Int32Array(), ends: new Int32Array() }
      for (const pointers of [all, picks.map((pick) => all[pick % all.length] ?? '')]) {
        expect(placesOf(bytes, layout, pointers)).toEqual(placesOf(bytes, nothing, pointers))
      }
    }),
    { numRuns: 500 },
  )
})

it('containers of some size are noted, wherever they stand', () => {
  fc.assert(
    fc.property(value, gaps, (value, gaps) => {
      const bytes = Buffer.from(write(value, gaps))
      const { starts, ends } = measureJson(bytes, { depth: 100, nodes: 1_000_000 }).layout
      const noted = [...starts].map((start, index) => [start, ends[index]] as const)
      const places = placesOf(bytes, { starts, ends, lines: new Int32Array(1) }, pointersOf(value))
      const large = places.flatMap((place) =>
        place && '{['.includes(String.fromCharCode(bytes[place.start] ?? 0)) && place.end - place.start > 512
          ? [[place.start, place.end] as const]
          : [],
      )
      // The document's own place is that of its text, which is the same but for white space.
      expect(noted).toEqual([...large].sort(([before], [after]) => before - after))
    }),
    { numRuns: 500 },
  )
})

it('lines and columns are those of the text', () => {
  fc.assert(
    fc.property(value, gaps, (value, gaps) => {
      const text = write(value, gaps)
      const bytes = Buffer.from(text)
      const inBytes = bytePositions(bytes, measureJson(bytes, { depth: 100, nodes: 1_000_000 }).layout.lines)
      const inText = textPositions(() => text)
      let units = 0
      let offset = 0
      for (const character of text) {
        expect(inBytes(offset)).toEqual(inText(units))
        units += character.length
        offset += Buffer.byteLength(character)
      }
      expect(inBytes(offset)).toEqual(inText(units))
    }),
    { numRuns: 200 },
  )
})

it('columns are those of the text in a line of any length, and found at once', () => {
  const words = ['a', 'ä', '€', '😀', 'x'.repeat(1_000), '"']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 20, maxLength: 60 }), (picked) => {
      const text = JSON.stringify(picked)
      const bytes = Buffer.from(text)
      const inBytes = bytePositions(bytes, new Int32Array(1))
      let units = 0
      let offset = 0
      for (const character of text) {
        if (inBytes(offset).column !== units + 1) expect([offset, inBytes(offset).column]).toEqual([offset, units + 1])
        units += character.length
        offset += Buffer.byteLength(character)
      }
      expect(inBytes(offset)).toEqual({ line: 1, column: units + 1 })
    }),
  )
  const long = Buffer.from(`["${'ä'.repeat(8_000_000)}"]`)
  const inLong = bytePositions(long, new Int32Array(1))
  for (let count = 0; count < 20_000; count++) expect(inLong(long.length - 1).column).toBe(8_000_004)
})
