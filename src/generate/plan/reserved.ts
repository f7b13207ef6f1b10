/**
 * Names that a contract cannot take: the language's words, the globals that generated code uses, what it imports from
 * the runtime, and what every object has. A schema named `Promise` becomes `PromiseModel`.
 */

/** ECMAScript 2025, clause 12.7.2, with the words that are reserved in strict code, and TypeScript's type names. */
const languageWords = `
  abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare
  default delete do else enum eval export extends false finally for from function get if implements import in infer
  instanceof interface intrinsic is keyof let module namespace never new null number object of out override package
  private protected public readonly require return satisfies set static string super switch symbol this throw true try
  type typeof undefined unique unknown using var void while with yield
`

const globals = `
  AbortController AbortSignal Array ArrayBuffer AsyncIterable AsyncIterableIterator AsyncIterator Atomics BigInt Blob
  Boolean Buffer Capitalize ConstructorParameters DataView Date Error Event EventTarget Exclude Extract File FormData
  Function Headers Infinity InstanceType Iterable Iterator JSON Map Math NaN NonNullable Number Object Omit Parameters
  Partial Pick Promise PromiseLike Proxy ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record Reflect
  RegExp Request Required Response ReturnType Set String Symbol TextDecoder TextEncoder Uint8Array URL URLSearchParams
  Uncapitalize Uppercase Lowercase WeakMap WeakSet console fetch globalThis isFinite isNaN parseFloat parseInt process
  exports global structuredClone crypto
`

/** What generated modules import from `@tenantkit/runtime/gen1` and its subpaths, or declare by themselves. */
const runtimeNames = `
  BinaryContent BinaryInput CallArguments CallInput CallOptions ClientContract ClientErrorStatus ClientOperation
  ClientOptions ClientSecurityScheme Codec Credential CredentialRequest Credentials EventStream FileInput HandlerRequest
  HttpStatus IdempotencyContext IdempotentCallOptions InformationalStatus Interceptor Issue Issues MaskRule Paged
  Pagination Path PlatformHandlerRequest Principal PublicHandlerRequest RedirectionStatus Reply ResponseInfo Result
  ServerContract ServerErrorStatus ServerOperation ServerOptions ServerSentEvent SuccessStatus Tenant
  TenantHandlerRequest TenantSource Transport TransportOptions Unrecognized View
`

/** Locals and members of generated code that an operation's function would shadow or break. */
const callNames = `
  as then transport input options operation request respond handlers server client createTransport createServer paged
`

const objectMembers = `
  __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty
  isPrototypeOf propertyIsEnumerable prototype toLocaleString toString valueOf
`

/** Device names of Windows, whatever follows the dot, and what stands for a folder. */
const deviceNames = `
  aux con nul prn index com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9
`

export const reservedTypeNames = listed(languageWords, globals, runtimeNames, objectMembers)
export const reservedFunctionNames = listed(languageWords, globals, runtimeNames, objectMembers, callNames)
export const reservedFileNames = listed(deviceNames)
/** Data properties: a reserved word is fine there, a member of every object is not. */
export const reservedPropertyNames = listed(objectMembers)
export const reservedWords = listed(languageWords)

function listed(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.trim().split(/\s+/)))
}
