import { effectiveClassification } from '../../../contract/annotation/index.js'
import { compareText } from '../../../util/compare.js'
import { isClassified } from '../../masking/is-classified.js'
import type { Plan, PlannedOperation } from '../../plan/types.js'
import { docCode, docComment, docLine, docOwn, docTag, docText } from '../../render/doc.js'
import type { CodeText, DocText } from '../../render/text.js'

/** Client and server say the same of an operation, so it is worked out once. */
const written = new WeakMap<PlannedOperation, OperationDoc>()

/** A doc comment with its line end, as it stands on top of a function and of a member; the same text. */
export interface OperationDoc {
  readonly top: CodeText
  readonly member: CodeText
}

/** What is said of an operation wherever it is called or handled: its text from the contract, then what governs it. */
export function operationDoc(planned: PlannedOperation, plan: Plan): OperationDoc {
  const known = written.get(planned)
  if (known) return known
  const parts = docParts(planned, plan)
  const doc = { top: docComment(parts), member: docComment(parts, '  ') }
  written.set(planned, doc)
  return doc
}

function docParts(planned: PlannedOperation, plan: Plan): readonly DocText[] {
  const { operation } = planned
  const texts = [operation.summary, operation.description === operation.summary ? undefined : operation.description]
  const doc: DocText[] = []
  for (const text of texts) if (text !== undefined && text.trim() !== '') doc.push(paragraph(docText(text)))
  doc.push(docOwn(governance(planned)))
  if (planned.responses.length > 0)
    doc.push(docText(`Answers: ${planned.responses.map(answerText).join('; ')}.`.replace(/\.{4}$/, '...')))
  const sensitive = sensitiveText(planned, plan)
  if (sensitive !== undefined) doc.push(docOwn(sensitive))
  doc.push(docLine(docCode(`${operation.method.toUpperCase()} ${operation.path}`), docOwn('in'), docCode(plan.source)))
  if (operation.deprecated) doc.push(docTag('deprecated'))
  return doc
}

/** With an empty line after it. */
function paragraph(text: DocText): DocText {
  return docOwn(`${text}\n`)
}

function governance({ scope, idempotency }: PlannedOperation): string {
  if (!idempotency) return `Scope: ${scope}.`
  const when = idempotency === 'required' ? 'Idempotent' : 'Idempotent with a key'
  return `Scope: ${scope}. ${when}: one key for a call and all its attempts, which have one effect and one answer.`
}

/** `404 No such order`: the status and the first words of its description, unless they say nothing. */
function answerText({ status, response: { description = '' } }: PlannedOperation['responses'][number]): string {
  const [line = ''] = description.trim().split(/[\r\n]/, 1)
  const [sentence = ''] = line.split(/[.;](?:\s|$)/, 1)
  if (sentence === '' || emptyWords.test(sentence)) return status
  return `${status} ${sentence.length > longestAnswer ? `${sentence.slice(0, longestAnswer - 3)}...` : sentence}`
}

const longestAnswer = 60
const emptyWords = /^(?:ok|(?:default |success(?:ful)? )?response|success(?:ful)?(?: operation)?)$/i

/** What in the answers is masked for callers who are not cleared for it. */
function sensitiveText({ operation }: PlannedOperation, { contract }: Plan): string | undefined {
  if (!isClassified(contract)) return undefined
  const reach = effectiveClassification(contract).operations.get(operation.id)?.response
  if (reach?.sensitivity !== 'confidential' && reach?.sensitivity !== 'restricted') return undefined
  const categories = [...reach.categories].sort(compareText).join(', ')
  return `Holds ${reach.sensitivity} data${categories === '' ? '' : `: ${categories}`}.`
}
