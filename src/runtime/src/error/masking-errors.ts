import { TenantkitError } from './tenantkit-error.js'

/** A value is none that its schema describes, so it is not written (TK7401). `expected` is from the contract. */
export class UnwritableError extends TenantkitError {
  override readonly name = 'UnwritableError'

  constructor(expected: string) {
    super('TK7401', `${expected} is expected`)
  }
}

/** A value that had to be masked could not be, so it is not written (TK7402). `field` is a place in the contract. */
export class MaskingError extends TenantkitError {
  override readonly name = 'MaskingError'

  constructor(field: string, options?: { readonly cause?: unknown }) {
    super('TK7402', field, options)
  }
}
