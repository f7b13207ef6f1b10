import { defineCodes } from '../define-codes.js'

export const configCodes = defineCodes({
  TK6001: {
    name: 'config-not-found',
    severity: 'error',
    message: 'there is no configuration `{file}`',
    help: 'Run `tenantkit init`, or pass contracts and --out on the command line.',
    why: 'The configuration says what to generate and where.',
  },
})
