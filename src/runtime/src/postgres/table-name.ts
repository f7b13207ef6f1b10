import { ConfigurationError } from '../error/index.js'

export interface TableName {
  /** Quoted, with its schema when one was given. */
  readonly qualified: string
  /** Without quotes and schema: other names are made from it. */
  readonly bare: string
}

/** @param name `orders`, or `sales.orders`. @throws ConfigurationError for a name that would need thought. */
export function tableName(name: string): TableName {
  const [first = '', second] = name.split('.', 2)
  const qualified = name.split('.').map(identifier).join('.')
  if (name.split('.').length > 2) throw new ConfigurationError('a table has one schema')
  return { qualified, bare: second ?? first }
}

/** Quoted. @throws ConfigurationError when it has capitals, spaces or quotes, or more than 40 characters. */
export function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,39}$/.test(name)) {
    throw new ConfigurationError('names in the database are lower-case letters, digits and underscores, 40 at most')
  }
  return `"${name}"`
}
