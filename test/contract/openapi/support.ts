import { loadContract } from '../../../src/contract/index.js'
import type { Contract, HttpOperation, Schema } from '../../../src/contract/model/index.js'
import { tempFolder } from '../../support/temp-folder.js'

export interface Read {
  /** Absent when there are errors. */
  readonly contract: Contract | undefined
  /** `4:7 TK1103 message`, and with the file in front where that is not the contract's own. */
  readonly problems: readonly string[]
}

/** Loads `api.yaml` of these files, or the one text. That fields are unclassified is not told. */
export async function read(given: string | Readonly<Record<string, string>>): Promise<Read> {
  const files = typeof given === 'string' ? { 'api.yaml': given } : given
  const { contract, diagnostics } = await loadContract('api.yaml', { cwd: tempFolder(files), validation: 'never' })
  const problems = diagnostics
    .filter(({ code }) => code !== 'TK1312')
    .map(({ code, message, span }) => {
      const file = span?.file === 'api.yaml' ? '' : `${span?.file}:`
      return `${file}${span?.line}:${span?.column} ${code} ${message}`
    })
  return { contract, problems }
}

/** The contract, which must have loaded without a problem. */
export async function readClean(given: string | Readonly<Record<string, string>>): Promise<Contract> {
  const { contract, problems } = await read(given)
  if (!contract || problems.length > 0) throw new Error(problems.join('\n'))
  return contract
}

/** The only operation of the contract. */
export function onlyOperation({ operations }: Contract): HttpOperation {
  const [operation] = operations
  if (operations.length !== 1 || operation?.kind !== 'http') throw new Error(`${operations.length} operations`)
  return operation
}

/** A model value without places, with maps as plain objects: what a test compares. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !('at' in value) || (key !== 'at' && key !== 'kind'))
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]))
}

/** The schema `name` of the components, plain. */
export function schemaOf(contract: Contract, name: string): unknown {
  const found = [...contract.schemas.values()].find((schema: Schema) => schema.name === name)
  if (!found) throw new Error(`no schema ${name}`)
  const rest = plain(found) as Record<string, unknown>
  delete rest['name']
  return rest
}
