import { Buffer } from 'node:buffer'
import type { Schema } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import { payloadWith } from './payloads.js'
import { fewOperationsOf, inOrder, type ShowFinding, senderOf } from './scene.js'

/** A text that carries bytes, as whoever sends writes it. */
export const showContentEncoding: ShowFinding = (edit, scene) => {
  if (edit.node !== 'schema') return undefined
  const { before, after, place } = edit
  const { sent: schema, read } = inOrder({ before, after }, scene)
  const text = schema && encoded(schema)
  if (!schema || !read || text === undefined) return undefined
  const samples = senderOf(scene)
  for (const pair of fewOperationsOf(place, scene)) {
    const { sent: operation } = inOrder(pair, scene)
    const found = payloadWith(schema, operation, samples, scene.isRead)
    const shown = found?.text({ path: found.path, fits: (each: JsonValue) => each === text, values: [text] })
    if (shown !== undefined)
      return { text: shown, reason: `\`${text}\` is read as ${kindOf(read)}`, outcome: 'misread' }
  }
  return undefined
}

/** Undefined for an encoding that is not known. */
function encoded({ contentEncoding = 'binary', contentMediaType = 'text/plain' }: Schema): string | undefined {
  const [name = ''] = contentMediaType.split(';', 1)
  const content = /json$/.test(name)
    ? '{"a":1}'
    : /xml$/.test(name)
      ? '<a/>'
      : /^text\//.test(name)
        ? 'abc'
        : `<${name}>`
  return encoders.get(contentEncoding.toLowerCase())?.(content)
}

/** RFC 2045, section 6, and RFC 4648. */
const encoders: ReadonlyMap<string, (content: string) => string> = new Map([
  ...['7bit', '8bit', 'binary', 'quoted-printable'].map((name) => [name, (content: string) => content] as const),
  ['base64', (content) => Buffer.from(content).toString('base64')],
  ['base64url', (content) => Buffer.from(content).toString('base64url')],
  ['base16', (content) => Buffer.from(content).toString('hex').toUpperCase()],
])

function kindOf({ contentEncoding, contentMediaType }: Schema): string {
  const said = [contentEncoding, contentMediaType].flatMap((each) => (each === undefined ? [] : [`\`${each}\``]))
  return said.join(' of ')
}
