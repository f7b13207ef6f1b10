import { defineCodes } from '../define-codes.js'

export const asyncapiCodes = defineCodes({
  TK1201: {
    name: 'asyncapi-version-unknown',
    severity: 'error',
    message: '`{version}` is not a version of AsyncAPI that is understood',
    help: 'Use 2.0.0 to 2.6.0, 3.0.0 or 3.1.0, as a string.',
    why: 'The version decides what every keyword means.',
  },
})
