import { tokensOf } from '../../util/json-pointer.js'

/** The names of the properties on the way of a pointer through schemas: `/properties/lines/items/properties/sku`. */
export function propertiesIn(pointer: string): readonly string[] {
  const names: string[] = []
  const tokens = tokensOf(pointer)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? ''
    if (!named.has(token)) continue
    // What follows is a name, or a position: it could read like a keyword itself.
    const name = tokens[++index]
    if (token === 'properties' && name !== undefined) names.push(name)
  }
  return names
}

const named = new Set(['properties', 'patternProperties', 'dependentSchemas', 'allOf', 'anyOf', 'oneOf', 'prefixItems'])
