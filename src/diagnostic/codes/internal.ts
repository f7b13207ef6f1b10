import { defineCodes } from '../define-codes.js'

export const internalCodes = defineCodes({
  TK9001: {
    name: 'internal-error',
    severity: 'error',
    message: 'tenantkit failed: {what}',
    help: 'This is a bug in tenantkit; please report it with the contract that shows it.',
    why: 'A crash is never the fault of the input.',
  },
})
