import { type JsonObject, own } from '../../util/own.js'
import { given } from '../annotation/index.js'
import type { Origin } from '../model/index.js'
import type { Problems } from '../problem.js'

export type MajorVersion = 2 | 3

/** The version that the document declares. Undefined when it is none that is understood, which is reported. */
export function readVersion(
  root: JsonObject,
  at: Origin,
  problems: Problems,
): { readonly declared: string; readonly major: MajorVersion } | undefined {
  const declared = own(root, 'asyncapi')
  const found = typeof declared === 'string' ? /^(?:(2)\.[0-6]|(3)\.[01])(?:\.\d+)?(?:-.+)?$/.exec(declared) : undefined
  const place = { document: at.document, pointer: `${at.pointer}/asyncapi` }
  if (typeof declared !== 'string' || !found) {
    problems.report('TK1201', { version: given(declared ?? null).replaceAll('`', '') }, { at: place })
    return undefined
  }
  return { declared, major: found[1] === '2' ? 2 : 3 }
}
