import { RequestError } from '../error/index.js'
import { flatten, join } from './flat.js'
import { type Escape, escapeExcept, escapeText } from './percent.js'
import { own } from './record.js'
import type { WireParameter } from './types.js'

/** Passes in path templates; a contract may have a query behind its path, never a fragment. */
const escapeLiteral = escapeExcept("/:@!$&'()*+,;=?")
/** Without `/`, `?` and `#`, which end a segment, and without what the style puts between items. */
const escapeReserved = (delimiters: string): Escape =>
  escapeExcept(
    Array.from("[]:@!$&'()*+,;=")
      .filter((kept) => !delimiters.includes(kept))
      .join(''),
  )

/** Path of a call: the template with every parameter filled in and encoded. Throws a RequestError. */
export function encodePath(
  template: string,
  parameters: readonly WireParameter[],
  values: Readonly<Record<string, unknown>> | undefined,
): string {
  const path = template.split(/(\{[^{}]*\})/).map((piece) => {
    if (!piece.startsWith('{')) return escapeLiteral(piece)
    const name = piece.slice(1, -1)
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name) ?? { name, in: 'path' }
    return encodePathParameter(parameter, own(values, parameter.property ?? parameter.name))
  })
  return withoutDotSegments(path.join(''))
}

/** One parameter in one of the styles simple, label and matrix (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7). */
export function encodePathParameter(parameter: WireParameter, value: unknown): string {
  const { name, shape, style = 'simple', explode = false, allowReserved = false } = parameter
  const flat = flatten(value, shape, { place: 'path', name })
  // An empty segment would address another resource: `/orders/` is the list.
  if (!flat || (flat.kind === 'text' && flat.text === '' && style !== 'matrix')) {
    throw new RequestError('TK7102', `path parameter \`${name}\` must have a value that is not empty`)
  }
  const escapeFor = (delimiters: string): Escape => (allowReserved ? escapeReserved(delimiters) : escapeText)
  const pairMark = explode ? '=' : ','
  if (style === 'label') {
    const escape = escapeFor(',=')
    // A dot within an item would start the next one.
    const item: Escape = explode && flat.kind !== 'text' ? (text) => escape(text).replaceAll('.', '%2E') : escape
    return `.${join(flat, explode ? '.' : ',', pairMark, flat.kind === 'text' ? escapeFor('') : item)}`
  }
  if (style === 'matrix') return matrix(name, flat, explode, escapeFor(';,='))
  return join(flat, ',', pairMark, flat.kind === 'text' ? escapeFor('') : escapeFor(',='))
}

function matrix(name: string, flat: NonNullable<ReturnType<typeof flatten>>, explode: boolean, escape: Escape): string {
  const named = (text: string, key = escapeText(name)): string => (text === '' ? `;${key}` : `;${key}=${text}`)
  if (!explode || flat.kind === 'text') return named(join(flat, ',', ',', escape))
  if (flat.kind === 'list') return flat.items.map((item) => named(escape(item))).join('')
  return flat.pairs.map(([key, text]) => named(escape(text), escape(key))).join('')
}

/** `.` and `..`, also percent-encoded, are resolved away by URL parsers (URL Standard, section 4.1): another resource. */
function withoutDotSegments(path: string): string {
  const [withoutQuery = ''] = path.split('?')
  if (withoutQuery.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) {
    throw new RequestError('TK7106', 'a path parameter must not make the segment `.` or `..`')
  }
  return path
}
