import { defineCodes } from '../define-codes.js'

export const catalogCodes = defineCodes({
  TK5001: {
    name: 'bundle-empty',
    severity: 'error',
    message: '`{file}` has no documents',
    help: "Send the contract's own document first, then those that it refers to.",
    why: 'There is nothing that could be read or compared.',
  },
  TK5002: {
    name: 'bundle-path-refused',
    severity: 'error',
    message: 'the path of file {position} of `{file}` is refused',
    help: 'Use relative, normalised paths with `/`, without `..`, backslashes, colons in front or control characters.',
    why: 'A path that leads out of the bundle would write, or read, a file of somebody else.',
  },
  TK5003: {
    name: 'bundle-path-twice',
    severity: 'error',
    message: '`{file}` has two files named `{path}`',
    help: 'Send each file once.',
    why: 'Two readers could take one of them each.',
  },
  TK5004: {
    name: 'bundle-too-many',
    severity: 'error',
    message: '`{file}` has more than {documents} documents or {overlays} overlays',
    help: 'Join small documents, or publish parts as contracts of their own.',
    why: 'Whoever publishes must not be able to make the catalog slow for others.',
  },
  TK5005: {
    name: 'bundle-too-large',
    severity: 'error',
    message: '`{file}` has more than {limit} bytes',
    help: 'Leave out large examples, or publish parts as contracts of their own.',
    why: 'Whoever publishes must not be able to make the catalog slow for others.',
  },
  TK5006: {
    name: 'bundle-remote-document',
    severity: 'error',
    message: '`{url}` is on the network and cannot be published',
    help: 'Keep a copy beside the contract and refer to that.',
    why: 'What is published must mean the same for ever.',
  },
})
