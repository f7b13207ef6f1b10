/** The headers that tell, joined as node:http and others join them. */
export interface BodyHeaders {
  readonly 'transfer-encoding'?: string | undefined
  readonly 'content-length'?: string | undefined
  readonly 'content-type'?: string | undefined
}

/** RFC 9112, section 6.3: a request has a body when it says so; one of no bytes when it says what they would be. */
export function hasBody(headers: BodyHeaders): boolean {
  const length = headers['content-length']
  if (headers['transfer-encoding'] !== undefined || (length ?? '0') !== '0') return true
  return length === '0' && headers['content-type'] !== undefined
}
