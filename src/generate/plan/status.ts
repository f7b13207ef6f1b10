import { compareText } from '../../util/compare.js'

/** Of `respond`'s methods, by status (the IANA registry's phrases, RFC 9110 section 15). */
const responders: Readonly<Record<number, string>> = {
  100: 'continue',
  101: 'switchingProtocols',
  102: 'processing',
  103: 'earlyHints',
  200: 'ok',
  201: 'created',
  202: 'accepted',
  203: 'nonAuthoritativeInformation',
  204: 'noContent',
  205: 'resetContent',
  206: 'partialContent',
  207: 'multiStatus',
  208: 'alreadyReported',
  226: 'imUsed',
  300: 'multipleChoices',
  301: 'movedPermanently',
  302: 'found',
  303: 'seeOther',
  304: 'notModified',
  305: 'useProxy',
  307: 'temporaryRedirect',
  308: 'permanentRedirect',
  400: 'badRequest',
  401: 'unauthorized',
  402: 'paymentRequired',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  406: 'notAcceptable',
  407: 'proxyAuthenticationRequired',
  408: 'requestTimeout',
  409: 'conflict',
  410: 'gone',
  411: 'lengthRequired',
  412: 'preconditionFailed',
  413: 'contentTooLarge',
  414: 'uriTooLong',
  415: 'unsupportedMediaType',
  416: 'rangeNotSatisfiable',
  417: 'expectationFailed',
  421: 'misdirectedRequest',
  422: 'unprocessableContent',
  423: 'locked',
  424: 'failedDependency',
  425: 'tooEarly',
  426: 'upgradeRequired',
  428: 'preconditionRequired',
  429: 'tooManyRequests',
  431: 'requestHeaderFieldsTooLarge',
  451: 'unavailableForLegalReasons',
  500: 'internalServerError',
  501: 'notImplemented',
  502: 'badGateway',
  503: 'serviceUnavailable',
  504: 'gatewayTimeout',
  505: 'httpVersionNotSupported',
  506: 'variantAlsoNegotiates',
  507: 'insufficientStorage',
  508: 'loopDetected',
  511: 'networkAuthenticationRequired',
}

/** Types of `@tenantkit/runtime/gen1` by the first digit of the statuses they cover. */
const rangeTypes: Readonly<Record<string, string>> = {
  '1': 'InformationalStatus',
  '2': 'SuccessStatus',
  '3': 'RedirectionStatus',
  '4': 'ClientErrorStatus',
  '5': 'ServerErrorStatus',
}

/** `created`, `status299`, `status2XX`, `other` for `default`. */
export function responderName(status: string): string {
  if (status === 'default') return 'other'
  return responders[Number(status)] ?? `status${status.toUpperCase()}`
}

/**
 * The discriminant of one declared answer among all of its operation: a number for a number; for a range or `default`
 * everything in it that no other key covers, so that a `switch` narrows.
 */
export function statusType(status: string, declared: readonly string[]): string {
  if (/^\d+$/.test(status)) return status
  const numbers = declared.filter((other) => /^\d+$/.test(other)).sort(compareText)
  if (status === 'default') {
    const ranges = declared.filter((other) => /^\dXX$/.test(other)).sort(compareText)
    const covered = numbers.filter((number) => !ranges.includes(`${number.charAt(0)}XX`))
    return without('HttpStatus', [...covered, ...ranges.map((range) => rangeTypes[range.charAt(0)] ?? 'never')])
  }
  const inside = numbers.filter((number) => number.charAt(0) === status.charAt(0))
  return without(rangeTypes[status.charAt(0)] ?? 'never', inside)
}

/** The runtime's types that `statusType` mentions, for the imports. */
export function statusTypeImports(type: string): readonly string[] {
  return type.match(/\b[A-Z][A-Za-z]*Status\b/g) ?? []
}

function without(all: string, covered: readonly string[]): string {
  return covered.length === 0 ? all : `Exclude<${all}, ${covered.join(' | ')}>`
}
