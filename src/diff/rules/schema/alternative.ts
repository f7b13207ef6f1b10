import type { Schema } from '../../../contract/model/index.js'

/** An alternative by its name, or by its type where that tells enough, or by its position. */
export function alternative(name: string, { types = [] }: Pick<Schema, 'types'> = {}): string {
  if (!/^\d+$/.test(name)) return `\`${name}\``
  const [type] = types
  return types.length === 1 && type && type !== 'object' ? type : `alternative ${name}`
}
