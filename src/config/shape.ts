import { type Diagnostic, diagnostic, type SourceSpan } from '../diagnostic/index.js'
import { didYouMean } from '../util/did-you-mean.js'

/** Looks up the position of a configuration value by its path; absent for configurations that are programs. */
export type SpanOf = (path: readonly (string | number)[], part: 'key' | 'value') => SourceSpan | undefined

/** Reads one value of the configuration; reports what is wrong and gives undefined then. */
export type Shape<T> = (value: unknown, path: readonly (string | number)[], context: ShapeContext) => T | undefined

export interface ShapeContext {
  readonly file: string
  readonly spanOf: SpanOf
  readonly problems: Diagnostic[]
}

export const text: Shape<string> = (value, path, context) => {
  if (typeof value === 'string' && value !== '') return value
  refuse(path, 'a text that is not empty', context)
  return undefined
}

export const flag: Shape<boolean> = (value, path, context) => {
  if (typeof value === 'boolean') return value
  refuse(path, 'true or false', context)
  return undefined
}

export function oneOf<const Options extends readonly string[]>(options: Options): Shape<Options[number]> {
  return (value, path, context) => {
    if (typeof value === 'string' && options.includes(value)) return value
    const near = typeof value === 'string' ? didYouMean(value, options) : undefined
    refuse(path, `one of ${options.map((option) => `\`${option}\``).join(', ')}`, context, near)
    return undefined
  }
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, path, context) => {
    if (!Array.isArray(value)) {
      refuse(path, 'a list', context)
      return undefined
    }
    return value.flatMap((entry: unknown, index) => {
      const read = item(entry, [...path, index], context)
      return read === undefined ? [] : [read]
    })
  }
}

type Fields = Readonly<Record<string, { readonly shape: Shape<unknown>; readonly required?: boolean }>>
type Read<F extends Fields> = {
  readonly [Name in keyof F]?: F[Name]['shape'] extends Shape<infer T> ? T : never
}

/** An object with these fields and no others. */
export function fields<const F extends Fields>(known: F): Shape<Read<F>> {
  return (value, path, context) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      refuse(path, 'an object', context)
      return undefined
    }
    const names = Object.keys(known)
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(known, name)) reportUnknown([...path, name], name, names, context)
    }
    const read: Record<string, unknown> = {}
    for (const name of names) {
      const given: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
      const field = known[name]
      if (given !== undefined) read[name] = field?.shape(given, [...path, name], context)
      else if (field?.required) refuse(path, `an object with \`${name}\``, context)
    }
    return read as Read<F>
  }
}

function refuse(
  path: readonly (string | number)[],
  expected: string,
  { file, spanOf, problems }: ShapeContext,
  near?: string,
): void {
  const place = path.length === 0 ? 'the configuration' : `\`${path.join('.')}\``
  problems.push(
    diagnostic(
      'TK6003',
      { file, place, expected },
      { span: spanOf(path, 'value'), help: near && `Did you mean \`${near}\`?` },
    ),
  )
}

function reportUnknown(
  path: readonly (string | number)[],
  name: string,
  known: readonly string[],
  { file, spanOf, problems }: ShapeContext,
): void {
  const near = didYouMean(name, known)
  const help = near ? `Did you mean \`${near}\`?` : `Known are ${known.map((key) => `\`${key}\``).join(', ')}.`
  problems.push(diagnostic('TK6004', { file, key: path.join('.') }, { span: spanOf(path, 'key'), help }))
}
