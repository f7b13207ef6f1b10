import { decodeDeepObject } from './deep-object.js'
import { type Refuse, refuser, type WireIssue } from './issue.js'
import { unescapeQuery, unescapeText } from './percent.js'
import { parsePairs, type QueryPair, type QueryPairs } from './query-pairs.js'
import { setOwn } from './record.js'
import { parseJson } from './scalar.js'
import type { ParameterStyle, WireParameter } from './types.js'
import { delimitedAs, listAs, pairsAs, textAs } from './unflatten.js'

const delimiters: Partial<Record<ParameterStyle, RegExp>> = {
  form: /,/,
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7C/i,
  tabDelimited: /%09/,
}

/** The declared parameters of a query (without `?`), by property name. What is not declared is passed over. */
export function decodeQuery(
  parameters: readonly WireParameter[],
  query: string,
  issues: WireIssue[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const declared = parameters.filter((parameter) => parameter.in === 'query' || parameter.in === 'querystring')
  if (declared.length === 0 && query === '') return values
  const whole = declared.find((parameter) => parameter.in === 'querystring')
  if (whole) {
    setValue(values, whole, query === '' ? undefined : decodeWhole(whole, query, issues), query !== '', issues)
    return values
  }
  const pairs = parsePairs(query, 'query', issues)
  if (pairs) decodePairs(declared, pairs, 'query', issues, values)
  return values
}

/** The same for pairs that are split already; also for forms, whose properties are declared as parameters. */
export function decodePairs(
  parameters: readonly WireParameter[],
  pairs: QueryPairs,
  place: WireIssue['place'],
  issues: WireIssue[],
  values: Record<string, unknown>,
): void {
  const taken = new Set(parameters.filter((each) => !isSpread(each)).map(({ name }) => name))
  for (const parameter of parameters) {
    const refuse = refuser(issues, place, parameter.name)
    const before = issues.length
    const value = decodeOne(parameter, pairs, taken, refuse)
    setValue(values, parameter, value, issues.length > before, issues, place)
  }
}

/** Sets what was found; a required parameter that is missing is an issue, unless one was `noted` already. */
function setValue(
  values: Record<string, unknown>,
  parameter: WireParameter,
  value: unknown,
  noted: boolean,
  issues: WireIssue[],
  place: WireIssue['place'] = parameter.in,
): void {
  if (value !== undefined) setOwn(values, parameter.property ?? parameter.name, value)
  else if (parameter.required && !noted) refuser(issues, place, parameter.name)('required', 'a value')
}

/** An exploded object, but in the style `deepObject`: its properties stand beside the other parameters. */
function isSpread({ style = 'form', explode = style === 'form', shape }: WireParameter): boolean {
  return style !== 'deepObject' && explode && shape?.kind === 'object'
}

function decodeOne(parameter: WireParameter, pairs: QueryPairs, taken: ReadonlySet<string>, refuse: Refuse): unknown {
  const { name, shape, style = 'form', explode = style === 'form' } = parameter
  const named = pairs.named(name)
  if (style === 'deepObject') {
    const found = [...named, ...pairs.below(name)]
    if (found.length === 0) return undefined
    return decodeDeepObject(
      found.map((pair) => [pair.name.slice(name.length), pair.text]),
      shape,
      refuse,
    )
  }
  if (isSpread(parameter)) return decodeSpread(parameter, pairs, taken, refuse)
  if (explode && shape?.kind === 'array') {
    return named.length === 0
      ? undefined
      : listAs(
          named.map(({ text }) => text),
          shape,
          refuse,
        )
  }
  const [only] = named
  if (!only) return undefined
  if (named.length > 1) return refuse('duplicate', 'one value')
  const item = delimiters[style] ?? /,/
  return delimitedAs(only.raw, shape, { item, decode: unescapeQuery }, refuse)
}

function decodeSpread(
  { name, shape }: WireParameter,
  pairs: QueryPairs,
  taken: ReadonlySet<string>,
  refuse: Refuse,
): unknown {
  if (shape?.kind !== 'object') return undefined
  const isOwn = (pair: QueryPair): boolean =>
    Object.hasOwn(shape.properties, pair.name) || (shape.rest !== undefined && !taken.has(pair.name))
  const own = pairs.all.filter((pair) => !taken.has(pair.name) && isOwn(pair))
  const [alone] = pairs.named(name)
  if (shape.or && alone && own.every((pair) => pair === alone)) return textAs(alone.text, shape, refuse)
  if (own.length === 0) return undefined
  return pairsAs(
    own.map(({ name: each, text }) => [each, text]),
    shape,
    refuse,
  )
}

function decodeWhole(parameter: WireParameter, query: string, issues: WireIssue[]): unknown {
  const refuse = refuser(issues, 'querystring', parameter.name)
  if (parameter.shape?.kind === 'object') {
    const pairs = parsePairs(query, 'querystring', issues)
    return (
      pairs &&
      pairsAs(
        pairs.all.map(({ name, text }) => [name, text]),
        parameter.shape,
        refuse,
      )
    )
  }
  const text = unescapeText(query)
  if (text === undefined) return refuse('encoding', 'percent-encoded UTF-8')
  return parameter.shape?.kind === 'json' ? parseJson(text, refuse) : textAs(text, parameter.shape, refuse)
}
