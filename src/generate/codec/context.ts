import type { Schema } from '../../contract/model/index.js'
import type { FieldClass } from '../masking/field-class.js'
import type { Direction } from '../plan/types.js'
import type { Scope } from './codec-module.js'
import type { Facts, Schemas } from './model/facts.js'

/** What the writers of functions share. A request gives the local name of a function, which is written sooner or later. */
export interface CodecContext {
  readonly schemas: Schemas
  readonly facts: Facts
  /** Which way the values go that are written; what comes in is written only to look for masks in it. */
  readonly direction: Direction
  /** `(value, at, issues) => boolean` */
  check(schema: Schema, direction: Direction, scope: Scope, leftOut?: ReadonlySet<string>): string
  /** `(value, view) => string`, for a value that all of the schemas describe. */
  write(schemas: readonly Schema[], inherited: FieldClass | undefined, scope: Scope): string
  /** The same without the alternatives, which the caller adds. */
  writeCertain(schemas: readonly Schema[], inherited: FieldClass | undefined, scope: Scope): string
  /** Whether what all of the schemas describe is picked as a value and written at once. */
  isPlain(schemas: readonly Schema[]): boolean
  /** `(value, view) => unknown`: what may be shown of a plain value. */
  pick(schemas: readonly Schema[], inherited: FieldClass | undefined, scope: Scope): string
  /** `(value, view) => void` */
  guard(schema: Schema, scope: Scope): string
  /** `(value, at, seen) => void`: notes which properties and items of a valid value a schema has evaluated. */
  evaluate(schema: Schema, direction: Direction, scope: Scope): string
  /** The lowest sensitivity that is ever hidden, see `FieldClass`. */
  isHidden(held: FieldClass | undefined): boolean
  /** Whether a property tells alternatives apart. */
  isTag(property: Schema): boolean
}

/** Where one function of checks is being written. */
export interface CheckPlace {
  readonly context: CodecContext
  readonly scope: Scope
  readonly direction: Direction
  /** Properties that a schema around this one leaves out in this direction, so that they cannot be required. */
  readonly leftOut: ReadonlySet<string>
}

/** The scope of something below: its name and place get one step longer. */
export function below(scope: Scope, name: string, step = ''): Scope {
  const joined = scope.name + name
  // Names of what nests deep would fill the screen; numbers tell them apart.
  return { module: scope.module, name: joined.length > 80 ? scope.name : joined, field: shortened(scope.field + step) }
}

function shortened(field: string): string {
  return field.length > 400 ? `${field.slice(0, 396)}...` : field
}
