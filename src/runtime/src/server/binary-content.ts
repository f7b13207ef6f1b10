import type { BinaryContent } from '../wire/index.js'

/** A body of bytes as handlers get it: read once, in the form that suits. */
export function binaryContent(contentType: string, open: () => ReadableStream<Uint8Array>): BinaryContent {
  const response = (): Response => new Response(open(), { headers: { 'content-type': contentType } })
  return {
    contentType,
    stream: open,
    bytes: async () => new Uint8Array(await response().arrayBuffer()),
    text: () => response().text(),
    blob: () => response().blob(),
    cancel: () => open().cancel(),
  }
}
