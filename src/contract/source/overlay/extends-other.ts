import { posix } from 'node:path'
import { isObject, own } from '../../../util/own.js'
import type { OpenDocument } from '../open-document.js'
import { decoded, splitReference } from '../reference/parse-reference.js'

/**
 * Whether the `extends` of an overlay names another document than the contract it is applied to. A URL says nothing of a
 * contract that is a file here: it may well be a copy of it.
 */
export function extendsOther(reference: string, overlay: OpenDocument, contract: OpenDocument): boolean {
  const { uri } = splitReference(reference)
  const { base } = contract
  const { value } = contract.document
  if (isObject(value) && own(value, '$self') === uri) return false
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri) || overlay.base.kind === 'remote') {
    const from = overlay.base.kind === 'remote' ? overlay.base.url : undefined
    if (base.kind !== 'remote' || !URL.canParse(uri, from)) return false
    return new URL(uri, from).href !== contract.document.id && new URL(uri, from).href !== base.url
  }
  if (base.kind === 'remote') return false
  const path = posix.join(posix.dirname(overlay.base.path), decoded(uri) ?? uri)
  return overlay.base.store.identify(path) !== base.store.identify(base.path)
}
