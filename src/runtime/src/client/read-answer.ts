import {
  type AnswerInfo,
  type ProblemDetails,
  responseError,
  type ServerRefusal,
  ServerRefusedError,
  UnexpectedResponseError,
} from '../error/index.js'
import {
  decodeHeader,
  matchMedia,
  parseMediaType,
  setOwn,
  type WireIssue,
  type WireMedia,
  type WireResponse,
} from '../wire/index.js'
import type { Deadline } from './deadline.js'
import type { PreparedCall } from './prepare-call.js'
import { readProblem } from './read-problem.js'
import { readBody } from './response-body.js'
import { tenantHeader } from './tenant.js'
import type { ClientContract, Result } from './types.js'

type UnexpectedCode = 'TK7132' | 'TK7133' | 'TK7134' | 'TK7135'

/**
 * The answer as the contract declares it. Throws a ServerRefusedError where the runtime of the server has answered in its
 * place, and an UnexpectedResponseError for every other.
 */
export async function readAnswer(
  contract: ClientContract,
  call: PreparedCall,
  response: Response,
  deadline: Deadline,
): Promise<Result<number, unknown, unknown>> {
  const { operation } = call
  const { status, headers } = response
  const answered = async (): Promise<AnswerInfo> => {
    const problem = await readProblem(response, deadline)
    return { operation: operation.id, status, headers, problem }
  }
  const unexpected = async (code: UnexpectedCode, detail?: string): Promise<Error> =>
    new UnexpectedResponseError(code, await answered(), detail)
  const undeclared = async (code: UnexpectedCode): Promise<Error> =>
    responseError(await answered(), (answer) => new UnexpectedResponseError(code, answer))
  if (namesOtherTenant(contract, call, headers)) throw await unexpected('TK7135')
  const declared = findResponse(operation.responses, status)
  if (!declared) throw await undeclared('TK7132')
  const issues: WireIssue[] = []
  const decoded = decodeHeaders(declared, headers, issues)
  const [issue] = issues
  if (issue) throw await unexpected('TK7134', `its header \`${issue.name}\` must be ${issue.expected}`)

  const isSuccess = status >= 200 && status < 300
  const isOk = isSuccess && (declared.status !== 'default' || !operation.responses.some(isDeclaredSuccess))
  const url = withoutCredentials(response.url || call.url.href, contract)
  const result = { status, headers: decoded, response: { operation: operation.id, ok: isOk, url, status, headers } }
  if (declared.content.length === 0 || hasNoBody(operation.method, response)) {
    deadline.release()
    await response.body?.cancel()
    return { ...result, body: undefined, contentType: undefined }
  }
  const contentType = headers.get('content-type')
  const media = contentType === null ? onlyOne(declared.content) : matchMedia(declared.content, contentType)
  if (!media) throw await undeclared('TK7133')
  const isRange = media.mediaType.includes('*')
  const unreadable = (detail: string): Error =>
    new UnexpectedResponseError('TK7134', { operation: operation.id, status, headers }, detail)
  const refused = (problem: ProblemDetails, refusal: ServerRefusal): Error =>
    new ServerRefusedError({ operation: operation.id, status: refusal.status, headers, problem }, refusal)
  const body = await readBody(response, media, contentType ?? media.mediaType, deadline, {
    unreadable,
    refused,
  })
  const actual = contentType === null ? undefined : (parseMediaType(contentType)?.essence ?? undefined)
  return { ...result, body, contentType: isRange ? actual : media.mediaType }
}

/** The most particular answer that is declared for a status: `404`, then `4XX`, then `default`. */
function findResponse(responses: readonly WireResponse[], status: number): WireResponse | undefined {
  const keyed = (key: string): WireResponse | undefined => responses.find((each) => each.status === key)
  return keyed(String(status)) ?? keyed(`${Math.floor(status / 100)}XX`) ?? keyed('default')
}

function isDeclaredSuccess({ status }: WireResponse): boolean {
  return status.startsWith('2')
}

/** RFC 9110, sections 9.3.2, 15.3.5, 15.3.6 and 15.4.5. */
function hasNoBody(method: string, { status }: Response): boolean {
  return method === 'HEAD' || status === 204 || status === 205 || status === 304
}

function onlyOne(content: readonly WireMedia[]): WireMedia | undefined {
  return content.length === 1 ? content[0] : undefined
}

/** Absent ones are left out, also when they are required: browsers hide headers of other origins. */
function decodeHeaders(declared: WireResponse, headers: Headers, issues: WireIssue[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const header of declared.headers ?? []) {
    const joined = headers.get(header.name)
    if (joined === null) continue
    // The only header whose lines are not joined; a contract that declares one cookie gets the first.
    const cookies = header.name === 'set-cookie' ? headers.getSetCookie() : [joined]
    const lines = header.shape?.kind === 'array' ? cookies : cookies.slice(0, 1)
    const value = decodeHeader(header, lines, issues)
    if (value !== undefined) setOwn(values, header.property ?? header.name, value)
  }
  return values
}

/** A server that answers for another tenant than it was asked has mixed up its callers. */
function namesOtherTenant(contract: ClientContract, { tenant }: PreparedCall, headers: Headers): boolean {
  const named = headers.get(tenantHeader)
  return contract.propagatesTenant === true && tenant !== undefined && named !== null && named !== tenant
}

/** Keys that go into the query are secrets; the URL of an answer is shown to anyone. */
function withoutCredentials(href: string, { securitySchemes }: ClientContract): string {
  const url = new URL(href)
  for (const scheme of Object.values(securitySchemes)) {
    if (scheme.type === 'apiKey' && scheme.in === 'query' && url.searchParams.has(scheme.name)) {
      url.searchParams.delete(scheme.name)
    }
  }
  return url.href
}
