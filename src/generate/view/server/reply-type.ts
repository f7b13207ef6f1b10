import type { PlannedOperation, PlannedResponse } from '../../plan/types.js'
import { docComment, docText } from '../../render/doc.js'
import { propertyKey } from '../../render/escape.js'
import type { CodeText, TypeText } from '../../render/text.js'
import { answersOf, headersType } from '../wire/answers.js'
import { answerBodyName } from '../wire/body-names.js'
import { contentTypeType } from '../wire/content-type.js'
import { contentChoices } from '../wire/contents.js'
import { unionType } from '../wire/members.js'
import type { ModuleTypes } from '../wire/module-types.js'
import { signature } from '../wire/signature.js'

/** What an operation may answer: the union of its replies, and the methods of `respond` that make them. */
export interface ReplyTypes {
  readonly reply: TypeText
  /** Members of the interface, indented. */
  readonly respond: CodeText
}

export function replyTypes(planned: PlannedOperation, types: ModuleTypes): ReplyTypes {
  const replies: TypeText[] = []
  const methods: string[] = []
  for (const answer of answersOf(planned)) {
    for (const one of repliesTo(planned, answer, types)) {
      replies.push(one.type)
      methods.push(methodDoc(answer) + signature(propertyKey(answer.responder), one.parameters, `: ${one.type}`, '  '))
    }
  }
  return { reply: unionType(replies), respond: methods.join('\n') as CodeText }
}

interface OneReply {
  readonly type: TypeText
  readonly parameters: readonly string[]
}

/** One for each type of the body; methods of one status overload each other by their content type. */
function repliesTo(planned: PlannedOperation, answer: PlannedResponse, types: ModuleTypes): readonly OneReply[] {
  const statusType = types.status(answer.statusType)
  const headers = headersType(answer.headers, types)
  const isRequired = answer.headers.some(({ header }) => header.required)
  const status = /^\d+$/.test(answer.status) ? [] : [`status: ${statusType}`]
  const headersParameter = headers === undefined ? [] : [`headers${isRequired ? '' : '?'}: ${headers}`]
  const made = (name: string, typeArguments: readonly string[], parameters: readonly string[]): OneReply => {
    const all = headers === undefined ? typeArguments : [...typeArguments, headers]
    const reply = `${types.runtime(name)}<${all.join(', ')}>`
    return {
      type: (isRequired ? `${types.runtime('WithHeaders')}<${reply}>` : reply) as TypeText,
      parameters: [...status, ...parameters, ...headersParameter],
    }
  }
  const choices = contentChoices(answer.content, 'output', 'sent', answerBodyName(planned, answer), types)
  if (choices.length === 0) return [made('EmptyReply', [statusType], [])]
  return choices.map(({ mediaTypes, type }) => {
    if (answer.content.length === 1) return made('Reply', [statusType, type], [`body: ${type}`])
    const contentType = contentTypeType(mediaTypes)
    return made('ContentReply', [statusType, contentType, type], [`contentType: ${contentType}`, `body: ${type}`])
  })
}

function methodDoc({ status, response }: PlannedResponse): CodeText {
  return docComment([docText(`${status}${response.description ? `: ${response.description}` : ''}`)], '  ')
}
