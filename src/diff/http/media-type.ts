/** A media type or range as it was declared (RFC 9110, 8.3.1 and 12.5.1). */
export interface MediaRange {
  readonly type: string
  readonly subtype: string
  /** Names in lower case, sorted. */
  readonly parameters: ReadonlyMap<string, string>
}

export function parseMediaRange(written: string): MediaRange {
  const [essence = '', ...rest] = written.split(';')
  const [type = '', subtype = ''] = essence.trim().toLowerCase().split('/')
  const parameters = rest
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.indexOf('=')
      const name = (cut < 0 ? part : part.slice(0, cut)).trim().toLowerCase()
      const value = cut < 0 ? '' : part.slice(cut + 1).trim()
      const plain = value.replace(/^"(.*)"$/s, '$1')
      return [name, name === 'charset' ? plain.toLowerCase() : plain] as const
    })
    .filter(([name, value]) => !isImplied({ type, subtype }, name, value))
    .sort(([before], [after]) => (before < after ? -1 : 1))
  return { type, subtype, parameters: new Map(parameters) }
}

/** JSON is UTF-8 (RFC 8259, 8.1), and a boundary is made for each message: saying so says nothing. */
function isImplied(essence: Pick<MediaRange, 'type' | 'subtype'>, name: string, value: string): boolean {
  return (name === 'charset' && value === 'utf-8' && syntaxOf(essence) === 'json') || name === 'boundary'
}

/** Equal for two that mean the same. */
export function mediaKey(written: string): string {
  const { type, subtype, parameters } = parseMediaRange(written)
  return [`${type}/${subtype}`, ...[...parameters].map(([name, value]) => `${name}=${value}`)].join(';')
}

/** Whether all that falls under `narrow` falls under `wide`. */
export function covers(wide: string, narrow: string): boolean {
  const [range, given] = [parseMediaRange(wide), parseMediaRange(narrow)]
  if (range.type !== '*' && range.type !== given.type) return false
  if (range.subtype !== '*' && range.subtype !== given.subtype) return false
  return [...range.parameters].every(([name, value]) => given.parameters.get(name) === value)
}

/** What a decoder goes by when it does not know the name: `json` for everything that ends in `+json`. */
export function syntaxOf({ subtype }: Pick<MediaRange, 'subtype'>): string | undefined {
  const cut = subtype.lastIndexOf('+')
  const syntax = cut < 0 ? subtype : subtype.slice(cut + 1)
  return syntax === 'json' || syntax === 'xml' || syntax === 'yaml' || syntax === 'cbor' ? syntax : undefined
}

/** Whether the fields of a body in this media type travel as text. */
export function isForm(written: string): boolean {
  const { type, subtype } = parseMediaRange(written)
  return isUrlEncoded(written) || (type === 'multipart' && subtype === 'form-data')
}

export function isUrlEncoded(written: string): boolean {
  const { type, subtype } = parseMediaRange(written)
  return type === 'application' && subtype === 'x-www-form-urlencoded'
}
