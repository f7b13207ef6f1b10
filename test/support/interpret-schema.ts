import { fullFormats } from 'ajv-formats/dist/formats.js'

/**
 * JSON Schema 2020-12 by the letter, as plainly as it can be written: what decides where validators and our own code
 * disagree. References are pointers into the document; formats are those of ajv-formats, asserted. Slow and recursive.
 */
export function isValid(document: unknown, value: unknown): boolean {
  return evaluate(document, value, document) !== undefined
}

/**
 * Whether a producing side sends the value, by the words of `View` in the containment engine: that it is valid, and that
 * no object in it has a member which is not declared.
 */
export function isSent(document: unknown, value: unknown): boolean {
  return isValid(document, value) && isDeclared(document, [document], value)
}

type Keywords = Readonly<Record<string, unknown>>

function isDeclared(document: unknown, here: readonly unknown[], value: unknown): boolean {
  const accepts = (schema: unknown) => evaluate(schema, value, document) !== undefined
  const there: Keywords[] = []
  const visit = (schema: unknown): void => {
    if (!isRecord(schema) || there.includes(schema)) return
    there.push(schema)
    inPlace(schema, accepts, value, document).forEach(visit)
  }
  here.forEach(visit)
  if (Array.isArray(value)) {
    return value.every((item, index) => {
      const below = there.flatMap((schema) => {
        const prefix = (schema['prefixItems'] as unknown[] | undefined) ?? []
        const own = index < prefix.length ? [prefix[index]] : [schema['items'] ?? true]
        const { unevaluatedItems: rest = true, ...others } = schema
        return evaluate(others, value, document)?.items.has(index) ? own : [...own, rest]
      })
      return isDeclared(document, below, item)
    })
  }
  if (!isRecord(value)) return true
  const writes = (keyword: string) =>
    there.some((schema) =>
      keyword === 'patternProperties' ? Object.keys(schema[keyword] ?? {}).length > 0 : Object.hasOwn(schema, keyword),
    )
  const names = new Set(
    there.flatMap((schema) => [
      ...Object.keys((schema['properties'] as object | undefined) ?? {}),
      ...((schema['required'] as string[] | undefined) ?? []),
    ]),
  )
  const isOpen =
    !there.some(hasProperties) ||
    ['additionalProperties', 'patternProperties', 'unevaluatedProperties'].some(writes) ||
    here.every((schema) => isFreeForm(schema, accepts, value, document))
  return Object.entries(value).every(([name, member]) => {
    const below = there.flatMap((schema) => {
      const matching = Object.entries((schema['patternProperties'] as object | undefined) ?? {}).flatMap(
        ([source, one]) => (new RegExp(source, 'u').test(name) ? [one as unknown] : []),
      )
      const own = [
        ...matching,
        ...Object.entries((schema['properties'] as object | undefined) ?? {}).flatMap(([key, one]) =>
          key === name ? [one as unknown] : [],
        ),
      ]
      if (own.length === 0) own.push(schema['additionalProperties'] ?? true)
      const { unevaluatedProperties: rest = true, ...others } = schema
      return evaluate(others, value, document)?.names.has(name) ? own : [...own, rest]
    })
    return (isOpen || names.has(name)) && isDeclared(document, below, member)
  })
}

function hasProperties(schema: Keywords): boolean {
  return Object.keys((schema['properties'] as object | undefined) ?? {}).length > 0
}

/** What judges the same value, alternatives that refuse it left out. */
function inPlace(schema: Keywords, accepts: (one: unknown) => boolean, value: unknown, document: unknown): unknown[] {
  const list = (keyword: string) => (schema[keyword] as unknown[] | undefined) ?? []
  return [...together(schema, accepts, value, document), ...[...list('anyOf'), ...list('oneOf')].filter(accepts)]
}

function together(schema: Keywords, accepts: (one: unknown) => boolean, value: unknown, document: unknown): unknown[] {
  const dependent = Object.entries((schema['dependentSchemas'] as object | undefined) ?? {})
  return [
    ...(schema['$ref'] === undefined ? [] : [find(document, schema['$ref'] as string)]),
    ...((schema['allOf'] as unknown[] | undefined) ?? []),
    ...dependent.flatMap(([name, one]) => (isRecord(value) && Object.hasOwn(value, name) ? [one as unknown] : [])),
    ...(schema['if'] === undefined
      ? []
      : accepts(schema['if'])
        ? [schema['if'], schema['then'] ?? true]
        : [schema['else'] ?? true]),
  ]
}

function isFreeForm(schema: unknown, accepts: (one: unknown) => boolean, value: unknown, document: unknown): boolean {
  if (!isRecord(schema)) return true
  const inner = (one: unknown) => isFreeForm(one, accepts, value, document)
  const chosen = (keyword: string) =>
    schema[keyword] === undefined || (schema[keyword] as unknown[]).some((one) => accepts(one) && inner(one))
  return (
    !hasProperties(schema) &&
    together(schema, accepts, value, document).every(inner) &&
    chosen('anyOf') &&
    chosen('oneOf')
  )
}

interface Evaluated {
  readonly names: ReadonlySet<string>
  readonly items: ReadonlySet<number>
}

/** What has been evaluated of the value, or undefined when it is refused. */
function evaluate(schema: unknown, value: unknown, document: unknown): Evaluated | undefined {
  if (typeof schema === 'boolean') return schema ? { names: new Set(), items: new Set() } : undefined
  const keywords = new Map(Object.entries(schema as object))
  const names = new Set<string>()
  const items = new Set<number>()
  const check = (below: unknown, part: unknown) => evaluate(below, part, document)
  const inPlace = (below: unknown, judged = check(below, value)): boolean => {
    judged?.names.forEach((name) => names.add(name))
    judged?.items.forEach((item) => items.add(item))
    return judged !== undefined
  }
  const rules: Readonly<Record<string, (argument: never) => boolean>> = {
    $ref: (ref: string) => inPlace(find(document, ref)),
    type: (types: string | string[]) => [types].flat().some((type) => isOfType(value, type)),
    enum: (members: unknown[]) => members.some((member) => isEqual(member, value)),
    const: (member: unknown) => isEqual(member, value),
    allOf: (parts: unknown[]) => parts.filter((part) => !inPlace(part)).length === 0,
    anyOf: (parts: unknown[]) => parts.filter((part) => inPlace(part)).length > 0,
    oneOf: (parts: unknown[]) => {
      const fitting = parts.map((part) => check(part, value)).filter((judged) => judged !== undefined)
      return fitting.length === 1 && inPlace(undefined, fitting[0])
    },
    not: (part: unknown) => check(part, value) === undefined,
    if: (part: unknown) => {
      const next = inPlace(part) ? 'then' : 'else'
      return !keywords.has(next) || inPlace(keywords.get(next))
    },
    ...(typeof value === 'number' && {
      minimum: (limit: number) => value >= limit,
      maximum: (limit: number) => value <= limit,
      exclusiveMinimum: (limit: number) => value > limit,
      exclusiveMaximum: (limit: number) => value < limit,
      multipleOf: (unit: number) => inUnits(value, unit) % inUnits(unit, value) === 0n,
      format: (name: string) => isOfFormat(value, name),
    }),
    ...(typeof value === 'string' && {
      minLength: (limit: number) => Array.from(value).length >= limit,
      maxLength: (limit: number) => Array.from(value).length <= limit,
      pattern: (source: string) => new RegExp(source, 'u').test(value),
      format: (name: string) => isOfFormat(value, name),
    }),
    ...(Array.isArray(value) && {
      minItems: (limit: number) => value.length >= limit,
      maxItems: (limit: number) => value.length <= limit,
      uniqueItems: (on: boolean) =>
        !on || !value.some((item, index) => value.slice(0, index).some((before) => isEqual(before, item))),
      prefixItems: (parts: unknown[]) =>
        parts.slice(0, value.length).filter((part, index) => {
          items.add(index)
          return check(part, value[index]) === undefined
        }).length === 0,
      items: (part: unknown) => {
        const start = (keywords.get('prefixItems') as unknown[] | undefined)?.length ?? 0
        value.forEach((_, index) => index >= start && items.add(index))
        return value.slice(start).every((item) => check(part, item))
      },
      contains: (part: unknown) => {
        const found = value.map((item) => check(part, item) !== undefined)
        found.forEach((fits, index) => fits && items.add(index))
        const count = found.filter(Boolean).length
        const [least = 1, most = count] = [keywords.get('minContains'), keywords.get('maxContains')]
        return count >= Number(least) && count <= Number(most)
      },
    }),
    ...(isRecord(value) && objectRules(value, keywords, names, check, inPlace)),
  }
  for (const [keyword, argument] of keywords) {
    const rule = Object.hasOwn(rules, keyword) ? rules[keyword] : undefined
    if (rule && !rule(argument as never)) return undefined
  }
  const rest = keywords.get('unevaluatedProperties')
  if (isRecord(value) && rest !== undefined) {
    for (const [name, member] of Object.entries(value)) {
      if (!names.has(name) && !check(rest, member)) return undefined
      names.add(name)
    }
  }
  const others = keywords.get('unevaluatedItems')
  if (Array.isArray(value) && others !== undefined) {
    for (const [index, item] of value.entries()) {
      if (!items.has(index) && !check(others, item)) return undefined
      items.add(index)
    }
  }
  return { names, items }
}

function objectRules(
  value: Readonly<Record<string, unknown>>,
  keywords: ReadonlyMap<string, unknown>,
  names: Set<string>,
  check: (schema: unknown, part: unknown) => Evaluated | undefined,
  inPlace: (schema: unknown) => boolean,
): Readonly<Record<string, (argument: never) => boolean>> {
  const members = Object.entries(value)
  const judge = (schema: unknown, name: string, member: unknown) => {
    names.add(name)
    return check(schema, member) !== undefined
  }
  const all = (results: readonly boolean[]) => results.every(Boolean)
  return {
    required: (wanted: string[]) => wanted.every((name) => Object.hasOwn(value, name)),
    minProperties: (limit: number) => members.length >= limit,
    maxProperties: (limit: number) => members.length <= limit,
    propertyNames: (schema: unknown) => members.every(([name]) => check(schema, name)),
    properties: (schemas: object) =>
      all(Object.entries(schemas).map(([name, one]) => !Object.hasOwn(value, name) || judge(one, name, value[name]))),
    patternProperties: (schemas: object) =>
      all(
        Object.entries(schemas).flatMap(([source, one]) =>
          members.map(([name, member]) => !new RegExp(source, 'u').test(name) || judge(one, name, member)),
        ),
      ),
    additionalProperties: (schema: unknown) => {
      const declared = Object.keys((keywords.get('properties') as object | undefined) ?? {})
      const patterns = Object.keys((keywords.get('patternProperties') as object | undefined) ?? {})
      const extra = members.filter(
        ([name]) => !declared.includes(name) && !patterns.some((source) => new RegExp(source, 'u').test(name)),
      )
      return all(extra.map(([name, member]) => judge(schema, name, member)))
    },
    dependentRequired: (map: Readonly<Record<string, string[]>>) =>
      Object.entries(map).every(
        ([name, wanted]) => !Object.hasOwn(value, name) || wanted.every((other) => Object.hasOwn(value, other)),
      ),
    dependentSchemas: (map: object) =>
      all(Object.entries(map).map(([name, schema]) => !Object.hasOwn(value, name) || inPlace(schema))),
  }
}

function find(document: unknown, ref: string): unknown {
  const tokens = decodeURIComponent(ref.slice(1)).split('/').slice(1)
  return tokens
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, token) => (at as Readonly<Record<string, unknown>>)[token], document)
}

/** `value` in units of the last decimal that either of the two is written with. */
function inUnits(value: number, other: number): bigint {
  const [digits, exponent] = written(value)
  return digits * 10n ** BigInt(exponent - Math.min(exponent, written(other)[1]))
}

function written(value: number): [digits: bigint, exponent: number] {
  const [mantissa = '0', power = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), Number(power) - fraction.length]
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  return type === 'object' ? isRecord(value) : typeof value === type
}

function isOfFormat(value: string | number, name: string): boolean {
  if (name === 'int64') return typeof value !== 'number' || (Number.isInteger(value) && Math.abs(value) < 2 ** 63)
  const format: unknown = Object.hasOwn(fullFormats, name) ? fullFormats[name as keyof typeof fullFormats] : undefined
  const type = isRecord(format) && format['type'] === 'number' ? 'number' : 'string'
  if (format === undefined || format === true || typeof value !== type) return true
  const test: unknown = isRecord(format) && !(format instanceof RegExp) ? format['validate'] : format
  return test instanceof RegExp ? test.test(String(value)) : (test as (value: unknown) => boolean)(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEqual(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((item, index) => isEqual(item, after[index]))
  if (!isRecord(before) || !isRecord(after)) return before === after
  const keys = Object.keys(before)
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => Object.hasOwn(after, key) && isEqual(before[key], after[key]))
  )
}
