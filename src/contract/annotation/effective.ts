import type { Annotated, Classification, Contract, Operation, Schema, Sensitivity } from '../model/index.js'
import { highest } from './category.js'
import { requestSchemas, responseSchemas } from './contract-schemas.js'
import { createReach, type Reach } from './reach.js'
import { type ResolvedClasses, resolveClasses } from './resolved-classes.js'

/** The classes that hold in a contract, after defaults have gone down and everything within reach has been joined. */
export interface EffectiveClassification {
  /** What holds for one schema in its place; undefined: nobody has classified it. */
  readonly of: (schema: Schema) => Classification | undefined
  /** What is within reach of one schema. */
  readonly reach: (schema: Schema) => Reach
  /** By operation id. Headers, parameters and bodies together. For channels: the messages, and those of the reply. */
  readonly operations: ReadonlyMap<string, OperationClasses>
  readonly resolved: ResolvedClasses
}

export interface OperationClasses {
  /** Without `readOnly` properties, as the response is without `writeOnly` ones. */
  readonly request: Reach
  readonly response: Reach
}

/** By the schemas: copies of a contract that differ in scopes only have them in common. */
const known = new WeakMap<Contract['schemas'], EffectiveClassification>()

/** The effective classification of a whole contract; computed once for each, and for operations when first asked. */
export function effectiveClassification(contract: Contract): EffectiveClassification {
  const computed = known.get(contract.schemas) ?? compute(contract)
  known.set(contract.schemas, computed)
  return computed
}

function compute(contract: Contract): EffectiveClassification {
  const resolved = resolveClasses(contract)
  const reach = createReach(resolved, contract.schemas)
  let operations: ReadonlyMap<string, OperationClasses> | undefined
  return {
    of: resolved.of,
    reach: (schema) => reach([schema]),
    get operations() {
      operations ??= operationClasses(contract, resolved)
      return operations
    },
    resolved,
  }
}

function operationClasses(contract: Contract, resolved: ResolvedClasses): ReadonlyMap<string, OperationClasses> {
  const input = createReach(resolved, contract.schemas, 'input')
  const output = createReach(resolved, contract.schemas, 'output')
  return new Map(contract.operations.map((operation) => [operation.id, classesOf(operation, input, output)]))
}

type ReachOf = (roots: readonly Schema[]) => Reach

function classesOf(operation: Operation, input: ReachOf, output: ReachOf): OperationClasses {
  return {
    request: withDeclared(input(requestSchemas(operation)), requestClasses(operation), operation),
    response: withDeclared(output(responseSchemas(operation)), responseClasses(operation), operation),
  }
}

/** What an operation and its parts say of themselves; the operation's word is the default of what is unclassified. */
function withDeclared(found: Reach, declared: readonly Annotated<Classification>[], operation: Operation): Reach {
  const own = operation.governance.classification
  const fallback = own && (own.inherited !== true || found.unclassified) ? own.value.sensitivity : undefined
  const said = declared.map(({ value }) => value.sensitivity)
  const sensitivity = highest(found.sensitivity, fallback, ...said)
  const unclassified = found.unclassified && own?.value.sensitivity === undefined && highest(...said) === undefined
  return { categories: found.categories, unclassified, ...(sensitivity !== undefined && { sensitivity }) }
}

function requestClasses(operation: Operation): readonly Annotated<Classification>[] {
  if (operation.kind === 'channel') return operation.messages.flatMap(({ classification }) => classification ?? [])
  const { parameters, requestBody } = operation
  return [...parameters, ...(requestBody ? [requestBody, ...requestBody.content] : [])].flatMap(
    ({ classification }) => classification ?? [],
  )
}

function responseClasses(operation: Operation): readonly Annotated<Classification>[] {
  if (operation.kind === 'channel')
    return operation.reply?.messages.flatMap((message) => message.classification ?? []) ?? []
  return operation.responses
    .flatMap((response) => [response, ...response.headers, ...response.content])
    .flatMap(({ classification }) => classification ?? [])
}

/** The highest sensitivity that an operation carries in either direction. */
export function sensitivityOf({ request, response }: OperationClasses): Sensitivity | undefined {
  return highest(request.sensitivity, response.sensitivity)
}
