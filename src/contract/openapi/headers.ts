import { readPartAnnotations } from '../annotation/index.js'
import type { Header } from '../model/index.js'
import { readContent, readSchema } from './media-types.js'
import { below, checkFields, entriesOf, flagOf, type Node, once, present, type Reading, textOf } from './reading.js'
import { type Target, target } from './reference.js'

/** Headers of a response or of a part of a multipart body. */
export function readHeaders(reading: Reading, node: Node): readonly Header[] {
  return entriesOf(reading, node, 'headers').flatMap(({ key, value, at }) => {
    if (key.toLowerCase() === 'content-type') {
      reading.tally.count('TK1121', { name: key }, { at, part: 'key' })
      return []
    }
    const found = target(reading, key, value, at)
    return found ? [{ ...once(reading, 'header', found, () => readHeader(reading, found)), name: key }] : []
  })
}

function readHeader(reading: Reading, node: Target): Header {
  checkFields(reading, node, 'header')
  const content = readContent(reading, node)
  if (content.length > 1) reading.problems.report('TK1120', { object: 'header' }, { at: below(node.at, 'content') })
  return present({
    kind: 'header' as const,
    name: '',
    required: flagOf(reading, node, 'required') ?? false,
    description: node.description ?? textOf(reading, node, 'description'),
    deprecated: flagOf(reading, node, 'deprecated') ?? false,
    explode: flagOf(reading, node, 'explode') ?? false,
    schema: readSchema(reading, node, 'schema'),
    content: content[0],
    ...readPartAnnotations(node.value, node.at, reading.problems),
    at: node.at,
  })
}
