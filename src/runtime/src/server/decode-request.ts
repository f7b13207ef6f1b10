import { createIssues, type Issue, within } from '../codec/index.js'
import { type DecodedParameters, decodeParameters, own } from '../wire/index.js'
import { BodyGuard } from './body-guard.js'
import type { RoutedCall } from './call.js'
import type { Negotiated } from './content.js'
import { type DecodedBody, decodeBody } from './decode-body.js'
import type { Ready } from './ready.js'
import { isRefusal, type Refusal, refuse } from './refusal.js'
import { parameterGroups, wireIssues } from './wire-issues.js'

/** Everything that a request brings, decoded and judged. */
export interface DecodedRequest {
  readonly parameters: DecodedParameters
  readonly body: DecodedBody | undefined
  readonly guard: BodyGuard
}

/** 400 for what cannot be read, 422 for what the contract does not describe. */
export function decodeRequest(call: RoutedCall, negotiated: Negotiated): Ready<DecodedRequest | Refusal> {
  const parameters = decodeParameters(call.operation.parameters, {
    path: call.pathParameters,
    query: call.query,
    header: call.headers.all,
  })
  if (parameters.issues.length > 0) return refuse('TK7214', { issues: wireIssues(parameters.issues) })
  const issues = parameterIssues(call, parameters)
  const guard = new BodyGuard(call)
  const { body: declared } = call.operation.operation
  const { body } = call.request
  const hasBody = negotiated.body !== undefined && body !== undefined
  if (!hasBody && declared?.required) return bodyMissing()
  if (issues.length > 0) return refuse('TK7215', { issues })
  if (!hasBody) return { parameters, body: undefined, guard }
  const { media, contentType } = negotiated.body
  return decodeBody(call, { body, media, contentType }, guard, (decoded): DecodedRequest | Refusal => {
    if (decoded === undefined && declared?.required) return bodyMissing()
    return isRefusal(decoded) ? decoded : { parameters, body: decoded, guard }
  })
}

function bodyMissing(): Refusal {
  return refuse('TK7214', { issues: [{ path: '/body', keyword: 'required', expected: 'a body' }] })
}

const none: readonly Issue[] = []

function parameterIssues(call: RoutedCall, decoded: DecodedParameters): readonly Issue[] {
  if (call.operation.parameters.length === 0) return none
  const issues = createIssues()
  for (const parameter of call.operation.parameters) {
    const group = parameterGroups[parameter.in]
    const value = own(decoded[group], parameter.property ?? parameter.name)
    if (value === undefined) continue
    parameter.codec.check(value, within(within(undefined, group), parameter.name), issues)
    if (issues.full) break
  }
  return issues.list
}
