/**
 * Words of a name, whatever its spelling: `get-order`, `get_order`, `getOrder` and `GET ORDER` all have the words
 * `get` and `order` when they are turned into an identifier or a file name.
 */

export type NameStyle = 'pascal' | 'camel' | 'kebab'

/** Letters and digits that every TypeScript since 5.9 takes in an identifier: the Basic Multilingual Plane without its newest additions. */
const separators = /[^\p{L}\p{Nd}]+|[\u{10000}-\u{10FFFF}\uA7C0-\uA7FF]+/gu

/** `HTTPError` is `HTTP` and `Error`, `orderId2` is `order` and `Id2`. */
const humps = /(?<=[\p{Ll}\p{Lo}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu

/** The name in another style; empty when it holds neither letter nor digit. */
export function toStyle(raw: string, style: NameStyle): string {
  if (isPlain(raw, style)) return raw
  const words = wordsOf(raw)
  if (style === 'kebab') {
    return words
      .flatMap((word) => word.split(humps))
      .join('-')
      .toLowerCase()
  }
  const joined = words.map((word, index) => (index === 0 && style === 'camel' ? lowerFirst(word) : upperFirst(word)))
  return joined.join('')
}

/** Names that are in style already, by far the most. */
function isPlain(raw: string, style: NameStyle): boolean {
  if (style === 'pascal') return /^[A-Z][A-Za-z0-9]*$/.test(raw)
  if (style === 'camel') return /^[a-z][A-Za-z0-9]*$/.test(raw)
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(raw)
}

function wordsOf(raw: string): readonly string[] {
  const words = raw
    .normalize('NFC')
    .split(separators)
    .filter((word) => word !== '')
  // `ORDER_STATE` shouts; `HTTPError` and `URL` do not.
  const shouts = words.length > 1 && words.every((word) => word === word.toUpperCase())
  return shouts ? words.map((word) => word.toLowerCase()) : words
}

function upperFirst(word: string): string {
  const first = word.charAt(0).toUpperCase()
  // A letter such as `ŉ` becomes two when raised; it is kept as it is.
  return first.length === 1 ? first + word.slice(1) : word
}

/** `Order` is `order`, `HTTPError` is `httpError`, `URL` is `url`. */
function lowerFirst(word: string): string {
  const [head = ''] = word.split(humps)
  const run = /^\p{Lu}+\p{Nd}*$/u.test(head) ? head.toLowerCase() : head.charAt(0).toLowerCase() + head.slice(1)
  return run.length === head.length ? run + word.slice(head.length) : word
}
