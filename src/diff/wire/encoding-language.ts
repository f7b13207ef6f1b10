import type { Encoding } from '../../contract/model/index.js'
import type { WireLanguage } from './types.js'

/** How a field of a form is written, with the defaults of the standard filled in. */
export function encodingLanguage(
  name: string,
  encoding: Pick<Encoding, 'style' | 'explode' | 'allowReserved'> | undefined,
): WireLanguage {
  const { style = 'form', explode = style === 'form', allowReserved = false } = encoding ?? {}
  return { in: 'query', name, style, explode, allowReserved }
}
