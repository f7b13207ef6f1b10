import { maxEventLength } from './event-stream.js'
import { lineSplitter } from './line-splitter.js'
import { parseMediaType } from './media-type.js'
import { cutChunks, textChunks } from './text-stream.js'

/** Reads the JSON texts of a sequence: JSON lines, or `application/json-seq` (RFC 7464). Empty ones are passed over. */
export function readLines(
  stream: ReadableStream<Uint8Array>,
  mediaType: string,
  tooLong: () => Error,
): AsyncIterableIterator<string> {
  const splitter = lineSplitter(isSequence(mediaType) ? '\u001e' : '\n', maxEventLength, tooLong)
  const isText = (text: string): boolean => /\S/.test(text)
  return cutChunks(
    textChunks(stream),
    (chunk) => splitter.push(chunk).filter(isText),
    () => [splitter.rest()].filter(isText),
  )
}

/** One JSON text as a record of the sequence. JSON as it is written here has no line breaks outside of strings. */
export function lineText(json: string, mediaType: string): string {
  return isSequence(mediaType) ? `\u001e${json}\n` : `${json}\n`
}

/** `application/json-seq` and `+json-seq`; everything else has one text on each line. */
function isSequence(mediaType: string): boolean {
  return /\/(?:json-seq|.+\+json-seq)$/.test(parseMediaType(mediaType)?.essence ?? '')
}
