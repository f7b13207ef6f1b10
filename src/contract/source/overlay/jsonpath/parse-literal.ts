import type { Reader } from './reader.js'

/** A string in single or double quotes (RFC 9535, section 2.3.1.1); undefined when none comes next. */
export function parseString(reader: Reader): string | undefined {
  const quote = reader.peek()
  if (quote !== "'" && quote !== '"') return undefined
  const start = reader.position()
  reader.expect(quote)
  let value = ''
  for (;;) {
    const plain = reader.match(quote === "'" ? /[^'\\\u0000-\u001f]+/y : /[^"\\\u0000-\u001f]+/y)
    if (plain !== undefined) value += plain
    else if (reader.take(quote)) break
    else if (reader.take('\\')) value += parseEscape(reader, quote)
    else
      reader.fail(reader.peek() === '' ? 'the string is never closed' : 'a control character stands in a string', start)
  }
  if (/\p{Surrogate}/u.test(value)) reader.fail('the string has half of a surrogate pair', start)
  return value
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '/': '/', '\\': '\\' }

function parseEscape(reader: Reader, quote: string): string {
  if (reader.take(quote)) return quote
  const hex = reader.match(/u[0-9A-Fa-f]{4}/y)
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex.slice(1), 16))
  const letter = reader.peek()
  const character = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined
  if (character === undefined) reader.fail('there is no such escape in a string')
  reader.expect(letter)
  return character
}

/** An integer within the range of I-JSON, without leading zeros; undefined when none comes next. */
export function parseInteger(reader: Reader): number | undefined {
  const start = reader.position()
  const digits = reader.match(/-?[0-9]+/y)
  if (digits === undefined) return undefined
  if (!/^(?:0|-?[1-9][0-9]*)$/.test(digits)) reader.fail('an integer has no leading zero', start)
  const value = Number(digits)
  if (!Number.isSafeInteger(value)) reader.fail('the integer is out of range', start)
  return value
}

/** A number, string, `true`, `false` or `null`; undefined when none comes next. */
export function parseLiteral(reader: Reader): { readonly value: null | boolean | number | string } | undefined {
  const text = parseString(reader)
  if (text !== undefined) return { value: text }
  const number = reader.match(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![0-9.])/y)
  if (number !== undefined) return { value: Number(number) }
  const word = reader.match(/(?:true|false|null)(?![A-Za-z0-9_(])/y)
  return word === undefined ? undefined : { value: word === 'null' ? null : word === 'true' }
}
