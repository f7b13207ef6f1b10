import { strLit } from '../../render/escape.js'
import type { TypeText } from '../../render/text.js'

/** The type of a `contentType` that names one of these: a literal each; `image/*` is a template, any type a string. */
export function contentTypeType(mediaTypes: readonly string[]): TypeText {
  if (mediaTypes.includes('*/*')) return 'string' as TypeText
  return mediaTypes.map(oneType).join(' | ') as TypeText
}

/** True for `image/*` and the like, which say less than a request must. */
export function isRange(mediaType: string): boolean {
  return mediaType.includes('*')
}

function oneType(mediaType: string): string {
  if (!isRange(mediaType)) return strLit(mediaType)
  const [type = ''] = mediaType.split('/', 1)
  return /^[a-z0-9.+-]+$/i.test(type) && mediaType === `${type}/*` ? `\`${type}/\${string}\`` : 'string'
}
