import { strLit } from '../../render/escape.js'
import type { CodeText } from '../../render/text.js'
import { arrayLiteral, type Entry, objectLiteral } from './literal.js'
import type { Shape } from './shape.js'

/** The literal of a shape; undefined for a text, which is the default. */
export function shapeUnlessText(shape: Shape): CodeText | undefined {
  const isText = shape.kind === 'scalar' && shape.types.length === 1 && shape.types[0] === 'string'
  return isText ? undefined : shapeLiteral(shape)
}

export function shapeLiteral(shape: Shape): CodeText {
  const entries: Entry[] = [['kind', strLit(shape.kind)]]
  if (shape.kind === 'scalar') entries.push(['types', textList(shape.types)])
  if (shape.kind === 'array') entries.push(['items', textList(shape.items)], ['of', shape.of && shapeLiteral(shape.of)])
  if (shape.kind === 'object') {
    entries.push(
      ['properties', objectLiteral([...shape.properties].map(([name, of]): Entry => [name, shapeLiteral(of)]))],
      ['rest', shape.rest && shapeLiteral(shape.rest)],
      ['or', shape.or && textList(shape.or)],
    )
  }
  return objectLiteral(entries)
}

function textList(texts: readonly string[]): CodeText {
  return arrayLiteral(texts.map(strLit))
}
