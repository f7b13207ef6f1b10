import { ident } from '../../render/escape.js'
import type { TemplateView } from '../../render/templates.js'
import type { TypeText } from '../../render/text.js'
import type { Hoisted } from './hoist.js'

/** The constants that operations of a module share, as the templates see them. */
export function constantViews(
  { constants }: Hoisted,
  typeOf: (kind: 'parameter' | 'response') => TypeText,
): readonly TemplateView[] {
  return constants.map(({ name, kind, code }) => ({ name: ident(name), type: typeOf(kind), code }))
}
