import type { Annotated } from '../../../contract/model/index.js'
import { tokensOf } from '../../../util/json-pointer.js'
import type { EditOf } from '../../edit/edit.js'
import type { NodeKind } from '../../edit/node-types.js'

/**
 * What an annotation is said of, in words. A word that many places inherit is named by where it was said, so that all of
 * them read alike and become one finding; where the two sides are said in different places, by the place of the edit.
 */
export function subjectOf({ from, to, place }: Pick<EditOf<NodeKind>, 'from' | 'to' | 'place'>): string {
  const here = `the ${place.location ?? 'operation'}`
  const names = [from, to].flatMap((side) => {
    const at = (side as Annotated<unknown> | undefined)?.at
    return at ? [nameOf(tokensOf(at.pointer).slice(0, -1), here)] : []
  })
  const [name = here, other = name] = names
  return name === other ? name : (propertyOf(tokensOf(`/${place.pointer}`)) ?? here)
}

/** What is kept or lies somewhere: a named part of the data, or all of it. */
export function dataOf(edit: Pick<EditOf<NodeKind>, 'node' | 'from' | 'to' | 'place'>): string {
  const subject = edit.node === 'schema' ? subjectOf(edit) : ''
  return subject.startsWith('`') ? subject : 'data'
}

/** By the last steps that mean something to people. */
function nameOf(path: readonly string[], here: string): string {
  const [above, last] = path.slice(-2)
  if (path.length === 0 || (path.length === 1 && last === 'info')) return 'what says nothing itself'
  if (above === undefined || last === undefined) return here
  if (above === 'properties' || above === 'schemas' || above === 'definitions' || above === '$defs')
    return `\`${last}\``
  if (above === 'headers') return `header \`${last}\``
  if (above === 'messages') return `message \`${last}\``
  if (above === 'responses') return `response ${last}`
  if (above === 'patternProperties') return `members like \`${last}\``
  if (last === 'items') return `the items of ${nameOf(path.slice(0, -1), here)}`
  if (last === 'additionalProperties') return `further members of ${nameOf(path.slice(0, -1), here)}`
  if (above === 'allOf' || above === 'anyOf' || above === 'oneOf') return nameOf(path.slice(0, -2), here)
  return here
}

function propertyOf(path: readonly string[]): string | undefined {
  const index = path.lastIndexOf('properties')
  const name = path[index + 1]
  return index < 0 || name === undefined || index + 2 !== path.length ? undefined : `\`${name}\``
}
