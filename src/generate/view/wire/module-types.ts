import type { Schema } from '../../../contract/model/index.js'
import { statusTypeImports } from '../../plan/status.js'
import type { Direction, Plan } from '../../plan/types.js'
import { ident } from '../../render/escape.js'
import type { Imports } from '../../render/imports.js'
import type { CodeText, TypeText } from '../../render/text.js'
import type { Schemas } from './schema-parts.js'
import { createTypePrinter } from './type-cache.js'

export const clientRuntime = '@tenantkit/runtime/gen1'
export const serverRuntime = '@tenantkit/runtime/gen1/server'

/** The types that one generated module refers to; each use is an import of that module. */
export interface ModuleTypes {
  readonly schemas: Schemas
  /** `unknown` for no schema. */
  of(schema: Schema | undefined, direction: Direction): TypeText
  /** The same where strings of bytes are files. */
  ofMultipart(schema: Schema, direction: Direction): TypeText
  /** The type of a status, with the runtime's types that it mentions. */
  status(type: string): TypeText
  /** A type of the runtime. */
  runtime(name: string): TypeText
  /** A type that the module declares itself. */
  declared(name: string): TypeText
  /** The name of a type that is worth one, because it does not fit a line; short ones stay as they are. */
  named(name: string, type: TypeText): TypeText
  /** Declarations of what `named` has named since it was last asked, each with a line end. */
  takeNamed(): CodeText
  /** Declarations of types that nest too deep to be written in place; ask for them last. */
  helpers(): readonly CodeText[]
}

export interface ModuleTypesOptions {
  readonly plan: Plan
  readonly imports: Imports
  /** The part of the runtime that the module stands on. */
  readonly runtime: string
  /** What helper types are named after; unique in the module. */
  readonly name: string
}

export function moduleTypes({ plan, imports, runtime, name }: ModuleTypesOptions): ModuleTypes {
  const printer = createTypePrinter(plan, imports, name)
  const known = new Map<string, TypeText>()
  const runtimeType = (type: string): TypeText => {
    let local = known.get(type)
    if (local === undefined) known.set(type, (local = imports.type(runtime, type) as string as TypeText))
    return local
  }
  let pending: string[] = []
  return {
    schemas: plan.contract.schemas,
    of: (schema, direction) => (schema ? printer.print(schema, direction, false) : ('unknown' as TypeText)),
    ofMultipart: (schema, direction) => printer.print(schema, direction, true),
    status(type) {
      // By far the most are a number.
      if (/^\d+$/.test(type)) return type as TypeText
      let text = type
      for (const mentioned of statusTypeImports(type)) {
        const local = runtimeType(mentioned)
        if (local !== mentioned) text = text.replaceAll(mentioned, local)
      }
      return text as TypeText
    },
    runtime: runtimeType,
    declared: (type) => ident(type) as string as TypeText,
    named(wanted, type) {
      if (!type.includes('\n')) return type
      const declared = imports.declare(wanted)
      pending.push(`export type ${declared} = ${type}\n`)
      return declared as string as TypeText
    },
    takeNamed() {
      const text = pending.join('\n')
      pending = []
      return text as CodeText
    },
    helpers: () => printer.helpers(),
  }
}
