import { defineCodes } from '../define-codes.js'

export const generateCodes = defineCodes({
  TK4001: {
    name: 'output-not-writable',
    severity: 'error',
    message: 'cannot write to `{path}`: {reason}',
    help: 'Check the permissions and the space on the disk; nothing was changed.',
    why: 'Half-written output is worse than none.',
  },
})
