import { defineCodes } from '../define-codes.js'

export const schemaCodes = defineCodes({
  TK1501: {
    name: 'keyword-unsupported',
    severity: 'warning',
    message: 'the schema keyword `{keyword}` is not supported and has no effect on generated code',
    help: 'Express the constraint with a supported keyword, or enforce it in the handler.',
    why: 'A silently dropped constraint looks enforced.',
  },
})
