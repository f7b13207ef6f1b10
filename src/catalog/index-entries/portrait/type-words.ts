import type { Contract, Schema } from '../../../contract/model/index.js'
import type { TypeWord } from '../../model/index.js'
import { clip, lengths } from './clip.js'
import { schemaKey } from './keys.js'

/** Words of one type, and how deep it is looked into: the rows below say the rest. */
const mostWords = 16
const mostDepth = 4

/** A type as people say it: `array of Order`, `string (date-time) or null`. */
export function typeWords(schema: Schema, contract: Contract): readonly TypeWord[] {
  const words = wordsOf(schema, contract, mostDepth)
  return words.length <= mostWords ? words : [...words.slice(0, mostWords), { text: ' …' }]
}

function wordsOf(schema: Schema, contract: Contract, depth: number): readonly TypeWord[] {
  const { always, ref, foreign, allOf = [] } = schema
  if (always !== undefined) return [{ text: always ? 'anything' : 'nothing' }]
  if (foreign) return [{ text: `described in ${clip(foreign.format, lengths.note)}` }]
  if (depth === 0) return [{ text: '…' }]
  const parts: (readonly TypeWord[])[] = []
  if (ref !== undefined) parts.push(refWords(ref, contract))
  const choice = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
  if (choice.length > 0) parts.push(joined(choice, ' or ', contract, depth))
  if (allOf.length > 0) parts.push(joined(allOf, ' and ', contract, depth))
  // What stands beside a reference adds to it; a bare `object` says nothing more.
  if (parts.length === 0 || schema.properties) parts.push(ownWords(schema, contract, depth))
  return parts.flatMap((words, index) => (index === 0 ? words : [{ text: ' and ' }, ...words]))
}

function joined(schemas: readonly Schema[], word: string, contract: Contract, depth: number): readonly TypeWord[] {
  return schemas
    .slice(0, mostWords)
    .flatMap((schema, index) => [...(index === 0 ? [] : [{ text: word }]), ...wordsOf(schema, contract, depth - 1)])
}

function refWords(ref: string, contract: Contract): readonly TypeWord[] {
  const target = contract.schemas.get(ref)
  if (!target) return [{ text: 'something else' }]
  return [{ text: labelOf(target), schema: schemaKey(target, contract) }]
}

/** What a schema is called: its name, its title, or where it stands. */
export function labelOf({ name, title, at }: Schema): string {
  return clip(name ?? title ?? at.pointer, lengths.name)
}

function ownWords(schema: Schema, contract: Contract, depth: number): readonly TypeWord[] {
  const { types = implied(schema), format, items } = schema
  if (types.length === 0) return [{ text: schema.enum ? 'one of these' : 'anything' }]
  return types.flatMap((type, index) => {
    const word = index === 0 ? '' : ' or '
    if (type === 'array' && items) return [{ text: `${word}array of ` }, ...wordsOf(items, contract, depth - 1)]
    const isFormatted = format !== undefined && type !== 'null'
    return [{ text: `${word}${type}${isFormatted ? ` (${clip(format, lengths.note)})` : ''}` }]
  })
}

function implied({ properties, items, prefixItems }: Schema): readonly string[] {
  if (properties) return ['object']
  return items || prefixItems ? ['array'] : []
}
