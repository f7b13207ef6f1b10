/** TK74: writing and masking what leaves. */
export const maskingCodes = {
  TK7401: { name: 'body-not-writable', title: 'a value cannot be written the way the contract asks', status: 500 },
  TK7402: { name: 'masking-failed', title: 'a value could not be masked', status: 500 },
} as const
