/** TK74: writing and masking what leaves. */
export const maskingCodes = {
  TK7401: { name: 'body-not-writable', title: 'a value cannot be written the way the contract asks', status: 500 },
  TK7402: { name: 'masking-failed', title: 'a value could not be masked', status: 500 },
  TK7403: { name: 'reveal-refused', title: 'a value may not be revealed' },
  TK7404: { name: 'value-shredded', title: 'the key of a masked value is gone, and the value with it' },
  TK7405: { name: 'value-not-openable', title: 'a masked value was changed, belongs elsewhere, or is none' },
} as const
