import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GovernedServer } from '../../src/runtime/src/index.js'
import { generated } from './support/generated.js'
import { type Kind, parameterContract, type Variant, variants } from './support/parameter-contract.js'
import { serve } from './support/serve.js'

/**
 * Every style in every place, exploded or not, for every kind of value, over real HTTP: the handler gets the very value that
 * the client was given. What a style cannot carry at all is kept out of the values here; that it is refused before anything
 * is sent is shown at the end.
 */
const folder = await generated('parameters', parameterContract)
const { createStylesServer } = (await import(/* @vite-ignore */ join(folder, 'server.js'))) as ServerModule
const { createStylesClient } = (await import(/* @vite-ignore */ join(folder, 'client.js'))) as ClientModule

let seen: Record<string, { readonly value?: unknown } | undefined> = {}
const handlers = Object.fromEntries(
  variants.map(({ id }) => [
    id,
    (request: typeof seen) => {
      seen = request
      return { status: 204 }
    },
  ]),
)
const { url } = await serve(createStylesServer({ handlers }))
const client = createStylesClient({ baseUrl: url })

describe.each(variants.map((variant) => [variant.id, variant] as const))('%s', (id, variant) => {
  const group = groupOf(variant)

  it('arrives as it was sent', async () => {
    await fc.assert(
      fc.asyncProperty(valueOf(variant), async (value) => {
        seen = {}
        await client[id]?.({ [group]: { value } })
        expect(seen[group]).toEqual({ value })
      }),
      { numRuns: 15, examples: examplesOf(variant) },
    )
  })
})

describe('what a style cannot carry is refused before it is sent', () => {
  it.each([
    ['pathSimpleWholeText', ''],
    ['pathSimpleWholeText', '..'],
    ['pathSimpleWholeTexts', []],
    ['querySpaceDelimitedWholeTexts', ['a b']],
    ['queryPipeDelimitedWholeTexts', ['a|b']],
    ['queryDeepObjectExplodedMap', { 'a]': 'b' }],
    ['headerSimpleWholeTexts', ['a,b']],
    ['headerSimpleWholeText', '世界'],
    ['headerSimpleWholeText', 'a\r\nb'],
    ['cookieCookieWholeText', 'a;b'],
    ['queryFormWholeNumber', Number.NaN],
    ['queryFormWholeText', '\ud800'],
  ])('%s %j', async (id, value) => {
    const variant = variants.find((each) => each.id === id)
    seen = {}
    const call = client[id]?.({ [groupOf(variant!)]: { value } })
    await expect(call).rejects.toMatchObject({ name: 'RequestError', code: expect.stringMatching(/^TK71/) as string })
    expect(seen).toEqual({})
  })
})

it.each(['a/b', 'a\\b', 'a\tb'])(
  'the path parameter %j, which could be taken for several segments, is refused',
  async (value) => {
    seen = {}
    await expect(client['pathSimpleWholeText']?.({ path: { value } })).rejects.toMatchObject({ status: 400 })
    expect(seen).toEqual({})
  },
)

interface ServerModule {
  createStylesServer(options: { readonly handlers: object }): GovernedServer
}
interface ClientModule {
  createStylesClient(options: { readonly baseUrl: string }): Record<string, (input: object) => Promise<unknown>>
}

function groupOf({ place }: Variant): string {
  return { path: 'path', query: 'query', querystring: 'query', header: 'headers', cookie: 'cookies' }[place]
}

const reserved = Array.from('%,;=&+.|/?#:@!$\'"()*[]{}<>\\^`~ \tü世👋')
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...reserved), fc.string({ minLength: 1, maxLength: 1 })),
  maxLength: 12,
})

/** Texts that the style has a way to write. */
function textOf({ place, style, kind }: Variant): fc.Arbitrary<string> {
  const isWhole = kind === 'text'
  switch (true) {
    case style === 'content' || style === 'json':
      // A header is one line of Latin 1.
      return place === 'header' ? anyText.map((text) => text.replace(/[^ -~]/gu, '')) : anyText
    case place === 'header': {
      const visible = anyText.map((text) => text.replace(/[^ -~\u00a1-\u00ff]/gu, '').trim())
      return visible.map((text) => (isWhole ? text : text.replace(/[,=]/g, '')).trim() || 'x')
    }
    case place === 'cookie' && style === 'cookie':
      return anyText.map((text) => text.replace(/[^!#-+\--:<-[\]-~]/gu, '').replace(/[,=]/g, '') || 'x')
    case place === 'path':
      // A segment of dots leads elsewhere; what looks like several segments is refused by the server.
      return anyText.map((text) => text.replace(/[/\\\t]/g, '')).map((text) => (/^\.*$/.test(text) ? `${text}x` : text))
    case style === 'spaceDelimited':
      return anyText.map((text) => text.replaceAll(' ', ''))
    case style === 'pipeDelimited':
      return anyText.map((text) => text.replaceAll('|', ''))
    case style === 'reserved':
      // Triplets are left as they are (RFC 6570, section 3.2.3).
      return anyText.map((text) => text.replaceAll('%', ''))
    default:
      return anyText
  }
}

function valueOf(variant: Variant): fc.Arbitrary<unknown> {
  const text = textOf(variant)
  const name = nameOf(variant)
  const integer = fc.maxSafeInteger().map((value) => value + 0)
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
  const arbitraries: Record<Kind, fc.Arbitrary<unknown>> = {
    text,
    integer,
    number,
    flag: fc.boolean(),
    texts: fc.array(text, { minLength: 1, maxLength: 4 }),
    integers: fc.array(integer, { minLength: 1, maxLength: 4 }),
    object: someOf({ name: text, size: integer, on: fc.boolean() }),
    map: fc.dictionary(name, text, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
    deep: someOf({
      names: fc.array(text, { minLength: 1, maxLength: 3 }),
      below: fc.record({ size: number }, { noNullPrototype: true }),
      rows: fc.array(fc.record({ id: integer }, { noNullPrototype: true }), { minLength: 1, maxLength: 3 }),
    }),
  }
  return arbitraries[variant.kind]
}

/** At least one of the properties. */
function someOf(properties: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  return fc
    .record(properties, { requiredKeys: [], noNullPrototype: true })
    .filter((value) => Object.keys(value).length > 0)
}

/** Names are texts, too; brackets have a meaning in deep objects. */
function nameOf(variant: Variant): fc.Arbitrary<string> {
  const name = textOf({ ...variant, kind: 'map' })
  return variant.style === 'deepObject' ? name.map((text) => text.replace(/[[\]]/g, '')) : name
}

/** Empty texts and lists of one, wherever the style can carry them. */
function examplesOf({ place, style, kind }: Variant): [unknown][] {
  const carriesNothing = place !== 'header' && (place !== 'path' || style === 'matrix')
  if (kind === 'text') return [['a'], ...(carriesNothing ? ([['']] as [unknown][]) : [])]
  if (kind === 'texts')
    return [[['a']], [['a', 'b']], ...(carriesNothing ? ([[['']], [['', 'b', '']]] as [unknown][]) : [])]
  if (kind === 'integers') return [[[0]], [[-1, 2]]]
  if (kind === 'object') return [[{ name: 'a' }], [{ name: 'true', size: 0, on: false }]]
  return []
}
