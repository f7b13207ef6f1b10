import type { PlannedSchema } from '../../plan/types.js'
import { docComment } from '../../render/doc.js'
import { ident } from '../../render/escape.js'
import { members } from '../../render/object-type.js'
import { schemaDoc } from '../../render/schema-doc.js'
import { interfaceParts, schemaShapes } from '../../render/schema-shape.js'
import type { CodeText } from '../../render/text.js'
import type { TypeContext } from '../../render/type-context.js'
import { placeType, printType, typeName } from '../../render/type-printer.js'
import { after } from '../../render/type-text.js'

/** The declaration of a named schema with its doc comment: an interface where that says it all, else an alias. */
export function declareSchema(planned: PlannedSchema, name: string, context: TypeContext): CodeText {
  const { id, schema } = planned
  const doc = docComment(schemaDoc(schema, context))
  const parts = schemaShapes(context.module.plan).isInterface(id) ? interfaceParts(schema) : undefined
  if (!parts) {
    const type = printType(schema, { ...context, inPlaceOf: id })
    return `${doc}${after(`export type ${ident(name)} =`, type)}` as CodeText
  }
  const bases = parts.bases.map((base) => typeName(base, context))
  const lines = members(parts.own, { ...context, indent: '  ', depth: 1 }, placeType)
  const [only] = bases
  if (lines.length === 0 && bases.length <= 1) {
    return `${doc}export type ${ident(name)} = ${only ?? 'Readonly<Record<never, never>>'}` as CodeText
  }
  const heritage = bases.length === 0 ? '' : ` extends ${bases.join(', ')}`
  const body = lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n}`
  return `${doc}export interface ${ident(name)}${heritage} ${body}` as CodeText
}
