import type { Plan, PlannedOperation } from '../../plan/types.js'
import { docCode, docLine, docOwn, docTag, docText } from '../../render/doc.js'
import type { DocText } from '../../render/text.js'

const written = new WeakMap<PlannedOperation, readonly DocText[]>()

/** What is said of an operation wherever it is called or handled: its text from the contract, then what governs it. */
export function operationDoc(planned: PlannedOperation, plan: Plan): readonly DocText[] {
  const known = written.get(planned)
  if (known) return known
  const { operation } = planned
  const texts = [operation.summary, operation.description === operation.summary ? undefined : operation.description]
  const doc: DocText[] = []
  for (const text of texts) {
    if (text === undefined || text.trim() === '') continue
    doc.push(paragraph(docText(text)))
  }
  doc.push(docOwn(governance(planned)))
  if (planned.responses.length > 0)
    doc.push(docOwn(`Answers: ${planned.responses.map(({ status }) => status).join(', ')}.`))
  doc.push(docLine(docCode(`${operation.method.toUpperCase()} ${operation.path}`), docOwn('in'), docCode(plan.source)))
  if (operation.deprecated) doc.push(docTag('deprecated'))
  written.set(planned, doc)
  return doc
}

/** With an empty line after it. */
function paragraph(text: DocText): DocText {
  return docOwn(`${text}\n`)
}

function governance({ scope, idempotency }: PlannedOperation): string {
  const key = idempotency === 'required' ? 'Idempotent' : 'Idempotent when a key is given'
  return `Scope: ${scope}.${idempotency ? ` ${key}: the key is made once per call and kept over all attempts.` : ''}`
}
