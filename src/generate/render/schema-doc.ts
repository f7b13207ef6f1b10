import type { Schema } from '../../contract/model/index.js'
import { classLine, type DocContext, isConfidential } from './class-doc.js'
import { docCode, docLine, docOwn, docTag, docText } from './doc.js'
import type { DocText } from './text.js'

/** What the doc comment of a schema says: its description, its limits, its class. */
export function schemaDoc(schema: Schema, context: DocContext): readonly DocText[] {
  return docOf(schema, classLine(schema, undefined, context), context)
}

/** The same of a property, with what becomes of it for those who are not cleared. */
export function propertyDoc(schema: Schema, context: DocContext): readonly DocText[] {
  return docOf(schema, classLine(schema, context.module.plan.masked.of(schema), context), context)
}

function docOf(schema: Schema, classified: DocText | undefined, context: DocContext): readonly DocText[] {
  const parts: DocText[] = []
  const description = schema.description ?? (schema.title !== schema.name ? schema.title : undefined)
  if (description !== undefined && description.trim() !== '') parts.push(docText(description))
  const facts = factsOf(schema, context)
  if (facts !== undefined) parts.push(...spaced(parts, facts))
  const values = enumDescriptions(schema)
  if (values) parts.push(...spaced(parts, values))
  if (classified !== undefined) parts.push(...spaced(parts, classified))
  if (schema.deprecated) parts.push(...spaced(parts, docTag('deprecated')))
  return parts
}

function factsOf(schema: Schema, context: DocContext): DocText | undefined {
  const facts: DocText[] = []
  const add = (label: string, value: number | undefined, unit = ''): void => {
    if (value !== undefined) facts.push(docOwn(`${label} ${value}${unit}.`))
  }
  const format = schema.format ?? schema.contentMediaType
  if (format !== undefined) facts.push(docOwn(`Format: ${docCode(format)}.`))
  if (schema.contentEncoding !== undefined) facts.push(docOwn(`Encoding: ${docCode(schema.contentEncoding)}.`))
  const hasDefault = schema.default !== undefined && !isConfidential(schema, context)
  if (hasDefault && (typeof schema.default !== 'object' || schema.default === null)) {
    facts.push(docOwn(`Default: ${docCode(JSON.stringify(schema.default))}.`))
  }
  add('At least', schema.minimum)
  add('More than', schema.exclusiveMinimum)
  add('At most', schema.maximum)
  add('Less than', schema.exclusiveMaximum)
  add('A multiple of', schema.multipleOf)
  add('At least', schema.minLength, characters(schema.minLength))
  add('At most', schema.maxLength, characters(schema.maxLength))
  if (schema.pattern !== undefined) facts.push(docOwn(`Pattern: ${docCode(schema.pattern)}.`))
  add('At least', schema.minItems, items(schema.minItems))
  add('At most', schema.maxItems, items(schema.maxItems))
  return facts.length === 0 ? undefined : docLine(...facts)
}

/** Meanings of enum values, where the contract gives one for each: a Markdown list. */
function enumDescriptions(schema: Schema): DocText | undefined {
  const { enum: values, enumDescriptions: texts } = schema
  if (!values || !texts || values.length !== texts.length || values.length > 50) return undefined
  const lines = values.map((value, index) => {
    const [first = ''] = docText(texts[index] ?? '').split('\n')
    return `- ${docCode(typeof value === 'string' ? value : JSON.stringify(value))}: ${first}`
  })
  return docOwn(lines.join('\n'))
}

function characters(count: number | undefined): string {
  return count === 1 ? ' character' : ' characters'
}

function items(count: number | undefined): string {
  return count === 1 ? ' item' : ' items'
}

/** A paragraph of its own after a description. */
function spaced(before: readonly DocText[], text: DocText): readonly DocText[] {
  return before.length === 0 ? [text] : [docOwn(''), text]
}
