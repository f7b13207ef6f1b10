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
  const { rest, prefix } = withoutUnnamed(path)
  const [above, last] = [rest.at(-2), rest.at(-1)]
  if (rest.length === 0 || (rest.length === 1 && last === 'info')) return 'what says nothing itself'
  if (above === undefined || last === undefined) return `${prefix}${here}`
  return `${prefix}${named.get(above)?.(last) ?? here}`
}

const quoted = (name: string) => `\`${name}\``

/** What the step above says of a name. */
const named: ReadonlyMap<string, (name: string) => string> = new Map([
  ...['properties', 'schemas', 'definitions', '$defs'].map((step) => [step, quoted] as const),
  ['patternProperties', (name) => `members like ${quoted(name)}`],
  ['headers', (name) => `header ${quoted(name)}`],
  ['messages', (name) => `message ${quoted(name)}`],
  ['responses', (name) => `response ${name}`],
])

/** Up to the next name: over items, further members and branches. However many there are, one is told of. */
function withoutUnnamed(path: readonly string[]): { readonly rest: readonly string[]; readonly prefix: string } {
  let [end, prefix] = [path.length, '']
  for (;;) {
    const [above, last] = [path[end - 2] ?? '', path[end - 1] ?? '']
    if (named.has(above)) break
    if (last === 'items' || last === 'additionalProperties') {
      prefix ||= last === 'items' ? 'the items of ' : 'further members of '
      end -= 1
    } else if (above === 'allOf' || above === 'anyOf' || above === 'oneOf') end -= 2
    else break
  }
  return { rest: path.slice(0, end), prefix }
}

function propertyOf(path: readonly string[]): string | undefined {
  const index = path.lastIndexOf('properties')
  const name = path[index + 1]
  return index < 0 || name === undefined || index + 2 !== path.length ? undefined : `\`${name}\``
}
