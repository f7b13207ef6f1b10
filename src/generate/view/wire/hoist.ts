import type { CodeText } from '../../render/text.js'
import { constantName } from './literal.js'
import type { SharedPart, WireParts } from './wire-parts.js'

export interface Constant {
  readonly name: CodeText
  readonly kind: 'parameter' | 'response'
  readonly code: CodeText
}

export interface Hoisted {
  /** In order of their first use. */
  readonly constants: readonly Constant[]
  /** Parts of the operations, in the same order, with names for what became a constant. */
  readonly operations: readonly {
    readonly parameters: readonly CodeText[]
    readonly body?: CodeText
    readonly responses: readonly CodeText[]
  }[]
}

/** Short parts read best where they are used. */
const shortest = 60

/** Gives a constant of the module to each parameter and response that occurs in more than one operation. */
export function hoistShared(operations: readonly WireParts[], taken: ReadonlySet<string>): Hoisted {
  const uses = new Map<CodeText, number>()
  for (const { parameters, responses } of operations) {
    for (const { code } of [...parameters, ...responses]) uses.set(code, (uses.get(code) ?? 0) + 1)
  }
  const names = new Set(taken)
  const constants = new Map<CodeText, Constant>()
  const nameOf = (part: SharedPart, kind: Constant['kind']): CodeText => {
    const { code } = part
    if (code.length < shortest || (uses.get(code) ?? 0) < 2) return code
    const known = constants.get(code)
    if (known) return known.name
    const name = constantName(freeName(part.name, names))
    constants.set(code, { name, kind, code })
    return name
  }
  const named = operations.map(({ parameters, body, responses }) => ({
    parameters: parameters.map((part) => nameOf(part, 'parameter')),
    ...(body !== undefined && { body }),
    responses: responses.map((part) => nameOf(part, 'response')),
  }))
  return { constants: [...constants.values()], operations: named }
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted
  for (let number = 2; names.has(name); number++) name = `${wanted}${number}`
  names.add(name)
  return name
}
