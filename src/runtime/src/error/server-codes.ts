/**
 * Codes of the server: TK70 shared, TK72 server, TK73 idempotency. `title` is what callers read in a problem, so it says
 * nothing about how the server came to its answer; all refusals of a tenant are one code, because telling them apart
 * would tell which tenants there are.
 */
export const serverCodes = {
  TK7001: { name: 'tenant-context-missing', title: 'there is no verified tenant here' },
  TK7002: { name: 'configuration-not-usable', title: 'the runtime cannot work with what it was given' },
  TK7003: { name: 'foreign-tenant', title: 'a value belongs to another tenant' },
  TK7201: { name: 'path-malformed', title: 'the path of the request is malformed', status: 400 },
  TK7202: { name: 'not-found', title: 'there is no such resource', status: 404 },
  TK7203: { name: 'method-not-allowed', title: 'the resource does not support this method', status: 405 },
  TK7204: { name: 'credentials-missing', title: 'the operation asks for credentials', status: 401 },
  TK7205: { name: 'credentials-refused', title: 'the credentials were refused', status: 401 },
  TK7206: { name: 'oauth-scope-missing', title: 'the credentials do not cover the operation', status: 403 },
  TK7207: { name: 'tenant-refused', title: 'the tenant of the request was refused', status: 403 },
  TK7208: { name: 'tenant-header-malformed', title: 'the tenant header of the request is malformed', status: 400 },
  TK7209: { name: 'rate-limited', title: 'there were too many requests', status: 429 },
  TK7210: { name: 'not-acceptable', title: 'no representation is acceptable to the caller', status: 406 },
  TK7211: { name: 'media-type-unsupported', title: 'the operation does not read this kind of body', status: 415 },
  TK7212: { name: 'headers-too-large', title: 'the request has too many headers', status: 431 },
  TK7213: { name: 'body-too-large', title: 'the body of the request is too large', status: 413 },
  TK7214: { name: 'request-malformed', title: 'the request is malformed', status: 400 },
  TK7215: { name: 'request-invalid', title: 'the request is not what the contract describes', status: 422 },
  TK7216: { name: 'server-failed', title: 'the server failed', status: 500 },
  TK7217: { name: 'unavailable', title: 'the server cannot answer now', status: 503 },
  TK7218: { name: 'operation-timed-out', title: 'the operation took too long', status: 503 },
  TK7219: { name: 'target-too-long', title: 'the target of the request is too long', status: 414 },
  TK7220: { name: 'not-implemented', title: 'the operation is not implemented', status: 501 },
  TK7221: { name: 'body-too-slow', title: 'the body of the request took too long to come', status: 408 },
  TK7301: { name: 'idempotency-key-missing', title: 'the operation asks for an idempotency key', status: 400 },
  TK7302: { name: 'idempotency-key-malformed', title: 'the idempotency key is malformed', status: 400 },
  TK7303: { name: 'idempotency-key-reused', title: 'the idempotency key was used for another request', status: 422 },
  TK7304: { name: 'idempotency-in-progress', title: 'a request with this idempotency key is in progress', status: 409 },
  TK7305: { name: 'idempotency-not-replayable', title: 'the first answer cannot be repeated', status: 409 },
  TK7306: { name: 'idempotency-quota-exceeded', title: 'there are too many idempotency keys', status: 429 },
  TK7307: { name: 'idempotency-unavailable', title: 'idempotency cannot be ensured now', status: 503 },
  TK7308: { name: 'transaction-not-usable', title: 'the transaction is over, or was not committed' },
} as const
