import type { Contract, HttpOperation, Idempotency, ScopeName } from '../../contract/model/index.js'
import type { Problems } from '../../contract/problem.js'
import { planMedia } from './media.js'
import { allocateNames } from './names.js'
import { planPagination } from './pagination.js'
import { planHeaders, planParameters } from './parameters.js'
import { reservedFunctionNames } from './reserved.js'
import { responderName, statusType } from './status.js'
import type { PlannedBody, PlannedMedia, PlannedOperation, PlannedResponse } from './types.js'
import { toStyle } from './words.js'

const operationRules = {
  style: 'camel',
  kind: 'operation',
  reserved: reservedFunctionNames,
  suffix: 'Operation',
} as const

/** What a caller can call: the operations on paths, in the contract's order. Webhooks and callbacks only give types. */
export function planOperations(
  contract: Contract,
  defaultScope: ScopeName,
  problems: Problems,
): readonly PlannedOperation[] {
  const operations = contract.operations.filter(
    (operation): operation is HttpOperation => operation.kind === 'http' && operation.role === 'path',
  )
  const names = allocateNames(
    operations.map((operation) => ({
      key: operation,
      raw: operation.id,
      identity: `${operation.path} ${operation.method}`,
    })),
    operationRules,
  )
  return operations.map((operation) => {
    const camel = names.get(operation) ?? ''
    return planOperation(operation, camel, contract, defaultScope, problems)
  })
}

function planOperation(
  operation: HttpOperation,
  camel: string,
  contract: Contract,
  defaultScope: ScopeName,
  problems: Problems,
): PlannedOperation {
  const idempotency = idempotencyOf(operation)
  const scope = operation.governance.scope?.value.scope ?? defaultScope
  const parameters = planParameters(operation, idempotency, scope)
  const responses = planResponses(operation, problems)
  const body = planBody(operation, problems)
  const pagination = planPagination(operation, parameters.query, responses, contract.schemas)
  return {
    operation,
    camel,
    pascal: toStyle(camel, 'pascal'),
    scope,
    parameters,
    ...(body && { body }),
    responses,
    ...(idempotency && { idempotency: idempotency.mode === 'required' ? 'required' : 'optional' }),
    ...(pagination && { pagination }),
  }
}

/** What repeats without an effect needs no key: safe methods do not inherit one (RFC 9110, section 9.2.1). */
function idempotencyOf({ method, governance }: HttpOperation): Idempotency | undefined {
  const { value, inherited = false } = governance.idempotency ?? {}
  return value?.mode === 'off' || (inherited && safeMethods.has(method)) ? undefined : value
}

const safeMethods: ReadonlySet<string> = new Set(['get', 'head', 'options', 'trace', 'query'])

function planBody(operation: HttpOperation, problems: Problems): PlannedBody | undefined {
  const { requestBody } = operation
  if (!requestBody) return undefined
  const content = planContent(requestBody.content, problems)
  return content.length === 0 ? undefined : { required: requestBody.required, content }
}

function planResponses(operation: HttpOperation, problems: Problems): readonly PlannedResponse[] {
  const { responses } = operation
  const statuses = responses.map(({ status }) => status)
  return responses.map((response) => ({
    response,
    status: response.status,
    statusType: statusType(response.status, statuses),
    responder: responderName(response.status),
    content: planContent(response.content, problems),
    headers: planHeaders(response.headers),
  }))
}

function planContent(
  content: HttpOperation['responses'][number]['content'],
  problems: Problems,
): readonly PlannedMedia[] {
  const planned = planMedia(content)
  for (const media of planned.opaque) {
    problems.report('TK4005', { mediaType: media.mediaType }, { at: media.at, part: 'key' })
  }
  for (const { kind, encoding } of planned.content) if (kind === 'multipart') reportPartHeaders(encoding, problems)
  return planned.content
}

/** Parts are sent with the headers that RFC 7578, section 4, gives them, and read by these. */
function reportPartHeaders(encoding: PlannedMedia['encoding'], problems: Problems): void {
  for (const [part, { headers }] of encoding) {
    const [first] = headers.filter(({ name }) => name.toLowerCase() !== 'content-type')
    if (first) problems.report('TK4016', { part, header: first.name }, { at: first.at })
  }
}
