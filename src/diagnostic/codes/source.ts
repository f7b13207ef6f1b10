import { defineCodes } from '../define-codes.js'

export const sourceCodes = defineCodes({
  TK1001: {
    name: 'file-not-found',
    severity: 'error',
    message: 'there is no file `{file}`',
    help: 'Check the path; it is taken relative to the working directory.',
    why: 'A contract that cannot be read must never count as a contract without problems.',
  },
})
