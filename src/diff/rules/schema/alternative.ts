import type { Schema } from '../../../contract/model/index.js'
import { constantOf } from '../../schema/constant-of.js'

/** An alternative by its name, by its type or its tag where that tells enough, or by its position. */
export function alternative(
  name: string,
  schema: Pick<Schema, 'types' | 'required' | 'properties' | 'allOf'> = {},
): string {
  if (!/^\d+$/.test(name)) return `\`${name}\``
  const { types = [] } = schema
  const [type] = types
  if (types.length === 1 && type && type !== 'object') return type
  const tag = constantOf(schema)
  const isShort = typeof tag?.value === 'string' && tag.value.length <= 80
  return tag && isShort ? `an object with \`${tag.name}\` \`${tag.value}\`` : `alternative ${name}`
}
