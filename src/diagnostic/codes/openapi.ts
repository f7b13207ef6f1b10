import { defineCodes } from '../define-codes.js'

export const openapiCodes = defineCodes({
  TK1101: {
    name: 'openapi-version-unknown',
    severity: 'error',
    message: '`{version}` is not a version of OpenAPI that is understood',
    help: 'Use 2.0, 3.0.x, 3.1.x or 3.2.x, as a string.',
    why: 'The version decides what every keyword means.',
  },
})
