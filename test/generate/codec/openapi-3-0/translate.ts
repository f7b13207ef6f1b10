/** Why a schema cannot be said in OpenAPI 3.0. */
export class Unsayable extends Error {}

type Node = Readonly<Record<string, unknown>>

/** Keywords that mean the same in both, of values that hold no schema. */
const plain = new Set([
  ...['title', 'description', 'default', 'enum', 'format', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems'],
  ...['required', 'minProperties', 'maxProperties'],
])
const lists = new Set(['allOf', 'anyOf', 'oneOf'])
/** Say nothing of a value. */
const silent = new Set(['$schema', '$comment', 'examples', 'deprecated', 'readOnly', 'writeOnly'])

/**
 * Schemas of JSON Schema 2020-12 in the words of OpenAPI 3.0: the same values are valid. `It` is the schema, what it defines
 * stands beside it.
 *
 * @throws Unsayable
 */
export function inOpenApi30(schema: unknown): Readonly<Record<string, object>> {
  const root = schema as Node
  const definitions = typeof schema === 'object' && schema !== null ? ((root['$defs'] as Node | undefined) ?? {}) : {}
  const rest =
    typeof schema === 'object' ? Object.fromEntries(Object.entries(root).filter(([key]) => key !== '$defs')) : schema
  const names = Object.keys(definitions)
  const strange = names.find((name) => name === 'It' || !/^[\w.-]+$/.test(name))
  if (strange !== undefined) throw new Unsayable('components have names of letters, digits, dots and dashes')
  return {
    It: translated(rest),
    ...Object.fromEntries(names.map((name) => [name, translated(definitions[name])])),
  }
}

function translated(schema: unknown): object {
  if (schema === true) return {}
  if (schema === false) return { not: {} }
  const given = schema as Node
  const made: Record<string, unknown> = {}
  /** What must hold besides: keywords that 3.0 has no room for in one schema. */
  const more: object[] = []
  for (const [keyword, value] of Object.entries(given)) {
    if (plain.has(keyword)) made[keyword] = value
    else if (lists.has(keyword)) made[keyword] = (value as unknown[]).map(translated)
    else if (!silent.has(keyword)) add(keyword, value, given, made, more)
  }
  if (typeof made['$ref'] === 'string' && Object.keys(made).length > 1) {
    more.push({ $ref: made['$ref'] })
    delete made['$ref']
  }
  if (more.length === 0) return made
  return { ...made, allOf: [...((made['allOf'] as object[] | undefined) ?? []), ...more] }
}

function add(keyword: string, value: unknown, given: Node, made: Record<string, unknown>, more: object[]): void {
  switch (keyword) {
    case '$ref':
      made['$ref'] = referenceTo(value as string)
      return
    case 'type':
      addType([value].flat() as string[], given, made, more)
      return
    case 'const':
      if (Object.hasOwn(given, 'enum')) more.push({ enum: [value] })
      else made['enum'] = [value]
      return
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      addBound(keyword, value as number, given, made, more)
      return
    case 'not':
    case 'items':
      made[keyword] = translated(value)
      return
    case 'additionalProperties':
      made[keyword] = typeof value === 'boolean' ? value : translated(value)
      return
    case 'properties':
      // An object with the usual prototype, and `__proto__` as a name of its own.
      made[keyword] = Object.fromEntries(Object.entries(value as Node).map(([name, part]) => [name, translated(part)]))
      return
    default:
      throw new Unsayable(`\`${keyword}\` is no keyword of OpenAPI 3.0`)
  }
}

function referenceTo(reference: string): string {
  if (reference === '#') return '#/components/schemas/It'
  const [, name, rest = ''] = /^#\/\$defs\/([^/]+)(.*)$/.exec(reference) ?? []
  if (name !== undefined && !rest.includes('$defs')) return `#/components/schemas/${name}${rest}`
  if (/^#\/(?:properties|items|allOf|anyOf|oneOf)\b/.test(reference))
    return `#/components/schemas/It${reference.slice(1)}`
  throw new Unsayable('a reference that is none to a component')
}

/** One type, or null besides; several are alternatives. */
function addType(types: readonly string[], given: Node, made: Record<string, unknown>, more: object[]): void {
  const isNullable = types.includes('null')
  const others = types.filter((type) => type !== 'null')
  const isAlone = !['enum', 'const', 'not', 'allOf', 'anyOf', 'oneOf', '$ref'].some((keyword) =>
    Object.hasOwn(given, keyword),
  )
  if (others.length === 1 && (!isNullable || isAlone)) {
    Object.assign(made, { type: others[0], ...(isNullable && { nullable: true }) })
    return
  }
  if (others.length === 1) more.push({ type: others[0], nullable: true })
  else more.push({ anyOf: [...others.map((type) => ({ type })), ...(isNullable ? [{ enum: [null] }] : [])] })
}

/** Exclusive is a word about the bound beside it. */
function addBound(
  keyword: 'exclusiveMinimum' | 'exclusiveMaximum',
  bound: number,
  given: Node,
  made: Record<string, unknown>,
  more: object[],
): void {
  const plainKeyword = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'
  const own = { [plainKeyword]: bound, [keyword]: true }
  if (Object.hasOwn(given, plainKeyword)) more.push(own)
  else Object.assign(made, own)
}
