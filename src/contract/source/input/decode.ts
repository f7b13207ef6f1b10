import { isUtf8 } from 'node:buffer'
import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { createTextFile, type TextFile } from '../text-file.js'

/** The text that the bytes of a file are, or what is wrong with them. A byte order mark of UTF-8 is dropped. */
export function decode(bytes: Buffer, file: string): TextFile | Diagnostic {
  const found = otherEncoding(bytes)
  if (found) return diagnostic('TK1005', { file, found }, { span: createTextFile(file, Buffer.of()).span(0, 0) })
  if (!isUtf8(bytes)) return firstBadByte(bytes, file)
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return createTextFile(file, isMarked ? bytes.subarray(3) : bytes)
}

function otherEncoding(bytes: Buffer): string | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0 ? 'it starts as UTF-32' : 'it starts as UTF-16'
  if (first === 0xfe && second === 0xff) return 'it starts as UTF-16'
  // `{` or a letter beside a zero byte: UTF-16 or UTF-32 without a mark.
  if (bytes.length >= 2 && (first === 0) !== (second === 0)) return 'it looks like UTF-16'
  return undefined
}

function firstBadByte(bytes: Buffer, file: string): Diagnostic {
  const text = bytes.toString('utf8')
  let at = text.indexOf('\ufffd')
  let offset = Buffer.byteLength(text.slice(0, at))
  // The replacement character may stand in the file itself: then it is not the one.
  while (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) {
    const next = text.indexOf('\ufffd', at + 1)
    offset += Buffer.byteLength(text.slice(at, next))
    at = next
  }
  const found = `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')} at offset ${offset} is part of no character`
  return diagnostic('TK1005', { file, found }, { span: createTextFile(file, bytes).span(at, at + 1) })
}
