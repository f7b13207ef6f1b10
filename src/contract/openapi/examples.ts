import { isArray, type JsonValue, own } from '../../util/own.js'
import { checkFields, entriesOf, type Node, type Reading } from './reading.js'
import { target } from './reference.js'

/** Values of `example` and `examples`. What looks like a reference inside a value is data. */
export function readExamples(reading: Reading, node: Node): readonly JsonValue[] {
  const single = own(node.value, 'example')
  const values: JsonValue[] = single === undefined ? [] : [single]
  const several = own(node.value, 'examples')
  // A list is what JSON Schema has; the values are clear.
  if (isArray(several)) return [...values, ...several]
  for (const { key, value, at } of entriesOf(reading, node, 'examples')) {
    const example = target(reading, key, value, at)
    if (!example) continue
    checkFields(reading, example, 'example')
    const found = own(example.value, 'value') ?? own(example.value, 'dataValue')
    if (found !== undefined) values.push(found)
  }
  return values
}
