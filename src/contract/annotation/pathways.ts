import { child } from '../../util/json-pointer.js'
import type { JsonObject } from '../../util/own.js'
import { type Origin, type Pathway, sensitivities } from '../model/index.js'
import type { Problems } from '../problem.js'
import { category } from './category.js'
import { readDocumentExtension } from './extension.js'
import { about, choice, dictionary, list, record } from './shape.js'
import { identifier, prose } from './text.js'

export const pathwaysShape = dictionary(
  identifier,
  record(
    {
      from: about('Who gives: a kind of tenant.', prose),
      to: about('Who gets: a kind of tenant.', prose),
      purpose: about('What for.', prose),
      ceiling: about('The highest sensitivity that may cross.', choice(sensitivities)),
      categories: about('The categories that may cross; absent: all.', list(category, 'a list of categories')),
      requires: about('What must be in place before anything crosses.', choice(['grant', 'terms'])),
    },
    ['from', 'to', 'purpose', 'requires'],
  ),
)

/** `x-tenant-pathways`. Pathways that cannot be read do not exist, so nothing may use them. */
export function readPathways(root: JsonObject, at: Origin, problems: Problems): ReadonlyMap<string, Pathway> {
  const read = readDocumentExtension(root, at, 'x-tenant-pathways', pathwaysShape, problems)
  if (read === undefined || read === 'unreadable') return new Map()
  const { document, pointer } = read.at
  return new Map(
    [...read.value].map(([id, pathway]) => [id, { ...pathway, id, at: { document, pointer: child(pointer, id) } }]),
  )
}
