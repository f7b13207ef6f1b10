import { defineCodes } from '../define-codes.js'

export const annotationCodes = defineCodes({
  TK1301: {
    name: 'scope-missing',
    severity: 'error',
    message: 'operation `{operation}` has no tenant scope',
    help: 'Declare `x-tenant-scope` on it, on its path or on the document, or give --default-scope for a contract that is not yours.',
    why: 'What is unknown is denied: without a scope nothing can decide whose data an operation may touch.',
  },
})
