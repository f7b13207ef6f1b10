export type { BinaryContent, BinaryInput, EventStream, FileInput, ServerSentEvent } from './content.js'
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
