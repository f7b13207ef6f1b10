import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import type { CloudEvent } from '../../../src/catalog/events/index.js'

interface EventContract {
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly name: string; readonly payload: { readonly $ref: string } }>>
    readonly schemas: Readonly<Record<string, object>>
  }
}

const contract = parse(
  readFileSync(resolve(import.meta.dirname, '../../../contracts/catalog.asyncapi.yaml'), 'utf8'),
) as EventContract

/** Types of events that the contract has messages for. */
export const contractTypes: readonly string[] = Object.values(contract.components.messages).map(({ name }) => name)

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
ajv.addSchema(closed({ components: contract.components }) as object, 'contract')

/** What the contract has to object to an event; members that it does not name are among it. */
export function objectionsTo({ data, ...context }: CloudEvent): readonly string[] {
  const message = Object.values(contract.components.messages).find(({ name }) => name === context.type)
  if (!message) return [`there is no message ${context.type}`]
  return [
    ...objections('#/components/schemas/Context', context).map((text) => `context${text}`),
    ...objections(message.payload.$ref, data).map((text) => `data${text}`),
  ]
}

function objections(pointer: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`contract${pointer}`)
  if (!validate) return [` has no schema at ${pointer}`]
  if (validate(value) === true) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

/** The same schemas, where objects have no members but those that are named. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (node === null || typeof node !== 'object') return node
  const all = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]))
  return 'properties' in all && all['type'] === 'object' ? { ...all, additionalProperties: false } : all
}
