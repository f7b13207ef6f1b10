import type { HttpOperation, Origin, Parameter } from '../model/index.js'
import { type Parameters, parameterKey } from './parameters.js'
import { readTemplate } from './path-template.js'
import type { Node, Reading } from './reading.js'

/** The parameters of a path item and of its operation, the nearer ones winning in place; checked against the path. */
export function joinParameters(
  reading: Reading,
  { at }: Node,
  { path, role }: Pick<HttpOperation, 'path' | 'role'>,
  levels: readonly Parameters[],
): readonly Parameter[] {
  const joined = new Map<string, Parameter>()
  for (const { parameters } of levels) {
    for (const parameter of parameters) joined.set(parameterKey(parameter), parameter)
  }
  const template = role === 'path' ? readTemplate(path) : undefined
  if (!template || 'reason' in template) return [...joined.values()]
  const used = dropUnused(reading, template.names, [...joined.values()])
  const declared = new Set(used.flatMap(({ in: place, name }) => (place === 'path' ? name : [])))
  const missing = template.names.filter((name) => !declared.has(name))
  if (levels.every(({ complete }) => complete)) {
    for (const name of missing) reading.problems.report('TK1110', { name }, { at })
  }
  return [...used, ...missing.map((name) => undeclared(name, at))]
}

function dropUnused(
  { problems }: Reading,
  names: readonly string[],
  parameters: readonly Parameter[],
): readonly Parameter[] {
  return parameters.filter((parameter) => {
    const fits = parameter.in !== 'path' || names.includes(parameter.name)
    if (!fits) problems.report('TK1111', { name: parameter.name }, { at: parameter.at })
    return fits
  })
}

/** What is in the path is sent, declared or not. */
function undeclared(name: string, at: Origin): Parameter {
  return {
    kind: 'parameter',
    name,
    in: 'path',
    required: true,
    deprecated: false,
    style: 'simple',
    explode: false,
    allowReserved: false,
    allowEmptyValue: false,
    schema: { kind: 'schema', at, types: ['string'] },
    examples: [],
    at,
  }
}
