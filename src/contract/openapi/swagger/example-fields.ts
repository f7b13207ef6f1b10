import { isArray, type JsonValue, own } from '../../../util/own.js'
import type { Node } from '../reading.js'

/** OpenAPI 2.0 has no examples of parameters; these extensions are what its tools agreed on. */
export function readExampleFields({ value }: Node): readonly JsonValue[] {
  return ['x-example', 'x-examples'].flatMap((field) => {
    const found = own(value, field)
    return found === undefined ? [] : isArray(found) ? found : [found]
  })
}
