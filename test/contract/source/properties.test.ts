// Two independent readings of the same text must agree: ours of JSON with JSON.parse, ours of YAML with js-yaml's own
// construction. And a span must enclose exactly the text of its node: parsed alone, it gives the same value.
import fc from 'fast-check'
import { dump, load } from 'js-yaml'
import { expect, it } from 'vitest'
import { inspectJson } from '../../../src/contract/source/json/inspect-json.js'
import { defaultLimits } from '../../../src/contract/source/limits.js'
import { parseText } from '../../../src/contract/source/parse-text.js'
import { createTextFile } from '../../../src/contract/source/text-file.js'
import { child } from '../../../src/util/json-pointer.js'

const key = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    '<<',
    '0',
    '200',
    '~',
    'a/b',
    'true',
    'null',
    '- x',
    'a: b',
    '#',
  ),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(null, true, false, 'yes', '2026-01-01', '.inf', '1e3', '\n a\n', 'a: b', ' lead', '"', "'"),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))
const document = fc.oneof(fc.array(value), fc.dictionary(key, value, { noNullPrototype: true }))

function parse(file: string, text: string) {
  const source = createTextFile(file, Buffer.from(text))
  const { parsed, problems } = parseText(source, defaultLimits, defaultLimits.nodes)
  // A double may be an integer too large to be exact; that is only warned of.
  expect(problems.filter(({ code }) => code !== 'TK1011')).toEqual([])
  if (!parsed) throw new Error('refused')
  return parsed
}

/** All nodes with their pointers. */
function nodesOf(root: unknown): { pointer: string; value: unknown }[] {
  const nodes = [{ pointer: '', value: root }]
  for (const { pointer, value } of nodes) {
    if (typeof value !== 'object' || value === null) continue
    for (const name of Object.keys(value)) {
      nodes.push({ pointer: child(pointer, name), value: (value as Record<string, unknown>)[name] })
    }
  }
  return nodes
}

function slices(file: string, text: string) {
  const parsed = parse(file, text)
  const nodes = nodesOf(parsed.value)
  const spans = parsed.findSpans(nodes.map(({ pointer }) => ({ pointer, part: 'value' })))
  const lines = text.split('\n')
  return nodes.map(({ pointer, value }, index) => {
    const span = spans[index]
    const inside = lines.slice((span?.line ?? 1) - 1, span?.endLine ?? 1)
    inside.push(inside.pop()?.slice(0, (span?.endColumn ?? 1) - 1) ?? '')
    const first = ' '.repeat((span?.column ?? 1) - 1) + (inside[0]?.slice((span?.column ?? 1) - 1) ?? '')
    return { pointer, value, text: [first, ...inside.slice(1)].join('\n') }
  })
}

it('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(document, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent)
      expect(parse('a.json', text).value).toEqual(JSON.parse(text))
      expect(inspectJson(text).syntax).toBeUndefined()
    }),
  )
})

it('spans in JSON enclose their values', () => {
  fc.assert(
    fc.property(document, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      for (const node of slices('a.json', JSON.stringify(value, undefined, indent))) {
        expect(JSON.parse(node.text), node.pointer).toEqual(node.value)
      }
    }),
  )
})

it('spans in JSON are the same whatever else is asked for', () => {
  const some = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      document,
      fc.constantFrom(undefined, 1),
      fc.constantFrom('', ' \n\t'),
      some,
      (value, indent, end, picks) => {
        const parsed = parse('a.json', JSON.stringify(value, undefined, indent) + end)
        const queries = nodesOf(parsed.value).map(({ pointer }) => ({ pointer, part: 'value' as const }))
        const all = parsed.findSpans(queries)
        const chosen = picks.map((pick) => pick % queries.length)
        const few = parsed.findSpans(chosen.flatMap((index) => queries[index] ?? []))
        expect(few).toEqual(chosen.map((index) => all[index]))
      },
    ),
  )
})

const styles = fc.record({ flowLevel: fc.constantFrom(-1, 0, 2), indent: fc.constantFrom(2, 4) })

it('YAML is read as js-yaml reads it', () => {
  fc.assert(
    fc.property(document, styles, (value, style) => {
      const text = dump(value, style)
      expect(parse('a.yaml', `# one\n${text}`).value).toEqual(load(text))
    }),
  )
})

it('JSON is YAML', () => {
  fc.assert(
    fc.property(document, (value) => {
      const text = JSON.stringify(value)
      // A comment keeps it from being read as JSON. The merge key is the one thing that YAML reads otherwise.
      expect(parse('a.yaml', `# one\n${text}`).value).toEqual(JSON.parse(text))
    }),
  )
})

it('any text ends in a value or in an error with a place', () => {
  const samples = [
    'a: &a [1, "x", {b: !!str 2}]\nc: *a\nd:\n  <<: {e: 1}\n  f: |\n    text\n',
    '{"a": [1, -2.5e3, {"b": "c\\n\\u0041"}], "d": null, "a/b": {}}',
    "- ? k\n  : v\n- [x: y, {z}]\n- >-\n  folded\n- 'q'\n--- # end\n",
  ]
  const piece = fc.oneof(
    fc.constantFrom(...Array.from('[]{},:#&*!|>\'"%@`-? \n\t0'), '<<', '*a', '&a', '!!', '---', '\\u', '\u0000'),
    fc.string(),
  )
  const mutated = fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(12), piece)
    .map(([text, at, length, more]) => text.slice(0, at % text.length) + more + text.slice((at % text.length) + length))
  fc.assert(
    fc.property(mutated, fc.constantFrom('a.json', 'a.yaml', 'a'), (text, file) => {
      const source = createTextFile(file, Buffer.from(text))
      const { parsed, problems } = parseText(source, defaultLimits, defaultLimits.nodes)
      if (!parsed) expect(problems.some(({ severity, span }) => severity === 'error' && span !== undefined)).toBe(true)
      else {
        const queries = nodesOf(parsed.value).map(({ pointer }) => ({ pointer, part: 'key' as const }))
        for (const { line, endLine } of parsed.findSpans(queries)) {
          expect(line).toBeLessThanOrEqual(endLine)
        }
      }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
  )
})

it('spans in YAML enclose their values', () => {
  fc.assert(
    fc.property(document, styles, (value, style) => {
      for (const node of slices('a.yaml', `# one\n${dump(value, style)}`)) {
        // Written indentation counts from the parent, which is cut off here.
        if (/^ *[|>][-+]?[0-9]/.test(node.text)) continue
        // The line that ends a block scalar is not part of its span, so that a mark does not run into the next line.
        const text = /^ *[|>]/.test(node.text) ? `${node.text}\n` : node.text
        expect(load(text.trim() === '' ? '~' : text), node.pointer).toEqual(node.value)
      }
    }),
  )
})
