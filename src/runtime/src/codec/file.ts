/** A file of a multipart body, which stands where the contract says `format: binary`. */
export function isFile(value: unknown): boolean {
  return typeof Blob === 'function' && value instanceof Blob
}
