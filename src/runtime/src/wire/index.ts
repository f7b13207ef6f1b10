export type { BinaryContent, BinaryInput, EventStream, FileInput, ServerSentEvent } from './content.js'
export { decodeCookies, parseCookies } from './decode-cookie.js'
export { decodeHeader } from './decode-header.js'
export { type DecodedParameters, decodeParameters, type RawParameters } from './decode-parameters.js'
export { decodePathParameter } from './decode-path.js'
export { decodeQuery } from './decode-query.js'
export { encodeCookies } from './encode-cookie.js'
export { encodeHeader, headerName, headerValue, isToken } from './encode-header.js'
export { encodePath, encodePathParameter } from './encode-path.js'
export { encodeQuery } from './encode-query.js'
export type { WireIssue } from './issue.js'
export { isRecord, own, setOwn } from './record.js'
export type {
  ClientErrorStatus,
  HttpStatus,
  InformationalStatus,
  RedirectionStatus,
  ServerErrorStatus,
  SuccessStatus,
} from './status.js'
export type {
  BodyKind,
  ParameterPlace,
  ParameterStyle,
  ScopeName,
  WireEncoding,
  WireHeader,
  WireIdempotency,
  WireMedia,
  WireOperation,
  WireParameter,
  WireResponse,
  WireScalar,
  WireShape,
} from './types.js'
export type { Unrecognized } from './unrecognized.js'
