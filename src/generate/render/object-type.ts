import { isLeftOut } from '../../contract/annotation/index.js'
import type { Schema } from '../../contract/model/index.js'
import { docComment } from './doc.js'
import { propertyKey } from './escape.js'
import { propertyDoc } from './schema-doc.js'
import { hasIndex } from './schema-shape.js'
import { type TypeContext, tentative } from './type-context.js'
import { after, atom, type TypePart, unionOf, unknownType } from './type-text.js'

/** The printer of any schema, handed down so that the two need not import each other. */
export type PrintPart = (schema: Schema, context: TypeContext) => TypePart

/** An object as a type literal. */
export function objectType(schema: Schema, context: TypeContext, print: PrintPart): TypePart {
  const indent = context.indent ?? ''
  const lines = members([schema], { ...context, indent: `${indent}  ` }, print)
  if (lines.length === 0) return atom('Readonly<Record<never, never>>')
  const [only = ''] = lines
  const isShort = lines.length === 1 && !only.includes('\n') && only.length + indent.length < 90
  return atom(isShort ? `{ ${only.trim()} }` : `{\n${lines.join('\n')}\n${indent}}`)
}

/** The members of one or more objects, each with its doc comment, indented; the index signature comes last. */
export function members(schemas: readonly Schema[], context: TypeContext, print: PrintPart): readonly string[] {
  const indent = context.indent ?? ''
  const lines: string[] = []
  // Only an index signature needs to know them.
  const types = schemas.some(hasIndex) ? new Map<string, TypePart>() : undefined
  let hasOptional = false
  const { masked } = context.module.plan
  const mayLack = (schema: Schema, name: string): boolean =>
    context.direction === 'output' && masked.mayLack(schema, name)
  for (const schema of schemas) {
    const required = new Set(schema.required)
    for (const [name, property] of schema.properties ?? []) {
      if (isLeftOut(property, context.direction, context.module.plan.contract.schemas)) continue
      const type = print(property, context)
      const isRequired = required.has(name) && !mayLack(schema, name)
      hasOptional ||= !isRequired
      types?.set(type.text, type)
      const doc = docComment(propertyDoc(property, context), indent)
      lines.push(doc + after(`${indent}readonly ${propertyKey(name)}${isRequired ? '' : '?'}:`, type.text))
    }
    // `required` may name what is declared elsewhere, or nowhere.
    for (const name of required) {
      if (schema.properties?.has(name)) continue
      const type = restType(schema, context, print) ?? unknownType
      const isOptional = mayLack(schema, name)
      hasOptional ||= isOptional
      types?.set(type.text, type)
      lines.push(after(`${indent}readonly ${propertyKey(name)}${isOptional ? '?' : ''}:`, type.text))
    }
  }
  if (!types) return lines
  const printIndex = (): TypePart | undefined => indexType(schemas, [...types.values()], hasOptional, context, print)
  const index = tentative(context.module, printIndex, (part) => part !== unknownType)
  if (index) lines.push(after(`${indent}readonly [key: string]:`, index.text))
  return lines
}

const mostMixed = 4
const longestMixed = 60

/** Type of the index signature. TypeScript wants every member to fit it, so it is widened to them, or to `unknown`. */
function indexType(
  schemas: readonly Schema[],
  declared: readonly TypePart[],
  hasOptional: boolean,
  context: TypeContext,
  print: PrintPart,
): TypePart | undefined {
  const open = schemas.filter(hasIndex)
  if (open.length === 0) return undefined
  const rest = unionOf(
    open.map((schema) => restType(schema, context, print) ?? (isClosed(schema) ? atom('never') : unknownType)),
    context.indent ?? '',
  )
  if (declared.length === 0) return rest
  const isReadable =
    declared.length <= mostMixed && declared.every(({ text }) => text.length <= longestMixed && !text.includes('\n'))
  if (!isReadable) return unknownType
  // Compilers without exactOptionalPropertyTypes add undefined to optional members.
  return unionOf([rest, ...declared, ...(hasOptional ? [atom('undefined')] : [])], context.indent ?? '')
}

function isClosed(schema: Schema): boolean {
  return schema.additionalProperties?.always === false
}

/** Type of the properties that are not declared, where the schema says something about them. */
function restType(schema: Schema, context: TypeContext, print: PrintPart): TypePart | undefined {
  const rest = [...(schema.patternProperties?.values() ?? [])]
  if (schema.additionalProperties && !isClosed(schema)) rest.push(schema.additionalProperties)
  // Patterns alone leave all other names free.
  else if (!schema.additionalProperties && rest.length > 0) return unknownType
  return rest.length === 0
    ? undefined
    : unionOf(
        rest.map((one) => print(one, context)),
        context.indent ?? '',
      )
}
