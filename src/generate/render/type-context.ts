import type { Schema, SchemaId } from '../../contract/model/index.js'
import type { Direction, Plan } from '../plan/types.js'
import type { Imports } from './imports.js'
import type { Ident } from './text.js'

/** Where the types of one module come together: its imports, and helper types for what nests too deep to read. */
export interface TypeModule {
  readonly plan: Plan
  readonly imports: Imports
  /** What helpers are named after: `OrderNested`, `OrderNested2`. */
  readonly helperName: string
  readonly helpers: TypeHelper[]
}

interface TypeHelper {
  readonly name: Ident
  readonly schema: Schema
  readonly context: TypeContext
}

/** What a type expression depends on beside its schema. */
export interface TypeContext {
  readonly module: TypeModule
  /** Decides on read-only and write-only members, and on open enums: `output` expects values that do not exist yet. */
  readonly direction: Direction
  /** Inside a multipart body, where a binary string is a file. Default: false. */
  readonly files?: boolean | undefined
  /** What the lines of the expression, but the first, start with. Default: none. */
  readonly indent?: string | undefined
  /** The schema whose alias this is part of, not behind a member: see `SchemaShapes.isCut`. */
  readonly inPlaceOf?: SchemaId | undefined
  /** Levels of nesting so far. */
  readonly depth?: number | undefined
}

export interface TypeModuleOptions {
  readonly plan: Plan
  readonly imports: Imports
  /** Name of the type or operation that the module is about. */
  readonly name: string
}

export function createTypeModule({ plan, imports, name }: TypeModuleOptions): TypeModule {
  return { plan, imports, helperName: `${name}Nested`, helpers: [] }
}

/** Levels of inline schemas in one expression; deeper ones become helper types, so that neither we nor TypeScript run out of stack. */
const deepest = 16

export function isTooDeep(context: TypeContext): boolean {
  return (context.depth ?? 0) >= deepest
}

/** Puts a schema off to a helper type of the module. */
export function hoist(schema: Schema, context: TypeContext): Ident {
  const { helpers, helperName } = context.module
  const name = `${helperName}${helpers.length === 0 ? '' : helpers.length + 1}` as Ident
  helpers.push({ name, schema, context: { ...context, indent: '', depth: 0 } })
  return name
}

/** Forgets what printing asked for when its text is dropped: an import or a helper that nothing mentions is an error. */
export function tentative<T>({ imports, helpers }: TypeModule, print: () => T, isKept: (printed: T) => boolean): T {
  const mark = imports.mark()
  const count = helpers.length
  const printed = print()
  if (!isKept(printed)) {
    imports.restore(mark)
    helpers.length = count
  }
  return printed
}
