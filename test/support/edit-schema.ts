import { withoutCircles } from './random-json-schema.js'

type Node = Record<string, unknown>
type Document = Readonly<Record<string, unknown>>

/** Numbers that decide what is edited and how. */
export interface Edit {
  readonly where: number
  readonly what: number
  readonly how: number
  /** A schema to put in. */
  readonly other: unknown
}

/**
 * The document with one edit, as the author of a contract would make it: a keyword more or less, another bound, a
 * branch, a member. Undefined where the numbers lead to nothing that can be edited.
 */
export function edited(document: Document, edit: Edit): Document | undefined {
  const copy = structuredClone(document) as Node
  const nodes = schemasIn(copy)
  const node = nodes[edit.where % nodes.length] as Node
  const keywords = Object.keys(node).filter((keyword) => keyword !== '$defs')
  const keyword = keywords[edit.what % Math.max(1, keywords.length)]
  const kind = edit.how % 10
  if (kind === 0) addKeyword(node, edit)
  else if (kind === 1) wrap(node, edit)
  else if (keyword === undefined) return undefined
  else if (kind === 2) Reflect.deleteProperty(node, keyword)
  else change(node, keyword, edit)
  return hasCircle(copy) ? undefined : copy
}

/** Whether a reference leads back to where it stands without a step into the value. */
export function hasCircle({ $defs = {}, ...root }: Document): boolean {
  const defs = { ...($defs as Document), It: root }
  return JSON.stringify(withoutCircles(defs)) !== JSON.stringify(defs)
}

/** All schemas in the document that are objects and that something leads to, the document first. */
function schemasIn(start: Node): readonly Node[] {
  const found: Node[] = []
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null || Array.isArray(one) || found.includes(one as Node)) return
    found.push(one as Node)
    for (const [keyword, value] of Object.entries(one)) {
      if (keyword === '$ref') visit((start['$defs'] as Node)[String(value).slice('#/$defs/'.length)])
      else if (lists.has(keyword)) (value as unknown[]).forEach(visit)
      else if (maps.has(keyword)) Object.values(value as object).forEach(visit)
      else if (singles.has(keyword)) visit(value)
    }
  }
  visit(start)
  return found
}

const lists: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas'])
const singles: ReadonlySet<string> = new Set([
  ...['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
])
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']
const names = ['a', 'b', 'c', 'ab']

function addKeyword(node: Node, { what, other }: Edit): void {
  const choices: Node[] = [
    { type: types[what % types.length] },
    { minLength: 1 + (what % 2) },
    { maxLength: what % 3 },
    { minimum: what % 4 },
    { maximum: what % 4 },
    { required: [names[what % names.length]] },
    { properties: { [names[what % names.length] as string]: other } },
    { additionalProperties: what % 2 === 0 ? false : other },
    { minItems: 1 },
    { maxItems: what % 3 },
    { not: other },
    { enum: [1, 'a', null, { a: 1 }, []].slice(what % 3) },
    { uniqueItems: true },
    { minProperties: 1 },
    { maxProperties: 1 + (what % 2) },
    { pattern: '^a' },
    { items: other },
    { if: other, then: { required: ['a'] } },
    { dependentRequired: { a: ['b'] } },
    { multipleOf: 2 },
    { contains: other },
    { unevaluatedProperties: false },
  ]
  const added = choices[Math.floor(what / 7) % choices.length] as Node
  for (const [keyword, value] of Object.entries(added)) if (!Object.hasOwn(node, keyword)) node[keyword] = value
}

/** What is there becomes a part of something. */
function wrap(node: Node, { what, other }: Edit): void {
  const inner: Node = {}
  for (const keyword of Object.keys(node)) {
    if (keyword === '$defs') continue
    inner[keyword] = node[keyword]
    Reflect.deleteProperty(node, keyword)
  }
  const choices: Node[] = [
    { allOf: [inner] },
    { anyOf: [inner, other] },
    { oneOf: [inner, other] },
    { allOf: [inner, other] },
    { not: { not: inner } },
    { if: inner, then: true, else: other },
  ]
  Object.assign(node, choices[what % choices.length])
}

function change(node: Node, keyword: string, { how, other }: Edit): void {
  const value = node[keyword]
  const turn = Math.floor(how / 10)
  if (keyword === 'type') {
    const list = [value].flat() as string[]
    const more = types[turn % types.length] as string
    node['type'] = turn % 2 === 0 ? [...new Set([...list, more])] : list.length > 1 ? list.slice(1) : more
  } else if (typeof value === 'number') {
    const steps = keyword.endsWith('imum') ? [1, -1, 0.5, -0.5, 2] : [1, -1, 2]
    const next = value + (steps[turn % steps.length] as number)
    node[keyword] = keyword.endsWith('imum') ? next : Math.max(keyword === 'multipleOf' ? 0.5 : 0, next)
  } else if (keyword === 'enum' || keyword === 'required' || lists.has(keyword)) {
    const list = value as unknown[]
    const extra = keyword === 'enum' ? turn : keyword === 'required' ? names[turn % names.length] : other
    node[keyword] =
      turn % 2 === 0 ? unique([...list, extra]) : list.length > 1 ? list.toSpliced(turn % list.length, 1) : list
  } else if (maps.has(keyword)) {
    const map = value as Node
    const present = Object.keys(map)
    if (turn % 2 === 0 && keyword === 'properties')
      node[keyword] = { ...map, [names[turn % names.length] as string]: other }
    else if (present.length > 0) Reflect.deleteProperty(map, present[turn % present.length] as string)
  } else if (singles.has(keyword)) {
    node[keyword] = turn % 3 === 0 ? other : turn % 3 === 1
  } else if (typeof value === 'boolean') {
    node[keyword] = !value
  } else if (keyword === 'pattern') {
    node['pattern'] = ['^[ab]*$', 'b$', '^.{1,2}$'][turn % 3]
  }
}

function unique(list: readonly unknown[]): readonly unknown[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}
