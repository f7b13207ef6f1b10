import type { Plan, PlannedOperation, PlannedResponse } from '../../plan/types.js'
import { ident } from '../../render/escape.js'
import type { TemplateView } from '../../render/templates.js'
import type { CodeText, TypeText } from '../../render/text.js'
import { answersOf, headersType } from '../wire/answers.js'
import { answerBodyName } from '../wire/body-names.js'
import { contentTypeType } from '../wire/content-type.js'
import { contentChoices } from '../wire/contents.js'
import { unionType } from '../wire/members.js'
import type { ModuleTypes } from '../wire/module-types.js'
import { operationDoc } from '../wire/operation-doc.js'
import { signature } from '../wire/signature.js'
import { type InputPresence, inputDeclaration } from './input-type.js'
import { pagedItem } from './paged-item.js'

export interface OperationNames {
  /** Of the descriptor. */
  readonly constant: string
  /** Of the function for the items of all pages, where there are pages. */
  readonly items: string | undefined
}

/** One operation as the templates `operations` see it. */
export function operationView(
  planned: PlannedOperation,
  { constant, items }: OperationNames,
  plan: Plan,
  types: ModuleTypes,
): TemplateView {
  const input = inputDeclaration(planned, types)
  const inputName = `${planned.pascal}Input`
  const resultName = `${planned.pascal}Result`
  const options = types.runtime(planned.idempotency ? 'IdempotentCallOptions' : 'CallOptions')
  const doc = operationDoc(planned, plan)
  const item = pagedItem(planned, types)
  const isPaged = item !== undefined && items !== undefined
  const paged = isPaged ? pagedType(input.presence, inputName, resultName, item, options, types) : ('' as TypeText)
  const call = parameters(input.presence, inputName, options)
  const end = `: Promise<${resultName}>`
  const result = resultType(planned, types)
  return {
    named: types.takeNamed(),
    name: ident(planned.camel),
    constant: ident(constant),
    input: input.code,
    result: ident(resultName),
    resultType: result,
    doc: doc.top,
    memberDoc: doc.member,
    signature: signature(
      `export function ${planned.camel}`,
      [`transport: ${types.runtime('Transport')}`, ...call],
      `${end} {`,
    ),
    memberSignature: signature(planned.camel, call, end, '  '),
    argument: argument[input.presence],
    hasInput: input.presence !== 'none',
    isPaged,
    pagedType: paged,
    itemType: item ?? ('' as TypeText),
    itemsSignature: isPaged
      ? signature(
          `export function ${items}`,
          [`transport: ${types.runtime('Transport')}`, ...call],
          `: AsyncIterable<${item}> {`,
        )
      : ('' as CodeText),
  }
}

const argument: Readonly<Record<InputPresence, CodeText>> = {
  none: 'undefined' as CodeText,
  optional: 'input' as CodeText,
  required: 'input' as CodeText,
}

/** `input: CreateOrderInput` and `options?: CallOptions`. */
function parameters(presence: InputPresence, inputName: string, options: TypeText): readonly string[] {
  const input = presence === 'none' ? [] : [`input${presence === 'optional' ? '?' : ''}: ${inputName}`]
  return [...input, `options?: ${options}`]
}

function pagedType(
  presence: InputPresence,
  inputName: string,
  resultName: string,
  item: TypeText,
  options: TypeText,
  types: ModuleTypes,
): TypeText {
  const input = { none: 'undefined', optional: `${inputName} | undefined`, required: inputName }[presence]
  const optionsArgument = options === 'CallOptions' ? '' : `, ${options}`
  return `${types.runtime('Paged')}<${input}, ${resultName}, ${item}${optionsArgument}>` as TypeText
}

/** `Result<201, Order> | Result<409, Problem>`, one a line. */
function resultType(planned: PlannedOperation, types: ModuleTypes): TypeText {
  return unionType(answersOf(planned).flatMap((answer) => answerTypes(planned, answer, types)))
}

function answerTypes(planned: PlannedOperation, answer: PlannedResponse, types: ModuleTypes): readonly TypeText[] {
  const status = types.status(answer.statusType)
  const headers = headersType(answer.headers, types)
  const headersArgument = headers === undefined ? '' : `, ${headers}`
  const choices = contentChoices(answer.content, 'output', 'received', answerBodyName(planned, answer), types)
  const [first] = choices
  if (choices.length <= 1) {
    const body = first ? first.type : 'undefined'
    return [`${types.runtime('Result')}<${status}, ${body}${headersArgument}>` as TypeText]
  }
  return choices.map(({ mediaTypes, type }) => {
    const contentType = contentTypeType(mediaTypes)
    return `${types.runtime('ContentResult')}<${status}, ${contentType}, ${type}${headersArgument}>` as TypeText
  })
}
