import type { ScopeName } from '../../../contract/model/index.js'
import type { PlannedBody, PlannedOperation } from '../../plan/types.js'
import type { CodeText, TypeText } from '../../render/text.js'
import { requestBodyName } from '../wire/body-names.js'
import { contentTypeType, isRange } from '../wire/content-type.js'
import { contentChoices } from '../wire/contents.js'
import { handlerGroups } from '../wire/input-members.js'
import { type Member, memberLines, objectType, unionType } from '../wire/members.js'
import type { ModuleTypes } from '../wire/module-types.js'

/** The declaration of what a handler gets, with a line end. Several types of the body make it a union. */
export function requestDeclaration(planned: PlannedOperation, types: ModuleTypes): CodeText {
  const name = `${planned.pascal}Request`
  const base = types.runtime(requestBase[planned.scope])
  const groups = handlerGroups(planned, types)
  const last = [...idempotencyMember(planned, types), respondMember(planned)]
  const alternatives = planned.body ? bodyAlternatives(planned, planned.body, types) : [[]]
  const [only = []] = alternatives
  if (alternatives.length === 1) {
    return `export interface ${name} extends ${base} {\n${memberLines([...groups, ...only, ...last])}\n}\n` as CodeText
  }
  const rest = objectType([...groups, ...last])
  return `export type ${name} = ${base} & ${rest} & (${unionType(alternatives.map(objectType))}\n)\n` as CodeText
}

/** What the runtime adds by the operation's scope. */
const requestBase: Readonly<Record<ScopeName, string>> = {
  tenant: 'TenantHandlerRequest',
  'cross-tenant': 'TenantHandlerRequest',
  shared: 'TenantHandlerRequest',
  platform: 'PlatformHandlerRequest',
  public: 'HandlerRequest',
}

function idempotencyMember(planned: PlannedOperation, types: ModuleTypes): readonly Member[] {
  if (!planned.idempotency) return []
  return [{ name: 'idempotency', presence: 'required', type: types.runtime('IdempotencyContext') }]
}

function respondMember(planned: PlannedOperation): Member {
  return { name: 'respond', presence: 'required', type: `${planned.pascal}Respond` as TypeText }
}

function bodyAlternatives(
  planned: PlannedOperation,
  body: PlannedBody,
  types: ModuleTypes,
): readonly (readonly Member[])[] {
  const choices = contentChoices(body.content, 'input', 'received', requestBodyName(planned), types)
  const isSingle = body.content.length === 1 && !isRange(body.content[0]?.mediaType ?? '')
  const alternatives = choices.map(({ mediaTypes, type }): readonly Member[] => {
    const presence = body.required || choices.length > 1 ? 'required' : 'optional'
    const contentType: Member = { name: 'contentType', presence, type: contentTypeType(mediaTypes) }
    return [...(isSingle ? [] : [contentType]), { name: 'body', presence, type }]
  })
  if (body.required || choices.length < 2) return alternatives
  const none = ['contentType', 'body'].map(
    (name): Member => ({ name, presence: 'optional', type: 'undefined' as TypeText }),
  )
  return [...alternatives, none]
}
