import type { PlannedHeader, PlannedOperation, PlannedResponse } from '../../plan/types.js'
import { docComment, docText } from '../../render/doc.js'
import type { TypeText } from '../../render/text.js'
import { objectType } from './members.js'
import type { ModuleTypes } from './module-types.js'

/**
 * The answers of an operation as they are on the wire: without content where HTTP has none (RFC 9110, sections 9.3.2,
 * 15.3.5, 15.3.6 and 15.4.5), and any answer without content where the contract declares none at all.
 */
export function answersOf(planned: PlannedOperation): readonly PlannedResponse[] {
  const { operation, responses } = planned
  if (responses.length === 0) return [undeclared(planned)]
  const isHead = operation.method === 'head'
  return responses.map((response) =>
    response.content.length > 0 && (isHead || bodiless.has(response.status)) ? { ...response, content: [] } : response,
  )
}

/** The type of the declared headers, or undefined when there are none. */
export function headersType(headers: readonly PlannedHeader[], types: ModuleTypes): TypeText | undefined {
  if (headers.length === 0) return undefined
  return objectType(
    headers.map(({ header, property }) => ({
      name: property,
      presence: header.required ? 'required' : 'optional',
      type: headerType(header, types),
      doc: docComment([header.description === undefined ? undefined : docText(header.description)]),
    })),
  )
}

function headerType({ schema, content }: PlannedHeader['header'], types: ModuleTypes): TypeText {
  const declared = schema ?? content?.schema
  return declared ? types.of(declared, 'output') : ('string' as TypeText)
}

const bodiless: ReadonlySet<string> = new Set(['204', '205', '304'])

function undeclared({ operation }: PlannedOperation): PlannedResponse {
  return {
    response: { kind: 'response', status: 'default', headers: [], content: [], links: [], at: operation.at },
    status: 'default',
    statusType: 'HttpStatus',
    responder: 'other',
    content: [],
    headers: [],
  }
}
