import { TenantkitError } from './tenantkit-error.js'

/** A value is none that its schema describes, so it is not written (TK7401). `expected` is from the contract. */
export class UnwritableError extends TenantkitError {
  override readonly name = 'UnwritableError'

  constructor(expected: string) {
    super('TK7401', `${expected} is expected`)
  }
}

/** A value stays hidden: no purpose, one that the contract does not declare, or nowhere to write it down (TK7403). */
export class RevealRefusedError extends TenantkitError {
  override readonly name = 'RevealRefusedError'

  constructor(detail: string, options?: { readonly cause?: unknown }) {
    super('TK7403', detail, options)
  }
}

/** A masked value cannot be had back: `shredded` with its key (TK7404), or `forged` (TK7405). */
export class MaskedValueError extends TenantkitError {
  override readonly name = 'MaskedValueError'

  constructor(why: 'shredded' | 'forged') {
    super(why === 'shredded' ? 'TK7404' : 'TK7405')
  }
}

/** A value that had to be masked could not be, so it is not written (TK7402). `field` is a place in the contract. */
export class MaskingError extends TenantkitError {
  override readonly name = 'MaskingError'

  constructor(field: string, options?: { readonly cause?: unknown }) {
    super('TK7402', field, options)
  }
}
