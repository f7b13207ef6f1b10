import { isLeftOut } from '../../../contract/annotation/index.js'
import { partsOf } from '../../../contract/annotation/resolved-classes.js'
import type { Contract, Operation, Schema } from '../../../contract/model/index.js'

/** Something in an operation that names the tenant. */
export interface NamedTenant {
  /** `query parameter `tenant``, `` `tenantId` ``. */
  readonly where: string
  /** Whether it comes in with a call. */
  readonly isAsked: boolean
}

const known = new WeakMap<Operation, readonly NamedTenant[]>()

/** What names the tenant in an operation: parameters, headers, messages and members of bodies. Looked for once. */
export function tenantKeysOf(operation: Operation, contract: Contract): readonly NamedTenant[] {
  const keys = known.get(operation) ?? findKeys(operation, contract)
  known.set(operation, keys)
  return keys
}

function findKeys(operation: Operation, contract: Contract): readonly NamedTenant[] {
  if (operation.kind === 'channel') return ofChannelOperation(operation, contract)
  const asked = operation.role === 'path'
  const body = operation.requestBody?.content.flatMap(({ schema, itemSchema }) => [schema, itemSchema])
  const answers = operation.responses.flatMap(({ content }) =>
    content.flatMap(({ schema, itemSchema }) => [schema, itemSchema]),
  )
  return [
    ...operation.parameters
      .filter(({ tenantKey, schema }) => tenantKey ?? schema?.tenantKey)
      .map(({ in: place, name }) => ({ where: parameterName(place, name), isAsked: asked })),
    ...memberKeys(body ?? [], contract, 'input').map((where) => ({ where, isAsked: asked })),
    ...operation.responses
      .flatMap(({ headers }) => headers)
      .filter(({ tenantKey, schema }) => tenantKey ?? schema?.tenantKey)
      .map(({ name }) => ({ where: headerName(name), isAsked: !asked })),
    ...memberKeys(answers, contract, 'output').map((where) => ({ where, isAsked: !asked })),
  ]
}

export function parameterName(place: string, name: string): string {
  return `${place} parameter \`${name}\``
}

export function headerName(name: string): string {
  return `header \`${name}\``
}

export function channelParameterName(name: string): string {
  return `parameter \`${name}\` of the address`
}

export function messageName(name: string): string {
  return `message \`${name}\``
}

function ofChannelOperation(operation: Operation & { readonly kind: 'channel' }, contract: Contract) {
  const isAsked = operation.action === 'receive'
  const channel = contract.channels.find(({ key }) => key === operation.channel)
  const { messages } = operation
  return [
    ...(channel?.parameters ?? []).filter(({ tenantKey }) => tenantKey).map(({ name }) => channelParameterName(name)),
    ...messages.filter(({ tenantKey }) => tenantKey).map(({ name }) => messageName(name)),
    ...memberKeys(
      messages.flatMap(({ payload, headers }) => [payload, headers]),
      contract,
      isAsked ? 'input' : 'output',
    ),
  ].map((where) => ({ where, isAsked }))
}

/** Schemas looked at for one operation: only to say where a key went, so the rest of a giant is left out. */
const most = 10_000

function memberKeys(
  roots: readonly (Schema | undefined)[],
  { schemas }: Contract,
  direction: 'input' | 'output',
): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<Schema>()
  const pending = roots.flatMap((schema) => schema ?? []).reverse()
  for (let next = pending.pop(); next && seen.size < most; next = pending.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const target = next.ref === undefined ? undefined : schemas.get(next.ref)
    if (target) pending.push(target)
    for (const [name, property] of next.properties ?? []) {
      if (isLeftOut(property, direction, schemas)) seen.add(property)
      else if (isKey(property, schemas)) found.add(`\`${name}\``)
    }
    for (const part of partsOf(next).toReversed()) pending.push(part)
  }
  return [...found]
}

/** Whether a member names the tenant, by itself or by what it refers to. */
export function isKey(schema: Schema, schemas: Contract['schemas']): boolean {
  if (schema.tenantKey) return true
  return schema.ref !== undefined && schemas.get(schema.ref)?.tenantKey !== undefined
}
