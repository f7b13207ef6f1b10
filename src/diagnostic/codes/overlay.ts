import { defineCodes } from '../define-codes.js'

export const overlayCodes = defineCodes({
  TK1401: {
    name: 'overlay-target-not-found',
    severity: 'warning',
    message: 'the overlay action has no effect: `{target}` selects nothing',
    help: 'Check the JSONPath against the contract.',
    why: 'An overlay that silently misses leaves a field unclassified.',
  },
})
