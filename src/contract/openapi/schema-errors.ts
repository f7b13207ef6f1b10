import { child } from '../../util/json-pointer.js'

/** An error of ajv. */
export interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params?: Readonly<Record<string, unknown>>
}

interface Finding {
  readonly pointer: string
  readonly reason: string
}

/**
 * What a person wants to know of ajv's errors. Where the standard allows alternatives, ajv tells what each of them
 * misses, and one mistake makes every alternative around it fail, too. So of the alternatives only the innermost
 * count, and of what those miss only what most of them miss: that is wrong whichever was meant.
 */
export function clearFindings(errors: readonly SchemaError[]): readonly Finding[] {
  const choices = [...new Set(errors.filter(isChoice).map(({ instancePath }) => instancePath))].sort(byDepth)
  const groups = new Map<string | undefined, SchemaError[]>()
  for (const error of errors) {
    if (isNoise(error)) continue
    const choice = choices.find((path) => isWithin(error.instancePath, path))
    const group = groups.get(choice)
    if (group) group.push(error)
    else groups.set(choice, [error])
  }
  const used = [...groups.keys()].filter((choice) => choice !== undefined)
  return [...groups].flatMap(([choice, group]) => {
    if (choice === undefined) return unique(group).map(({ finding }) => finding)
    return used.some((other) => other !== choice && isWithin(other, choice)) ? [] : mostMissed(group)
  })
}

function mostMissed(group: readonly SchemaError[]): readonly Finding[] {
  const counted = unique(group)
  const most = Math.max(...counted.map(({ count }) => count))
  return counted.filter(({ count }) => count === most).map(({ finding }) => finding)
}

function unique(errors: readonly SchemaError[]): readonly { readonly finding: Finding; readonly count: number }[] {
  const counted = new Map<string, { readonly finding: Finding; count: number }>()
  for (const error of errors) {
    const finding = toFinding(error)
    const key = `${finding.pointer}\n${finding.reason}`
    const known = counted.get(key)
    if (known) known.count++
    else counted.set(key, { finding, count: 1 })
  }
  return [...counted.values()]
}

/** The longest first, so that the first match is the innermost. */
function byDepth(before: string, after: string): number {
  return after.length - before.length
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`)
}

function isChoice({ keyword }: SchemaError): boolean {
  return keyword === 'oneOf' || keyword === 'anyOf'
}

const combining: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not', 'dependentSchemas'])

function isNoise({ keyword, params }: SchemaError): boolean {
  return combining.has(keyword) || (keyword === 'required' && params?.['missingProperty'] === '$ref')
}

function toFinding({ instancePath, keyword, message, params }: SchemaError): Finding {
  const extra = params?.['additionalProperty'] ?? params?.['unevaluatedProperty']
  if (typeof extra === 'string') return { pointer: child(instancePath, extra), reason: 'there is no such field' }
  const allowed = params?.['allowedValues']
  if (keyword === 'enum' && Array.isArray(allowed)) {
    return { pointer: instancePath, reason: `must be one of ${allowed.slice(0, 12).map(String).join(', ')}` }
  }
  return { pointer: instancePath, reason: message ?? `breaks \`${keyword}\`` }
}
