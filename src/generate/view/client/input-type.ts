import type { PlannedBody, PlannedOperation } from '../../plan/types.js'
import type { CodeText, TypeText } from '../../render/text.js'
import { requestBodyName } from '../wire/body-names.js'
import { contentTypeType, isRange } from '../wire/content-type.js'
import { type ContentChoice, contentChoices } from '../wire/contents.js'
import { callerGroups } from '../wire/input-members.js'
import { type Member, memberLines, objectType, unionType } from '../wire/members.js'
import type { ModuleTypes } from '../wire/module-types.js'

/** Whether a call has an input at all, and whether it may be left out. */
export type InputPresence = 'none' | 'optional' | 'required'

/** The declaration of an operation's input type, with a line end; empty when there is nothing to pass. */
export function inputDeclaration(
  planned: PlannedOperation,
  types: ModuleTypes,
): { readonly presence: InputPresence; readonly code: CodeText } {
  const groups = callerGroups(planned, types)
  const alternatives = planned.body ? bodyAlternatives(planned, planned.body, types) : [[]]
  const [only = []] = alternatives
  const name = `${planned.pascal}Input`
  if (alternatives.length === 1) {
    const members = [...groups, ...only]
    if (members.length === 0) return { presence: 'none', code: '' as CodeText }
    const isOptional = members.every(({ presence }) => presence !== 'required')
    return {
      presence: isOptional ? 'optional' : 'required',
      code: `export interface ${name} {\n${memberLines(members)}\n}\n` as CodeText,
    }
  }
  const bodies = unionType(alternatives.map(objectType))
  const isOptional = !planned.body?.required && groups.every(({ presence }) => presence !== 'required')
  const type = groups.length === 0 ? ` =${bodies}` : ` = ${objectType(groups)} & (${bodies}\n)`
  return { presence: isOptional ? 'optional' : 'required', code: `export type ${name}${type}\n` as CodeText }
}

/** One alternative for each type that the body may have; the content type tells them apart and defaults to the first. */
function bodyAlternatives(
  planned: PlannedOperation,
  body: PlannedBody,
  types: ModuleTypes,
): readonly (readonly Member[])[] {
  const choices = contentChoices(body.content, 'input', 'sent', requestBodyName(planned), types)
  const presence = body.required ? 'required' : 'undefinable'
  const alternatives = choices.map((choice, index): readonly Member[] => [
    ...contentTypeMember(choice, index === 0, body.content.length),
    { name: 'body', presence: choices.length > 1 ? 'required' : presence, type: choice.type },
  ])
  if (body.required || choices.length < 2) return alternatives
  const none = ['contentType', 'body'].map(
    (name): Member => ({ name, presence: 'optional', type: 'undefined' as TypeText }),
  )
  return [...alternatives, none]
}

function contentTypeMember(choice: ContentChoice, isDefault: boolean, count: number): readonly Member[] {
  const [first] = choice.mediaTypes
  // A single concrete media type leaves nothing to say.
  if (count === 1 && first !== undefined && !isRange(first)) return []
  return [
    { name: 'contentType', presence: isDefault ? 'undefinable' : 'required', type: contentTypeType(choice.mediaTypes) },
  ]
}
