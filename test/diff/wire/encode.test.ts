import { describe, expect, it } from 'vitest'
import type { ParameterStyle } from '../../../src/contract/model/index.js'
import { encode } from '../../../src/diff/wire/index.js'
import type { WireLanguage } from '../../../src/diff/wire/types.js'

const language = (place: WireLanguage['in'], style: ParameterStyle, explode: boolean): WireLanguage => ({
  in: place,
  name: 'color',
  style,
  explode,
})
const list = ['blue', 'black']
const object = { R: 100, G: 200 }

/** OpenAPI 3.2, "Style Examples". */
describe('encode', () => {
  it.each<[WireLanguage['in'], ParameterStyle, boolean, string, string, string]>([
    ['path', 'simple', false, 'blue', 'blue,black', 'R,100,G,200'],
    ['path', 'simple', true, 'blue', 'blue,black', 'R=100,G=200'],
    ['path', 'label', false, '.blue', '.blue,black', '.R,100,G,200'],
    ['path', 'label', true, '.blue', '.blue.black', '.R=100.G=200'],
    ['path', 'matrix', false, ';color=blue', ';color=blue,black', ';color=R,100,G,200'],
    ['path', 'matrix', true, ';color=blue', ';color=blue;color=black', ';R=100;G=200'],
    ['query', 'form', false, 'color=blue', 'color=blue,black', 'color=R,100,G,200'],
    ['query', 'form', true, 'color=blue', 'color=blue&color=black', 'R=100&G=200'],
    ['query', 'spaceDelimited', false, 'color=blue', 'color=blue%20black', 'color=R%20100%20G%20200'],
    ['query', 'pipeDelimited', false, 'color=blue', 'color=blue%7Cblack', 'color=R%7C100%7CG%7C200'],
    ['query', 'deepObject', true, 'color=blue', 'color[]=blue&color[]=black', 'color[R]=100&color[G]=200'],
    ['header', 'simple', false, 'blue', 'blue,black', 'R,100,G,200'],
    ['header', 'simple', true, 'blue', 'blue,black', 'R=100,G=200'],
    ['cookie', 'form', true, 'color=blue', 'color=blue&color=black', 'R=100&G=200'],
  ])('writes %s %s, explode %s', (place, style, explode, scalar, items, members) => {
    const as = language(place, style, explode)
    expect([encode(as, 'blue'), encode(as, list), encode(as, object)]).toEqual([scalar, items, members])
  })

  it('sends nothing for empty lists and objects', () => {
    expect(encode(language('query', 'form', true), [])).toBe('')
    expect(encode(language('query', 'form', false), {})).toBe('')
  })

  it('escapes what has a meaning in URLs, and what is no text', () => {
    expect(encode(language('query', 'form', true), "a&b=c d/é'\ud800")).toBe('color=a%26b%3Dc%20d%2F%C3%A9%27%EF%BF%BD')
    expect(encode({ ...language('query', 'form', true), allowReserved: true }, 'a/b&c')).toBe('color=a/b%26c')
    expect(encode(language('path', 'simple', false), '../a')).toBe('..%2Fa')
  })

  it('writes what is nested deeper as JSON, in brackets down to a depth', () => {
    expect(encode(language('query', 'form', true), [{ a: 1 }])).toBe('color=%7B%22a%22%3A1%7D')
    expect(encode(language('query', 'deepObject', true), { a: { b: [1] } })).toBe('color[a][b][]=1')
  })
})
