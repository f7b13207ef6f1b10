/** One element with what is in it: enough XML to hold a report against the shape that its readers expect. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Building = { name: string; attributes: Record<string, string>; children: Building[]; text: string }

const token = /<\?xml version="1\.0" encoding="UTF-8"\?>\n|<(\/?)([a-z-]+)((?: [a-z-]+="[^"<]*")*)(\/?)>|([^<]+)/gy
// XML 1.0, 2.2: Char.
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const reference = /&(amp|lt|gt|quot|apos);/g
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads a document without comments, sections or a DTD; throws at anything else and at whatever is not well-formed. */
export function parseXml(source: string): XmlElement {
  if (illegal.test(source)) throw new Error(`illegal character at ${source.search(illegal)}`)
  const top: Building = { name: '', attributes: {}, children: [], text: '' }
  const stack = [top]
  token.lastIndex = 0
  while (token.lastIndex < source.length) {
    const at = token.lastIndex
    const match = token.exec(source)
    if (!match) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 80)}`)
    const [, closing, name, attributes = '', empty, text] = match
    const current = stack.at(-1)!
    if (text !== undefined) current.text += decoded(text)
    else if (name !== undefined && closing) {
      if (current.name !== name) throw new Error(`</${name}> closes <${current.name}>`)
      stack.pop()
    } else if (name !== undefined) {
      const element: Building = { name, attributes: attributesOf(attributes), children: [], text: '' }
      current.children.push(element)
      if (!empty) stack.push(element)
    }
  }
  if (stack.length !== 1 || top.children.length !== 1) throw new Error('not one closed root')
  return top.children[0]!
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)])
  const attributes = Object.fromEntries(pairs)
  if (Object.keys(attributes).length !== pairs.length) throw new Error(`an attribute twice in ${source}`)
  return attributes
}

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error('`]]>` in text')
  if (text.replace(reference, '').includes('&')) throw new Error(`a lone & in ${text}`)
  return text.replace(reference, (_, name: string) => characters[name]!)
}
