import { didYouMean } from './did-you-mean.js'

/** Where a value stands: the keys and indexes that lead to it. */
export type ValuePath = readonly (string | number)[]

/** Reads one value of a file that a user wrote; reports what is wrong and gives undefined then. */
export type Shape<T> = (value: unknown, path: ValuePath, report: ShapeReport) => T | undefined

/** What is done about a wrong value. `help` says what was probably meant. */
export interface ShapeReport {
  refuse(path: ValuePath, expected: string, help?: string): void
  /** A key that has no meaning here. */
  unknownKey(path: ValuePath, help: string): void
}

export const text: Shape<string> = (value, path, report) => {
  if (typeof value === 'string' && value !== '') return value
  report.refuse(path, 'a text that is not empty')
  return undefined
}

export const flag: Shape<boolean> = (value, path, report) => {
  if (typeof value === 'boolean') return value
  report.refuse(path, 'true or false')
  return undefined
}

/** A whole number of this size at least. */
export function integer(minimum: number): Shape<number> {
  return (value, path, report) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum) return value
    report.refuse(path, `a whole number, ${minimum} or more`)
    return undefined
  }
}

export function oneOf<const Options extends readonly string[]>(options: Options): Shape<Options[number]> {
  return (value, path, report) => {
    if (typeof value === 'string' && options.includes(value)) return value
    const near = typeof value === 'string' ? didYouMean(value, options) : undefined
    const expected = `one of ${options.map((option) => `\`${option}\``).join(', ')}`
    report.refuse(path, expected, near && `Did you mean \`${near}\`?`)
    return undefined
  }
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, path, report) => {
    if (!Array.isArray(value)) {
      report.refuse(path, 'a list')
      return undefined
    }
    return value.flatMap((entry: unknown, index) => {
      const read = item(entry, [...path, index], report)
      return read === undefined ? [] : [read]
    })
  }
}

/** An object with any keys, all of whose values have one shape. */
export function record<T>(item: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return (value, path, report) => {
    if (!isRecord(value)) {
      report.refuse(path, 'an object')
      return undefined
    }
    const read = new Map<string, T>()
    for (const [key, entry] of Object.entries(value)) {
      const one = item(entry, [...path, key], report)
      if (one !== undefined) read.set(key, one)
    }
    return read
  }
}

type Fields = Readonly<Record<string, { readonly shape: Shape<unknown>; readonly required?: boolean }>>
type Read<F extends Fields> = {
  readonly [Name in keyof F]?: F[Name]['shape'] extends Shape<infer T> ? T : never
}

/** An object with these fields and no others. */
export function fields<const F extends Fields>(known: F): Shape<Read<F>> {
  return (value, path, report) => {
    if (!isRecord(value)) {
      report.refuse(path, 'an object')
      return undefined
    }
    const names = Object.keys(known)
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(known, name)) report.unknownKey([...path, name], helpFor(name, names))
    }
    const read: Record<string, unknown> = {}
    for (const name of names) {
      const given: unknown = Object.hasOwn(value, name) ? value[name] : undefined
      const field = known[name]
      if (given !== undefined) read[name] = field?.shape(given, [...path, name], report)
      else if (field?.required) report.refuse(path, `an object with \`${name}\``)
    }
    return read as Read<F>
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function helpFor(name: string, known: readonly string[]): string {
  const near = didYouMean(name, known)
  return near ? `Did you mean \`${near}\`?` : `Known are ${known.map((key) => `\`${key}\``).join(', ')}.`
}
