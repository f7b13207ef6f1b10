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
export { type EventParser, eventParser, eventText, readEvents } from './event-stream.js'
export { safeFileName } from './file-name.js'
export { decodeForm, encodeForm } from './form.js'
export type { WireIssue } from './issue.js'
export { lineText, readLines } from './json-lines.js'
export { isJsonType, type MediaType, matchMedia, parseMediaType } from './media-type.js'
export { decodeMultipart, encodeMultipart } from './multipart.js'
export { type MultipartLimits, type Part, parseParts } from './multipart-parts.js'
export { negotiate } from './negotiate.js'
export { escapeText } from './percent.js'
export { isRecord, own, setOwn } from './record.js'
export type {
  ClientErrorStatus,
  HttpStatus,
  InformationalStatus,
  RedirectionStatus,
  ServerErrorStatus,
  SuccessStatus,
} from './status.js'
export { streamOf } from './text-stream.js'
export type {
  BodyKind,
  NoHeaders,
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
export { textAs } from './unflatten.js'
export type { Unrecognized } from './unrecognized.js'
